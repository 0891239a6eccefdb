import type { Messages } from '@dangwu/platform/errors';
import { relationWords, statusWords, tierWords, typeWords } from '../organization-words';
import { columnsIn, type ExportColumn } from './exported-list';
import type { OrganizationStatus, OrganizationType, ParentRelation, Tier } from '../organization.enums';

/** A row as the API answers it. */
export interface ExportedOrganization {
  readonly code: string;
  readonly name: string;
  readonly type: OrganizationType;
  readonly tier: Tier | null;
  readonly relation: ParentRelation | null;
  readonly status: OrganizationStatus;
  readonly foundedOn: string | null;
  readonly dissolvedOn: string | null;
  readonly termYears: number | null;
  readonly termEndsOn: string | null;
  readonly reportedMemberCount: number | null;
  readonly reportedOn: string | null;
  readonly parent: { readonly code: string; readonly name: string } | null;
  readonly flags: readonly { readonly message: Messages }[];
}

/** The Chinese headings are those of the import's template: what was exported can be corrected and read in again. */
export function exportColumns(language: keyof Messages): readonly ExportColumn<ExportedOrganization>[] {
  const column = columnsIn<ExportedOrganization>(language);
  return [
    column('编码', 'Code', 14, (row) => row.code),
    column('党组织名称', 'Name', 40, (row) => row.name),
    column('组织类型', 'Type', 16, (row) => typeWords[row.type][language]),
    column('上级党组织', 'Parent', 40, (row) => row.parent?.name ?? null),
    column('隶属关系', 'Relation', 10, (row) => (row.relation ? relationWords[row.relation][language] : null)),
    column('所属层面', 'Tier', 14, (row) => (row.tier ? tierWords[row.tier][language] : null)),
    column('成立时间', 'Founded on', 12, (row) => row.foundedOn),
    column('任期（年）', 'Term (years)', 10, (row) => row.termYears),
    column('届满时间', 'Term ends on', 12, (row) => row.termEndsOn),
    column('党员人数', 'Members reported', 10, (row) => row.reportedMemberCount),
    column('状态', 'Status', 10, (row) => statusWords[row.status][language]),
    column('撤销时间', 'Dissolved on', 12, (row) => row.dissolvedOn),
    column('提示', 'Flags', 50, (row) => row.flags.map(({ message }) => message[language]).join('\n') || null),
  ];
}
