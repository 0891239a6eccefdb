import type { Viewer } from '@dangwu/access';
import { writeWorkbook } from '@dangwu/imports';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Files } from '@dangwu/platform/files';
import { JobHandlers, Jobs, type JobContext } from '@dangwu/platform/jobs';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountViewers } from './account-viewers';
import { ExportLimit } from './export-limit';
import type { Asked, ExportedList } from './exported-list';
import { ListRows, peopleIn } from './list-rows';
import { ApprovedExports } from './requests/approved-exports';

/** Writes lists into spreadsheets, by jobs: what all exports of ledgers share. */
@Injectable()
export class ListExport {
  private readonly lists = new Map<string, ExportedList<never, Asked>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly files: Files,
    private readonly rows: ListRows,
    private readonly limit: ExportLimit,
    private readonly approved: ApprovedExports,
    private readonly viewers: AccountViewers,
  ) {}

  /** Registers the job of a list; called once for each at start. */
  offer<Row, Input extends Asked>(list: ExportedList<Row, Input>): void {
    this.lists.set(list.job, list);
    this.handlers.on(list.job, (job) => this.run(list, job));
  }

  /** The list that jobs of this kind write. */
  of(kind: string): ExportedList<never, Asked> | undefined {
    return this.lists.get(kind);
  }

  /** @returns the job's UUID. @throws EXPORT_NEEDS_APPROVAL */
  async start<Row, Input extends Asked>(viewer: Viewer, list: ExportedList<Row, Input>, input: Input): Promise<string> {
    const asked = (await list.kept?.(viewer, input)) ?? input;
    await this.limit.check(viewer, list, asked);
    return this.database.transaction(viewer.scope(list.permission), (tx) => this.begin(tx, viewer, list.job, asked));
  }

  /**
   * @param approval UUID of the request whose approval lets it tell of more people than the rule
   * @returns the job's UUID
   */
  async begin(tx: EntityManager, viewer: Viewer, kind: string, asked: object, approval?: string): Promise<string> {
    const { id: accountId } = viewer.account;
    const { id: associationId } = viewer.association;
    const input = { ...asked, ...(approval && { approval }) };
    const job = await this.jobs.start(tx, { kind, accountId, associationId, input });
    return job.id;
  }

  private async run<Row, Input extends Asked>(list: ExportedList<Row, Input>, job: JobContext): Promise<void> {
    // the job's input is what `begin` put there
    const { approval, ...input } = job.input as unknown as Input & { readonly approval?: string };
    const { locale, ...asked } = input;
    const language = locale?.startsWith('en') ? 'en' : 'zh';
    const day = asked.asOf ?? this.clock.today();
    const viewer = await this.viewers.exporting(job);
    const rows = await this.read(list, viewer, job, asked);
    const people = peopleIn(list, rows);
    // what was few when it was asked for may be many by now
    if (!approval && list.people) await this.limit.hold(viewer, list.permission, asked, people);
    const title = list.title[language];
    const columns = list.columns(language, input as unknown as Input, day);
    const workbook = await writeWorkbook({
      name: title,
      title,
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    });
    const { accountId, associationId } = job;
    const message = { zh: `已导出 ${rows.length} ${list.rows.zh}`, en: `${rows.length} ${list.rows.en} exported` };
    await this.database.transaction(job.scope, async (tx) => {
      const approvedBy = approval ? await this.approved.deliver(tx, approval, people) : undefined;
      const file = await this.files.put(workbook, { name: `${title}-${day}.xlsx`, accountId, associationId }, tx);
      const after = { rows: rows.length, ...(list.told?.(input as unknown as Input) ?? asked), approvedBy };
      const event = { subjectType: 'File', subjectId: file.id, subjectName: file.name, after };
      await this.audit.record(tx, { action: list.action, ...event });
      await job.finish(tx, { fileId: file.id, message });
    });
  }

  private async read<Row, Input extends Asked>(
    list: ExportedList<Row, Input>,
    viewer: Viewer,
    job: JobContext,
    asked: object,
  ): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for await (const { nodes, totalCount } of this.rows.pages(list, viewer, asked)) {
      rows.push(...nodes);
      await job.progress(rows.length, totalCount);
    }
    return rows;
  }
}
