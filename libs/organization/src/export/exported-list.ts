import type { Permission, Viewer } from '@dangwu/access';
import type { Messages } from '@dangwu/platform/errors';
import type { DocumentNode } from 'graphql';

/** A column of a spreadsheet in one language. */
export interface ExportColumn<Row> {
  readonly heading: string;
  readonly width: number;
  readonly value: (row: Row) => string | number | null;
}

/** What is asked of every export beside the list's own filter and order. */
export interface Asked {
  /** global id of an organization: only it and what lies below */
  readonly within?: string | null;
  /** a past day, as the list shows it */
  readonly asOf?: string | null;
  /** language of headings and words: zh when left out */
  readonly locale?: string | null;
}

/** One kind of list that can be written into a spreadsheet. */
export interface ExportedList<Row, Input extends Asked> {
  /** kind of its job; ends with EXPORT, which the audit log counts by */
  readonly job: string;
  /** its name in the audit log */
  readonly action: string;
  /** what starts it; the rows are those that may be read and exported */
  readonly permission: Permission;
  /**
   * The list that people see, answered as `list`, with `$after` beside the input's own names: the export can never hold
   * more or other rows than it.
   */
  readonly document: DocumentNode;
  readonly title: Messages;
  /** what the rows are called in the job's message, after their number */
  readonly rows: Messages;
  /**
   * The people it tells of, of whom only so many are exported without approval: each row is one, or a row names some, by
   * what tells them apart. Nobody when left out.
   */
  readonly people?: 'ROWS' | ((row: Row) => readonly string[]);
  columns(language: keyof Messages, input: Input, day: string): readonly ExportColumn<Row>[];
  /** the same list, asked for by what may be kept: jobs and requests are rows */
  kept?(viewer: Viewer, input: Input): Promise<Input>;
  /** what the audit log keeps of the request, when not all of it */
  told?(input: Input): object;
}

/** Makes columns in one language. */
export const columnsIn =
  <Row>(language: keyof Messages) =>
  (zh: string, en: string, width: number, value: ExportColumn<Row>['value']): ExportColumn<Row> => ({
    heading: language === 'zh' ? zh : en,
    width,
    value,
  });
