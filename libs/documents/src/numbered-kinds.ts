import { sql, type Row, type Rows, type Sql } from '@dangwu/read-model';
import type { DocumentNumberEntity } from './document-number.entity';

/** What the register of numbers tells of a document, as an expression. */
export type NumberedFact = 'title' | 'text' | 'aboutId' | 'givenBy' | 'withdrawn';

/** How the register of numbers tells of documents, by the library that gives them their numbers. E: what has the number. */
export interface NumberedKind<E> {
  /** which numbers are theirs, by their kinds */
  of(number: Row<DocumentNumberEntity>): Sql;
  /** the type as which they are read: who may not read one does not see its number */
  readonly type: Parameters<Rows['exists']>[0];
  /** what it is called */
  title(row: Row<E>, rows: Rows): Sql;
  /** the number as it is written on it, with its mark */
  text(row: Row<E>): Sql;
  /** global id of what its page is about */
  aboutId(row: Row<E>): Sql;
  /** who gave the number, by name */
  givenBy(row: Row<E>, rows: Rows): Sql;
  /** whether it was withdrawn after it got its number, which it keeps */
  withdrawn(row: Row<E>): Sql;
}

type Any = NumberedKind<{ id: string }>;
const registered: Any[] = [];

/** Lets the register of numbers tell of one more kind of documents. */
export function defineNumberedKind<E extends { id: string }>(kind: NumberedKind<E>): void {
  // what reads the rows is the library that declares them
  registered.push(kind as unknown as Any);
}

const choose = (number: Row<DocumentNumberEntity>, of: (kind: Any) => Sql, otherwise: Sql): Sql =>
  registered.reduce((rest, kind) => sql`case when ${kind.of(number)} then ${of(kind)} else ${rest} end`, otherwise);

/** Whether there is a document that the viewer may read. */
export const isShown = (number: Row<DocumentNumberEntity>, rows: Rows): Sql =>
  choose(
    number,
    ({ type }) => rows.exists<{ id: string }>(type, ({ id }) => sql`${id} = ${number.subjectId}`),
    sql`false`,
  );

/** Something of the document that has a number; null where the viewer may not read it. */
export const factOf =
  (fact: NumberedFact) =>
  (number: Row<DocumentNumberEntity>, _: unknown, rows: Rows): Sql =>
    choose(
      number,
      (kind) =>
        rows.value<{ id: string }>(
          kind.type,
          (row) => kind[fact](row, rows),
          ({ id }) => sql`${id} = ${number.subjectId}`,
        ),
      sql`null`,
    );
