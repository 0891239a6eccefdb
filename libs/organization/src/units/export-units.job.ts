import type { Viewer } from '@dangwu/access';
import { writeWorkbook } from '@dangwu/imports';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import type { Messages } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { JobHandlers, Jobs, type JobContext } from '@dangwu/platform/jobs';
import { Reader } from '@dangwu/read-model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse } from 'graphql';
import { AccountViewers } from '../export/account-viewers';
import { tierWords } from '../organization-words';
import type { Tier } from '../organization.enums';
import type { CoverageKind, UnitKind } from './unit.enums';
import type { ExportUnitsInput } from './unit.inputs';
import { coverageWords, unitKindWords } from './unit-words';

export const exportUnitsJob = 'UNIT_EXPORT';

/** The list that people see, page by page: the export can never hold more or other rows than it. */
const document = parse(`
  query ($after: String, $filter: UnitFilter, $order: UnitOrder, $within: ID, $asOf: Date) {
    units(first: 100, after: $after, filter: $filter, order: $order, within: $within, asOf: $asOf) {
      totalCount
      nodes {
        code name uscc kind tier coverage organization { name } coveredBy { name } liaison
        partyMemberCount employeeCount reportedOn joinedOn qualifiesWithoutOrganization closedOn
      }
      pageInfo { hasNextPage endCursor }
    }
  }`);

interface Row {
  readonly code: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: UnitKind;
  readonly tier: Tier | null;
  readonly coverage: CoverageKind;
  readonly organization: { readonly name: string } | null;
  readonly coveredBy: { readonly name: string } | null;
  readonly liaison: string | null;
  readonly partyMemberCount: number | null;
  readonly employeeCount: number | null;
  readonly reportedOn: string | null;
  readonly joinedOn: string | null;
  readonly qualifiesWithoutOrganization: boolean;
  readonly closedOn: string | null;
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type Value = (row: Row) => string | number | null;

/** The Chinese headings are those of the import's template: what was exported can be corrected and read in again. */
function columnsIn(language: keyof Messages): { heading: string; width: number; value: Value }[] {
  const column = (zh: string, en: string, width: number, value: Value) => ({
    heading: language === 'zh' ? zh : en,
    width,
    value,
  });
  const yes = { zh: '是', en: 'yes' }[language];
  return [
    column('单位名称', 'Name', 40, (row) => row.name),
    column('单位编码', 'Code', 14, (row) => row.code),
    column('统一社会信用代码', 'Unified social credit code', 22, (row) => row.uscc),
    column('单位类型', 'Kind', 14, (row) => unitKindWords[row.kind][language]),
    column('所属层面', 'Tier', 14, (row) => (row.tier ? tierWords[row.tier][language] : null)),
    column('联系党组织', 'Responsible organization', 40, (row) => row.organization?.name ?? null),
    column('党组织建立情况', 'Coverage', 16, (row) => coverageWords[row.coverage][language]),
    column('覆盖党组织', 'Covered by', 40, (row) => row.coveredBy?.name ?? null),
    column('联络员', 'Liaison', 12, (row) => row.liaison),
    column('党员人数', 'Party members', 10, (row) => row.partyMemberCount),
    column('职工人数', 'Employees', 10, (row) => row.employeeCount),
    column('统计日期', 'Reported on', 12, (row) => row.reportedOn),
    column('入会时间', 'Joined on', 12, (row) => row.joinedOn),
    column('够条件未建', 'Qualifies, has none', 10, (row) => (row.qualifiesWithoutOrganization ? yes : null)),
    column('注销时间', 'Closed on', 12, (row) => row.closedOn),
  ];
}

/** Writes lists of units into spreadsheets. */
@Injectable()
export class ExportUnits implements OnModuleInit {
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
    this.handlers.on(exportUnitsJob, (job) => this.run(job));
  }

  /** @returns the job's UUID */
  async start(viewer: Viewer, input: ExportUnitsInput): Promise<string> {
    return this.database.transaction(viewer.scope('unit.export'), async (tx) => {
      const { id: accountId } = viewer.account;
      const { id: associationId } = viewer.association;
      const job = await this.jobs.start(tx, { kind: exportUnitsJob, accountId, associationId, input: { ...input } });
      return job.id;
    });
  }

  private async run(job: JobContext): Promise<void> {
    const { locale, ...asked } = job.input as unknown as ExportUnitsInput;
    const language = locale?.startsWith('en') ? 'en' : 'zh';
    const viewer = await this.viewers.exporting(job);
    const rows: Row[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await this.page(viewer, { ...asked, after });
      rows.push(...page.nodes);
      await job.progress(rows.length, page.totalCount);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    const title = { zh: '单位名册', en: 'Units' }[language];
    const columns = columnsIn(language);
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
    const message = { zh: `已导出 ${rows.length} 个单位`, en: `${rows.length} units exported` };
    await this.database.transaction(job.scope, async (tx) => {
      const after = { rows: rows.length, ...asked };
      const event = { subjectType: 'File', subjectId: file.id, subjectName: file.name, after };
      await this.audit.record(tx, { action: 'exportUnits', ...event });
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
    return (result.data as unknown as { readonly units: Page }).units;
  }
}
