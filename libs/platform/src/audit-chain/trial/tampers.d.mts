/** Runs a statement as a superuser of the database. */
export type Query = <Row extends object = Record<string, string>>(text: string, values?: unknown[]) => Promise<Row[]>;

/** What verification has to say. */
export interface Expected {
  readonly kind: string;
  readonly block: number;
  readonly event: string | null;
}

export interface Tamper {
  readonly name: string;
  /** does the deed and says what must be found */
  run(query: Query): Promise<Expected>;
}

export const triggersOff: readonly string[];
export const tampers: readonly Tamper[];
