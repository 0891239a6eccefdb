/** The plans of all fields: compiled once for each way a request can look, then found. */
import { createHash } from 'node:crypto';
import type { FieldNode, GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Bound } from './catalog/bound';
import { Catalog, type Tree } from './catalog/catalog';
import { check } from './catalog/check';
import { Compiler, type Shape } from './compile/compiler';
import type { Limits } from './compile/context';
import type { ModelExtension, ReadModel } from './declare';
import { PlanTree } from './plan-tree';
import type { Run } from './run';
import { identifier, join, Param, render, trusted, typeName, type Sql, type Statement } from './sql';
import type { TextNotes } from './text';

export interface ReaderOptions {
  readonly source: DataSource;
  readonly tree: Tree;
  readonly models: readonly (ReadModel | ModelExtension)[];
  /** 'YYYY-MM-DD' by the application's clock and calendar */
  readonly today: () => string;
  /** largest page (100), and the total at which counting stops (10,000: one more means "more than that") */
  readonly limits?: Partial<Limits>;
  /** how many statements may be prepared by name on each connection (500) */
  readonly maxNames?: number;
  /**
   * A function of the database that confirms a viewer: it is called with the values of `ReadViewer.proof` and answers
   * whether they still hold. Reads answered as text run it in the same statement, so in the same snapshot.
   */
  readonly confirm?: { readonly name: string; readonly types: readonly string[] };
  /** called after each statement, for debug logs: it never holds a value */
  readonly log?: (statement: LoggedStatement) => void;
}

export interface LoggedStatement {
  readonly text: string;
  readonly name?: string;
  /** how many values went along */
  readonly values: number;
  readonly ms: number;
}

export interface Plan extends Statement {
  /** for answers passed on as text: what to look for in them */
  readonly notes: TextNotes | null;
  uses: number;
  name?: string;
}

export class Plans {
  private bound: Catalog | undefined;
  private readonly trees = new WeakMap<FieldNode, Map<string, PlanTree<Plan>>>();
  private readonly numbers = new WeakMap<FieldNode, number>();
  private readonly names = new Set<string>();
  private readonly limits: Limits;
  private nodes = 0;
  /** how often the compiler ran, and for how long */
  readonly compiled = { plans: 0, ms: 0 };

  constructor(readonly options: ReaderOptions) {
    this.limits = { page: 100, total: 10_000, ...options.limits };
  }

  get catalog(): Catalog {
    if (!this.bound) throw new Error('Reader.bind(schema) has not been called');
    return this.bound;
  }

  bind(schema: GraphQLSchema): Catalog {
    const { source, tree, models } = this.options;
    const catalog = new Catalog(schema, source, tree, models);
    check(catalog);
    return (this.bound = catalog);
  }

  find(shape: Shape, bound: Bound, run: Run): Plan {
    const plan = this.tree(shape, bound, run.info.fieldNodes[0]!).find(run);
    // prepared from the second use on, and never more names than connections can hold
    if (plan.name === undefined && ++plan.uses > 1) {
      const name = `rm_${createHash('sha256').update(plan.text).digest('base64url').slice(0, 22)}`;
      if (this.names.has(name) || this.names.size < (this.options.maxNames ?? 500)) {
        this.names.add(name);
        plan.name = name;
      }
    }
    return plan;
  }

  /** A resolver may read the same field as one of several models (`node`), so the model is part of the key. */
  private tree(shape: Shape, bound: Bound, node: FieldNode): PlanTree<Plan> {
    let trees = this.trees.get(node);
    if (!trees) this.trees.set(node, (trees = new Map()));
    const key = `${shape} ${bound.name}`;
    let tree = trees.get(key);
    if (!tree) trees.set(key, (tree = new PlanTree((ask, run) => this.compile(shape, bound, ask, run))));
    return tree;
  }

  private compile(shape: Shape, bound: Bound, ask: ConstructorParameters<typeof Compiler>[1], run: Run): Plan {
    const start = performance.now();
    try {
      // @include on a second node of the same response name changes the list, not its first node
      ask((r) => (r.info.fieldNodes.length === 1 ? '' : r.info.fieldNodes.map((n) => this.number(n)).join()));
      const { fragments, fieldNodes, parentType, fieldName } = run.info;
      const compiler = new Compiler(this.catalog, ask, fragments, this.limits);
      const json = compiler.root(shape, bound, parentType.getFields()[fieldName]!, fieldNodes);
      const { text } = compiler.context;
      return { ...render(text ? this.confirmed(json) : trusted`select ${json} j`), notes: text, uses: 0 };
    } finally {
      this.compiled.plans++;
      this.compiled.ms += performance.now() - start;
    }
  }

  /** nothing of `json` is evaluated unless the database confirms the viewer */
  private confirmed(json: Sql): Sql {
    const { name, types } = this.options.confirm!;
    const values = types.map((type, i) => trusted`${new Param((run) => run.proof[i])}::${typeName(type)}`);
    const call = trusted`${identifier(name)}(${join(values, ', ')})`;
    return trusted`select c.ok, case when c.ok then (${json})::text end j from ${call} c(ok)`;
  }

  private number(node: FieldNode): number {
    let number = this.numbers.get(node);
    if (number === undefined) this.numbers.set(node, (number = ++this.nodes));
    return number;
  }
}
