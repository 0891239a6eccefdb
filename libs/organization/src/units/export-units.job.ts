import type { Viewer } from '@dangwu/access';
import type { Messages } from '@dangwu/platform/errors';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse } from 'graphql';
import { columnsIn, type ExportColumn, type ExportedList } from '../export/exported-list';
import { ListExport } from '../export/list-export';
import { tierWords } from '../organization-words';
import type { Tier } from '../organization.enums';
import type { CoverageKind, UnitKind } from './unit.enums';
import type { ExportUnitsInput } from './unit.inputs';
import { coverageWords, unitKindWords } from './unit-words';

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

/** The Chinese headings are those of the import's template: what was exported can be corrected and read in again. */
function unitColumns(language: keyof Messages): readonly ExportColumn<Row>[] {
  const column = columnsIn<Row>(language);
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

/** Lists of units as spreadsheets. */
@Injectable()
export class ExportUnits implements ExportedList<Row, ExportUnitsInput>, OnModuleInit {
  readonly job = 'UNIT_EXPORT';
  readonly action = 'exportUnits';
  readonly permission = 'unit.export';
  readonly title = { zh: '单位名册', en: 'Units' };
  readonly rows = { zh: '个单位', en: 'units' };
  // whom one calls at a unit
  readonly people = ({ liaison }: Row): readonly string[] => (liaison ? [liaison] : []);
  readonly columns = unitColumns;
  readonly document = parse(`
    query ($after: String, $filter: UnitFilter, $order: UnitOrder, $within: ID, $asOf: Date) {
      list: units(first: 100, after: $after, filter: $filter, order: $order, within: $within, asOf: $asOf) {
        totalCount
        nodes {
          code name uscc kind tier coverage organization { name } coveredBy { name } liaison
          partyMemberCount employeeCount reportedOn joinedOn qualifiesWithoutOrganization closedOn
        }
        pageInfo { hasNextPage endCursor }
      }
    }`);

  constructor(private readonly exporting: ListExport) {}

  onModuleInit(): void {
    this.exporting.offer(this);
  }

  /** @returns the job's UUID */
  start(viewer: Viewer, input: ExportUnitsInput): Promise<string> {
    return this.exporting.start(viewer, this, input);
  }
}
