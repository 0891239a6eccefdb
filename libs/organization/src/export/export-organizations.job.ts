import type { Viewer } from '@dangwu/access';
import { writeWorkbook } from '@dangwu/imports';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Files } from '@dangwu/platform/files';
import { JobHandlers, Jobs, type JobContext } from '@dangwu/platform/jobs';
import { Reader } from '@dangwu/read-model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse } from 'graphql';
import { AccountViewers } from './account-viewers';
import { exportColumns, type ExportedOrganization } from './export-columns';
import type { ExportOrganizationsInput } from '../organization.inputs';

export const exportJob = 'ORGANIZATION_EXPORT';

/** The list that people see, page by page: the export can never hold more or other rows than it. */
const document = parse(`
  query ($after: String, $filter: PartyOrganizationFilter, $order: PartyOrganizationOrder, $within: ID, $asOf: Date) {
    partyOrganizations(first: 100, after: $after, filter: $filter, order: $order, within: $within, asOf: $asOf) {
      totalCount
      nodes {
        code name type tier relation status foundedOn dissolvedOn termYears termEndsOn reportedMemberCount reportedOn
        parent { code name }
        flags { message { zh en } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`);

interface Answer {
  readonly partyOrganizations: {
    readonly totalCount: number;
    readonly nodes: readonly ExportedOrganization[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Writes lists of organizations into spreadsheets. */
@Injectable()
export class ExportOrganizations implements OnModuleInit {
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

  onModuleInit(): void {
    this.handlers.on(exportJob, (job) => this.run(job));
  }

  /** @returns the job's UUID */
  async start(viewer: Viewer, input: ExportOrganizationsInput): Promise<string> {
    return this.database.transaction(viewer.scope('organization.export'), async (tx) => {
      const job = await this.jobs.start(tx, {
        kind: exportJob,
        accountId: viewer.account.id,
        associationId: viewer.association.id,
        input: { ...input },
      });
      return job.id;
    });
  }

  private async run(job: JobContext): Promise<void> {
    const { locale, ...asked } = job.input as unknown as ExportOrganizationsInput;
    const language = locale?.startsWith('en') ? 'en' : 'zh';
    const viewer = await this.viewers.exporting(job);
    const rows: ExportedOrganization[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Answer['partyOrganizations'] = await this.page(viewer, { ...asked, after });
      rows.push(...page.nodes);
      await job.progress(rows.length, page.totalCount);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    const title = { zh: '党组织名册', en: 'Party organizations' }[language];
    const columns = exportColumns(language);
    const workbook = await writeWorkbook({
      name: title,
      title,
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map((row) => columns.map(({ value }) => value(row))),
    });
    const file = await this.files.put(workbook, {
      name: `${title}-${asked.asOf ?? this.clock.today()}.xlsx`,
      accountId: job.accountId,
      associationId: job.associationId,
    });
    const message = { zh: `已导出 ${rows.length} 个党组织`, en: `${rows.length} organizations exported` };
    await this.database.transaction(job.scope, async (tx) => {
      const after = { rows: rows.length, ...asked };
      const event = { subjectType: 'File', subjectId: file.id, subjectName: file.name, after };
      await this.audit.record(tx, { action: 'exportOrganizations', ...event });
      await job.finish(tx, { fileId: file.id, message });
    });
  }

  private async page(viewer: Viewer, variableValues: Record<string, unknown>): Promise<Answer['partyOrganizations']> {
    const result = await execute({
      schema: this.schema.schema,
      document,
      variableValues,
      contextValue: { viewer, req: {}, res: {} },
      fieldResolver: this.reader.fieldResolver,
    });
    const [error] = result.errors ?? [];
    if (error) throw error.originalError ?? error;
    return (result.data as unknown as Answer).partyOrganizations;
  }
}
