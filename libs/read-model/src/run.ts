/** One execution: what the compiler may ask about, and what parameters read from. */
import { getArgumentValues, type FieldNode, type GraphQLField, type GraphQLResolveInfo } from 'graphql';
import type { Area } from './area';

/** Who reads: made by the access library, once a request. */
export interface ReadViewer {
  /** where the viewer holds the permission today */
  area(permission: string): Area;
  /** whose rows `place: { own }` answers; without it there are none */
  readonly key?: unknown;
  /** whose rows `place: 'association'` answers; without it there are none */
  readonly associationId?: unknown;
  /** what `ReaderOptions.confirm` is called with: without it no text is answered (see `text.ts`) */
  readonly proof?: () => readonly unknown[];
}

export type Args = Readonly<Record<string, unknown>>;
export type AreaOf = (run: Run) => Area;

export class Run {
  private readonly coerced = new Map<FieldNode, Args>();
  private proven: readonly unknown[] | undefined;

  constructor(
    readonly rootArgs: Args,
    /** where the rows of the root must lie: the viewer's area for reading them ∩ the part asked for */
    readonly rootArea: Area,
    readonly info: GraphQLResolveInfo,
    readonly viewer: ReadViewer,
    readonly asOf: string | undefined,
    private readonly today: () => string,
    /** the answer is wanted as text, for a viewer whom the statement confirms */
    readonly text = false,
  ) {
    for (const node of info.fieldNodes) this.coerced.set(node, rootArgs);
  }

  /** of one moment for the whole statement */
  get proof(): readonly unknown[] {
    return (this.proven ??= this.viewer.proof!());
  }

  /** the day the read is of */
  get day(): string {
    return this.asOf ?? this.today();
  }

  get variables(): Args {
    return this.info.variableValues;
  }

  get within(): Area | undefined {
    return this.rootArgs['within'] as Area | undefined;
  }

  /** Arguments of a field, coerced by graphql-js; those of the root field are what the resolver passed. */
  args(field: GraphQLField<unknown, unknown>, node: FieldNode): Args {
    let args = this.coerced.get(node);
    if (!args) this.coerced.set(node, (args = getArgumentValues(field, node, this.info.variableValues)));
    return args;
  }
}
