import type { Permission, Viewer } from '@dangwu/access';
import { writeWorkbook } from '@dangwu/imports';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import type { Messages } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { JobHandlers, Jobs, type JobContext } from '@dangwu/platform/jobs';
import { Reader } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, type DocumentNode } from 'graphql';
import { AccountViewers } from './account-viewers';

/** A column of a spreadsheet in one language. */
export interface ExportColumn<Row> {
  readonly heading: string;
  readonly width: number;
  readonly value: (row: Row) => string | number | null;
}

/** What is asked of every export beside the list's own filter and order. */
interface Asked {
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
  columns(language: keyof Messages, input: Input, day: string): readonly ExportColumn<Row>[];
  /** what the audit log keeps of the request, when not all of it */
  told?(input: Input): object;
}

interface Page<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Writes lists into spreadsheets, by jobs: what all exports of ledgers share. */
@Injectable()
export class ListExport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly files: Files,
    private readonly reader: Reader,
    private readonly schema: GraphQLSchemaHost,
    private readonly viewers: AccountViewers,
  ) {}

  /** Registers the job of a list; called once for each at start. */
  offer<Row, Input extends Asked>(list: ExportedList<Row, Input>): void {
    this.handlers.on(list.job, (job) => this.run(list, job));
  }

  /** @returns the job's UUID */
  async start<Row, Input extends Asked>(viewer: Viewer, list: ExportedList<Row, Input>, input: Input): Promise<string> {
    return this.database.transaction(viewer.scope(list.permission), async (tx) => {
      const { id: accountId } = viewer.account;
      const { id: associationId } = viewer.association;
      const asked: object = input;
      const job = await this.jobs.start(tx, { kind: list.job, accountId, associationId, input: { ...asked } });
      return job.id;
    });
  }

  private async run<Row, Input extends Asked>(list: ExportedList<Row, Input>, job: JobContext): Promise<void> {
    // the job's input is what `start` put there
    const input = job.input as unknown as Input;
    const { locale, ...asked } = input;
    const language = locale?.startsWith('en') ? 'en' : 'zh';
    const day = asked.asOf ?? this.clock.today();
    const rows = await this.read(list, job, asked);
    const title = list.title[language];
    const columns = list.columns(language, input, day);
    const workbook = await writeWorkbook({
      name: title,
      title,
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    });
    const { accountId, associationId } = job;
    const file = await this.files.put(workbook, { name: `${title}-${day}.xlsx`, accountId, associationId });
    const message = { zh: `已导出 ${rows.length} ${list.rows.zh}`, en: `${rows.length} ${list.rows.en} exported` };
    await this.database.transaction(job.scope, async (tx) => {
      const after = { rows: rows.length, ...(list.told?.(input) ?? asked) };
      const event = { subjectType: 'File', subjectId: file.id, subjectName: file.name, after };
      await this.audit.record(tx, { action: list.action, ...event });
      await job.finish(tx, { fileId: file.id, message });
    });
  }

  private async read<Row, Input extends Asked>(
    list: ExportedList<Row, Input>,
    job: JobContext,
    asked: object,
  ): Promise<readonly Row[]> {
    const viewer = await this.viewers.exporting(job);
    const rows: Row[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page<Row> = await this.page<Row>(viewer, list.document, { ...asked, after });
      rows.push(...page.nodes);
      await job.progress(rows.length, page.totalCount);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return rows;
  }

  private async page<Row>(viewer: Viewer, document: DocumentNode, variableValues: object): Promise<Page<Row>> {
    const result = await execute({
      schema: this.schema.schema,
      document,
      variableValues: { ...variableValues },
      contextValue: { viewer, req: {}, res: {} },
      fieldResolver: this.reader.fieldResolver,
    });
    const [error] = result.errors ?? [];
    if (error) throw error.originalError ?? error;
    return (result.data as unknown as { readonly list: Page<Row> }).list;
  }
}

/** Makes columns in one language. */
export const columnsIn =
  <Row>(language: keyof Messages) =>
  (zh: string, en: string, width: number, value: ExportColumn<Row>['value']): ExportColumn<Row> => ({
    heading: language === 'zh' ? zh : en,
    width,
    value,
  });
