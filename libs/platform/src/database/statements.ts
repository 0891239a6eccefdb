/** What runs statements inside one transaction: TypeORM's manager, or a plain transaction without it. */
export interface Statements {
  query<Rows = unknown>(text: string, values?: unknown[]): Promise<Rows>;
}

/** A statement and its values, not sent yet. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What read models read through. */
export interface ReadingConnection {
  query(statement: { text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}
