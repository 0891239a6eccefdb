import type { Viewer } from '@dangwu/access';
import { columnsIn, ListExport, type ExportColumn, type ExportedList } from '@dangwu/organization';
import type { Messages } from '@dangwu/platform/errors';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse } from 'graphql';
import { holdsOn } from '../dated';
import {
  affiliationWords,
  genderWords,
  memberStatusWords,
  postWords,
  type AffiliationKind,
  type Gender,
  type MemberStatus,
  type Post,
} from '../member.enums';
import { MemberSearch } from '../member-search';
import { MemberColumn, type ExportMembersInput } from './export.inputs';

/** A row as the API answers it: numbers are masked. */
interface Row {
  readonly name: string;
  readonly gender: Gender | null;
  readonly birthDate: string | null;
  readonly education: string | null;
  readonly jobTitle: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly status: MemberStatus;
  readonly joinedOn: string | null;
  readonly fullOn: string | null;
  readonly leftOn: string | null;
  readonly affiliationKind: AffiliationKind;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly appointments: readonly {
    readonly post: Post;
    readonly since: string;
    readonly until: string | null;
    readonly organization: { readonly id: string; readonly name: string } | null;
  }[];
}

/** Posts held on the day, with the organization where it is not the member's own, as the ledger shows them. */
function postsOf({ appointments, organization: home }: Row, language: keyof Messages, day: string): string | null {
  const words = appointments
    .filter((post) => holdsOn(post, day))
    .map(({ post, organization }) => {
      const word = postWords[post][language];
      if (!organization || organization.id === home?.id) return word;
      return language === 'zh' ? `${organization.name}${word}` : `${word}, ${organization.name}`;
    });
  return words.join(language === 'zh' ? '、' : '; ') || null;
}

const left = { zh: '已转出', en: 'left' };

/** The name, then the columns asked for in their order; all of them when none are named. */
function memberColumns(
  language: keyof Messages,
  { columns }: ExportMembersInput,
  day: string,
): readonly ExportColumn<Row>[] {
  const column = columnsIn<Row>(language);
  const all: Readonly<Record<MemberColumn, ExportColumn<Row>>> = {
    STATUS: column('党员类别', 'Status', 12, (row) => (row.leftOn ? left : memberStatusWords[row.status])[language]),
    ORGANIZATION: column('所在党组织', 'Organization', 40, (row) => row.organization?.name ?? null),
    POST: column('党内职务', 'Posts', 30, (row) => postsOf(row, language, day)),
    AFFILIATION: column('组织关系', 'Affiliation', 10, (row) => affiliationWords[row.affiliationKind][language]),
    GENDER: column('性别', 'Gender', 8, (row) => row.gender && genderWords[row.gender][language]),
    BIRTH_DATE: column('出生日期', 'Date of birth', 12, (row) => row.birthDate),
    EDUCATION: column('学历', 'Education', 12, (row) => row.education),
    JOB_TITLE: column('工作岗位', 'Job', 20, (row) => row.jobTitle),
    JOINED_ON: column('入党时间', 'Admitted on', 12, (row) => row.joinedOn),
    FULL_ON: column('转正时间', 'Full member on', 12, (row) => row.fullOn),
    ID_NUMBER: column('身份证号', 'ID number', 22, (row) => row.idNumber),
    PHONE: column('手机号', 'Phone', 16, (row) => row.phone),
  };
  const name = column('姓名', 'Name', 14, (row) => row.name);
  return [name, ...(columns ?? Object.values(MemberColumn)).map((key) => all[key])];
}

/** Lists of members as spreadsheets. */
@Injectable()
export class ExportMembers implements ExportedList<Row, ExportMembersInput>, OnModuleInit {
  readonly job = 'MEMBER_EXPORT';
  readonly action = 'member.export';
  readonly permission = 'member.export';
  readonly title = { zh: '党员名册', en: 'Members' };
  readonly rows = { zh: '名党员', en: 'members' };
  readonly people = 'ROWS';
  readonly columns = memberColumns;
  readonly document = parse(`
    query ($after: String, $filter: MemberFilter, $order: MemberOrder, $within: ID, $asOf: Date) {
      list: members(first: 100, after: $after, filter: $filter, order: $order, within: $within, asOf: $asOf) {
        totalCount
        nodes {
          name gender birthDate education jobTitle idNumber phone status joinedOn fullOn leftOn affiliationKind
          organization { id name }
          appointments { post since until organization { id name } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }`);

  constructor(
    private readonly exporting: ListExport,
    private readonly search: MemberSearch,
  ) {}

  onModuleInit(): void {
    this.exporting.offer(this);
  }

  /** @returns the job's UUID. @throws EXPORT_NEEDS_APPROVAL */
  start(viewer: Viewer, input: ExportMembersInput): Promise<string> {
    return this.exporting.start(viewer, this, input);
  }

  /** A number that was searched for must not stand in a row. */
  async kept(viewer: Viewer, input: ExportMembersInput): Promise<ExportMembersInput> {
    const filter = input.filter && (await this.search.withoutNumber(viewer, input.filter));
    return { ...input, ...(filter && { filter }) };
  }

  /** A name that was searched for is kept by its shape, as everywhere in the audit log. */
  told({ locale: _locale, filter, ...asked }: ExportMembersInput): object {
    const search = filter?.search ? `${[...filter.search][0]}**` : filter?.search;
    return { ...asked, filter: filter && { ...filter, search } };
  }
}
