import type { Viewer } from '@dangwu/access';
import { writeWorkbook } from '@dangwu/imports';
import { AccountViewers } from '@dangwu/organization';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Files } from '@dangwu/platform/files';
import { JobHandlers, Jobs, type JobContext } from '@dangwu/platform/jobs';
import { Reader } from '@dangwu/read-model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse } from 'graphql';
import { auditErrors } from './audit.errors';
import type { ExportAuditEventsInput } from './audit.inputs';
import { exportColumns, type ExportedEvent } from './export-columns';
import { EventFilters } from './event-filter';

export const exportJob = 'AUDIT_EXPORT';
const limit = 50_000;

/** The list that the auditor sees, page by page: the export can never hold more or other rows than it. */
const document = parse(`
  query ($after: String, $filter: AuditEventFilter, $order: AuditEventOrder) {
    auditEvents(first: 100, after: $after, filter: $filter, order: $order) {
      nodes {
        id at kind actionName { zh en } actor { username name } client operation address requestId sessionId
        subjectTypeName { zh en } subjectId subjectName organization { code name } reason
        changes { fieldName { zh en } before { zh en } after { zh en } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`);

interface Page {
  readonly nodes: readonly ExportedEvent[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Writes what an auditor looks at into a spreadsheet. */
@Injectable()
export class ExportEventsJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly filters: EventFilters,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly files: Files,
    private readonly reader: Reader,
    private readonly schema: GraphQLSchemaHost,
    private readonly viewers: AccountViewers,
  ) {}

  onModuleInit(): void {
    this.handlers.on(exportJob, (job) => this.run(job));
  }

  /** @returns the job's UUID @throws MALFORMED_ID, UNKNOWN_ID for what the filter names */
  async start(viewer: Viewer, input: ExportAuditEventsInput): Promise<string> {
    await this.filters.found(viewer, input.filter);
    return this.database.transaction(viewer.scope('audit.read'), async (tx) => {
      const { id: accountId } = viewer.account;
      const { id: associationId } = viewer.association;
      const job = await this.jobs.start(tx, { kind: exportJob, accountId, associationId, input: { ...input } });
      return job.id;
    });
  }

  private async run(job: JobContext): Promise<void> {
    const { locale, ...asked } = job.input as unknown as ExportAuditEventsInput;
    const language = locale?.startsWith('en') ? 'en' : 'zh';
    const viewer = await this.viewers.exporting(job);
    const rows: ExportedEvent[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await this.page(viewer, { ...asked, after });
      rows.push(...page.nodes);
      if (rows.length > limit) throw auditErrors.TOO_MANY_EVENTS({ limit });
      await job.progress(rows.length);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    const title = { zh: '审计日志', en: 'Audit log' }[language];
    const columns = exportColumns(language);
    const workbook = await writeWorkbook({
      name: title,
      title,
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    });
    const { accountId, associationId } = job;
    const name = `${title}-${this.clock.today()}.xlsx`;
    const file = await this.files.put(workbook, { name, accountId, associationId });
    const message = { zh: `已导出 ${rows.length} 个事件`, en: `${rows.length} events exported` };
    await this.database.transaction(job.scope, async (tx) => {
      const after = { rows: rows.length, ...asked };
      const event = { subjectType: 'File', subjectId: file.id, subjectName: file.name, after };
      await this.audit.record(tx, { action: 'exportAuditEvents', ...event });
      await job.finish(tx, { fileId: file.id, message });
    });
  }

  private async page(viewer: Viewer, variableValues: Record<string, unknown>): Promise<Page> {
    const result = await execute({
      schema: this.schema.schema,
      document,
      variableValues,
      contextValue: { viewer, req: {}, res: {} },
      fieldResolver: this.reader.fieldResolver,
    });
    const [error] = result.errors ?? [];
    if (error) throw error.originalError ?? error;
    return (result.data as unknown as { readonly auditEvents: Page }).auditEvents;
  }
}
