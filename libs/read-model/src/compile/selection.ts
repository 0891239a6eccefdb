/** What a selection asks of an object of one type: response names with their nodes, after @skip and @include. */
import { Kind, type FieldNode, type GraphQLObjectType, type SelectionSetNode } from 'graphql';
import type { Context } from './context';
import { literal, trusted, type Sql } from '../sql';

/** nodes that share a response name; there is at least one */
export type Nodes = readonly FieldNode[];
export type Selection = ReadonlyMap<string, Nodes>;

export const nameOf = (nodes: Nodes): string => nodes[0]!.name.value;

export function select({ ask, catalog, fragments, text }: Context, type: GraphQLObjectType, nodes: Nodes): Selection {
  const out = new Map<string, FieldNode[]>();
  const included = (directives: FieldNode['directives']): boolean =>
    (directives ?? []).every((d) => {
      const value = d.arguments?.find((a) => a.name.value === 'if')?.value;
      if ((d.name.value !== 'skip' && d.name.value !== 'include') || !value) return true;
      const yes =
        value.kind === Kind.VARIABLE
          ? ask((run) => run.variables[value.name.value] === true)
          : value.kind === Kind.BOOLEAN && value.value;
      return yes === (d.name.value === 'include');
    });
  const visit = (set: SelectionSetNode): void => {
    for (const s of set.selections) {
      if (!included(s.directives)) continue;
      if (s.kind === Kind.FIELD) {
        // graphql-js answers __typename itself, unless the answer is passed on as text
        if (s.name.value === '__typename' && !text) continue;
        const key = (s.alias ?? s.name).value;
        const same = out.get(key);
        if (same) same.push(s);
        else out.set(key, [s]);
      } else {
        const fragment = s.kind === Kind.INLINE_FRAGMENT ? s : fragments[s.name.value]!;
        if (catalog.applies(fragment.typeCondition?.name.value, type)) visit(fragment.selectionSet);
      }
    }
  };
  for (const node of nodes) if (node.selectionSet) visit(node.selectionSet);
  for (const [key, same] of out) text?.note(key, type.getFields()[nameOf(same)]?.type);
  return out;
}

/** The value of `__typename`, which is in a selection only where the answer is passed on as text. */
export const typeNameOf = (type: GraphQLObjectType, nodes: Nodes): Sql | undefined =>
  nameOf(nodes) === '__typename' ? literal(type.name) : undefined;

/** The schema's own names are text; a client's alias travels as a parameter. */
export const keyOf = (key: string, nodes: Nodes): Sql => (key === nameOf(nodes) ? literal(key) : trusted`${key}::text`);
