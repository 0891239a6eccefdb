/** The only way to data for a resolver: one call, one statement, the viewer's sight applied. */
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { Area } from './area';
import type { Shape } from './compile/compiler';
import type { ReadModel } from './declare';
import { badValue, explain } from './errors';
import { Plans, type ReaderOptions } from './plans';
import { Run, type Args, type ReadViewer } from './run';
import { fieldResolverOf, takeOver, withinBound } from './take-over';
import { isTextWanted, JsonText, NoText, type TextNotes } from './text';

/** What every call may ask for. */
export interface ReadArgs {
  /** the part of the tree asked for; what lies outside the viewer's sight is not answered */
  readonly within?: Area;
  /** a day 'YYYY-MM-DD': models with history are read as they were; `within` is then an area of that day's tree */
  readonly asOf?: string | null;
  /** further arguments, for expressions that read them */
  readonly [argument: string]: unknown;
}

export interface PageArgs<F = unknown, O extends string = string> extends ReadArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: F | null;
  readonly order?: O | null;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page. Only what the client selected is there, under the names of its response: pass it on, do not read it. */
export interface Connection<T> {
  readonly nodes: T[];
  readonly edges: { cursor: string; node: T }[];
  /** stops one above the limit: 10,001 means more than 10,000 */
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
}

/** A pool or a client of `pg`. */
export interface Database {
  query(statement: { name?: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

export interface PreparedRead {
  readonly text: string;
  readonly values: unknown[];
  readonly name?: string;
}

interface Planned {
  readonly statement: PreparedRead;
  readonly notes: TextNotes | null;
}

export class Reader {
  constructor(
    private readonly database: Database,
    options: ReaderOptions | Plans,
  ) {
    this.plans = options instanceof Plans ? options : new Plans(options);
  }
  private readonly plans: Plans;

  /**
   * At start, with the finished schema (Nest's `transformSchema`): checks every declaration and takes over the fields.
   * @throws Error that lists everything wrong and what to do about it
   */
  bind(schema: GraphQLSchema): GraphQLSchema {
    takeOver(this.plans.bind(schema));
    return schema;
  }

  /** The object with this key, or null: absent and out of sight are the same. */
  async one<T, F, O extends string>(
    model: ReadModel<T, F, O>,
    args: ReadArgs & { readonly key: unknown },
    info: GraphQLResolveInfo,
    viewer: ReadViewer,
  ): Promise<T | null> {
    return (await this.read('one', model, args, info, viewer)) as T | null;
  }

  /** A list: a page of it by first/last, or all of a model that declares `boundedBy`. */
  async list<T, F, O extends string>(
    model: ReadModel<T, F, O>,
    args: PageArgs<F, O>,
    info: GraphQLResolveInfo,
    viewer: ReadViewer,
  ): Promise<T[]> {
    return (await this.read('list', model, args, info, viewer)) as T[];
  }

  /** @throws ReadInputError unless exactly one of first and last is given, 1 to 100 */
  async connection<T, F, O extends string>(
    model: ReadModel<T, F, O>,
    args: PageArgs<F, O>,
    info: GraphQLResolveInfo,
    viewer: ReadViewer,
  ): Promise<Connection<T>> {
    return (await this.read('connection', model, args, info, viewer)) as Connection<T>;
  }

  /** The same reader on another connection, e.g. inside the transaction of a mutation. */
  using(database: Database): Reader {
    return new Reader(database, this.plans);
  }

  /** The statement of a call without running it: for tests, explain and the slow log. */
  plan(shape: Shape, model: ReadModel, args: Args, info: GraphQLResolveInfo, viewer: ReadViewer): PreparedRead {
    return this.planned(shape, model, args, info, viewer, false).statement;
  }

  private planned(
    shape: Shape,
    model: ReadModel,
    args: Args,
    info: GraphQLResolveInfo,
    viewer: ReadViewer,
    text: boolean,
  ): Planned {
    const { within } = args as ReadArgs;
    const asOf = (args as ReadArgs).asOf ?? undefined;
    if (asOf !== undefined && !isDay(asOf)) throw badValue('asOf');
    const { read } = model.declaration;
    const sight = read === undefined ? Area.everywhere : viewer.area(read);
    // paths of another day's tree are not comparable with today's: then the statement intersects
    const area = within && asOf === undefined ? sight.intersect(within) : sight;
    const run = new Run(args, area, info, viewer, asOf, this.plans.options.today, text);
    const plan = this.plans.find(shape, this.plans.catalog.of(model.declaration.type), run);
    if (plan.notes?.refused) throw new NoText(true, 'a field is computed or checked by graphql-js');
    const values = plan.params.map((p) => p.read(run));
    const statement = { text: plan.text, values, ...(plan.name !== undefined && { name: plan.name }) };
    return { statement, notes: plan.notes };
  }

  private async read(
    shape: Shape,
    model: ReadModel,
    args: Args,
    info: GraphQLResolveInfo,
    viewer: ReadViewer,
  ): Promise<unknown> {
    const asText = isTextWanted(info);
    if (asText && !(viewer.proof && this.plans.options.confirm)) throw new NoText(false, 'nobody to confirm');
    const { statement, notes } = this.planned(shape, model, args, info, viewer, asText);
    const { log } = this.plans.options;
    const start = log ? performance.now() : 0;
    try {
      const { rows } = await this.database.query(statement);
      if (notes) return textOf(rows[0] as { ok: boolean; j: string | null }, notes);
      return withinBound((rows[0] as { j: unknown }).j, `${info.parentType.name}.${info.fieldName}`);
    } catch (error) {
      throw explain(error);
    } finally {
      log?.({
        text: statement.text,
        ...(statement.name !== undefined && { name: statement.name }),
        values: statement.values.length,
        ms: performance.now() - start,
      });
    }
  }

  /** how often statements were compiled, and for how many milliseconds */
  get compiled(): { readonly plans: number; readonly ms: number } {
    return this.plans.compiled;
  }

  /** For graphql-js, as Apollo's `fieldResolver`. */
  readonly fieldResolver: GraphQLFieldResolver<unknown, unknown> = fieldResolverOf(() => this.plans.catalog.shapes);
}

/** @throws NoText when the viewer is no longer the one it was, or graphql-js would find an error */
function textOf({ ok, j }: { ok: boolean | null; j: string | null }, notes: TextNotes): JsonText | null {
  if (!ok) throw new NoText(false, 'the viewer has changed');
  if (j === null) return null;
  if (!notes.accepts(j)) throw new NoText(false, 'graphql-js has to look at the answer');
  return new JsonText(j);
}

const isDay = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);
