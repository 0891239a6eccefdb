/** All models of an application bound to its schema. */
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { DataSource } from 'typeorm';
import type { AnyDeclaration, Class, ModelExtension, ReadModel } from '../declare';
import { identifier } from '../sql';
import { bindModel, columnsOf, metadataOf } from './bind-model';
import { rowOf, type AnyRow, type Bound, type Columns, type Past } from './bound';

/** The one tree everything has its place in. Names are properties of its entity. */
export interface Tree {
  readonly entity: Class;
  /** text, COLLATE "C": `/association/…/node/` across all edges */
  readonly path: string;
  /** text, COLLATE "C": begins with the association and starts anew at each GUIDES edge */
  readonly leadsPath: string;
  readonly parent: string;
  /** how many nodes there are, for choosing a plan: an estimate will do */
  size(): number;
}

/** What a field of the schema leads to. */
export interface Target {
  readonly name: string;
  readonly list: boolean;
  readonly connection?: GraphQLObjectType;
}
export type Field = GraphQLField<unknown, unknown>;

export class Catalog {
  readonly models = new Map<string, Bound>();
  /** types whose values are made by this library: their properties are response names */
  readonly shapes = new Set<GraphQLObjectType>();
  readonly problems: string[] = [];
  private readonly byClass = new Map<Class, Bound>();
  private readonly treeTable: Bound['table'];
  private readonly treeColumns: Columns;
  private readonly treeKey: string;

  constructor(
    readonly schema: GraphQLSchema,
    source: DataSource,
    readonly tree: Tree,
    models: readonly (ReadModel | ModelExtension)[],
  ) {
    const meta = metadataOf(source, tree.entity, 'tree');
    this.treeTable = identifier(meta.tablePath);
    this.treeColumns = columnsOf(source, meta);
    this.treeKey = meta.primaryColumns[0]!.propertyName;
    for (const property of [tree.path, tree.leadsPath, tree.parent])
      if (!this.treeColumns.has(property)) this.problems.push(`tree: ${meta.name} has no column ${property}; name one`);
    for (const declaration of this.extended(models)) {
      try {
        const bound = bindModel(schema, source, declaration);
        if (this.models.has(bound.name)) this.problems.push(`${bound.name}: declared twice; keep one read model`);
        this.models.set(bound.name, bound);
        this.byClass.set(declaration.type, bound);
        if (!declaration.internal) this.shapes.add(bound.type);
      } catch (e) {
        this.problems.push((e as Error).message);
      }
    }
  }

  /** the declarations with the fields that libraries above added to them */
  private extended(models: readonly (ReadModel | ModelExtension)[]): AnyDeclaration[] {
    const extensions = models.filter((model) => 'extends' in model);
    const declared = models.filter((model) => 'declaration' in model);
    for (const { extends: extended } of extensions)
      if (!declared.some(({ declaration }) => declaration === extended))
        this.problems.push(`${extended.type.name}: extended, but not among the models; give it to the Reader`);
    return declared.map(({ declaration }) => {
      const fields = { ...declaration.fields };
      for (const extension of extensions)
        for (const [name, source] of Object.entries(extension.extends === declaration ? extension.fields : {})) {
          if (name in fields) this.problems.push(`${declaration.type.name}.${name}: declared twice; keep one source`);
          fields[name] = source;
        }
      return { ...declaration, fields };
    });
  }

  find(type: Class): Bound | undefined {
    return this.byClass.get(type);
  }

  of(type: Class): Bound {
    const bound = this.byClass.get(type);
    if (!bound) throw new Error(`${type.name}: there is no read model of it; give it to the Reader`);
    return bound;
  }

  named(name: string): Bound {
    const bound = this.models.get(name);
    if (!bound) throw new Error(`${name}: there is no read model of it; give it to the Reader`);
    return bound;
  }

  /** the tree table under an alias, as it is today or as it was */
  treeAs(alias: string, past: Past | undefined): { from: Bound['table']; key: Bound['table']; row: AnyRow } {
    const row = rowOf(past?.columns ?? this.treeColumns, alias);
    return { from: past?.table ?? this.treeTable, key: row[this.treeKey]!, row };
  }

  /** the versions of the tree's nodes, if they are kept */
  get treePast(): Past | undefined {
    return [...this.models.values()].find((m) => m.declaration.entity === this.tree.entity && m.past)?.past;
  }

  /** the type behind a field, and whether it is a list or a connection of it */
  targetOf(field: Field): Target {
    const type = getNamedType(field.type);
    const connection = isObjectType(type) ? nodeType(type) : undefined;
    if (connection) return { name: connection, list: false, connection: type as GraphQLObjectType };
    return { name: type.name, list: isListType(getNullableType(field.type)) };
  }

  /** whether a fragment on `condition` applies to objects of the type */
  applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (!condition || condition === type.name) return true;
    const other = this.schema.getType(condition);
    return isAbstractType(other) && this.schema.isSubType(other, type);
  }
}

/** The name of the type a connection connects to. */
function nodeType(type: GraphQLObjectType): string | undefined {
  const fields = type.getFields();
  if (!fields['pageInfo']) return undefined;
  const edge = fields['edges'] && getNamedType(fields['edges'].type);
  const node = fields['nodes'] ?? (isObjectType(edge) ? edge.getFields()['node'] : undefined);
  return node && getNamedType(node.type).name;
}
