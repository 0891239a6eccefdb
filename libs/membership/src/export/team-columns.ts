import { columnsIn, type ExportColumn } from '@dangwu/organization';
import type { Messages } from '@dangwu/platform/errors';
import { teamStateWords, type Post, type TeamState } from '../member.enums';
import { TeamColumn } from './export.inputs';

export interface ExportedAlarm {
  readonly state: TeamState;
  readonly endsOn: string;
  readonly toldOn: string | null;
}
export interface ExportedTeam {
  readonly termNo: number;
  readonly since: string;
  readonly endsOn: string;
  readonly seats: number;
  readonly vacancies: number;
  readonly state: TeamState;
  readonly appointments: readonly {
    readonly post: Post;
    readonly member: { readonly id: string; readonly name: string } | null;
  }[];
}
/** A row of either list: a team, or an election to prepare where perhaps no team is registered. */
export interface TeamRow {
  readonly organization: string | null;
  readonly team: ExportedTeam | null;
  readonly alarm: ExportedAlarm | null;
}

const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** How many days are left or over, in the words of the ledger. */
function left({ endsOn }: ExportedAlarm, language: keyof Messages, day: string): string {
  const count = days(day, endsOn);
  if (count === 0) return { zh: '今天届满', en: 'ends today' }[language];
  if (count < 0) return { zh: `逾期 ${-count} 天`, en: `${-count} days over` }[language];
  return { zh: `还有 ${count} 天`, en: `${count} days left` }[language];
}

const others = (post: Post): boolean => post !== 'SECRETARY' && post !== 'DEPUTY_SECRETARY';

/** The organization, then the columns asked for in their order; all of them when none are named. */
export function teamColumns(
  language: keyof Messages,
  asked: readonly TeamColumn[] | null | undefined,
  day: string,
): readonly ExportColumn<TeamRow>[] {
  const column = columnsIn<TeamRow>(language);
  const comma = { zh: '，', en: ', ' }[language];
  const unregistered = { zh: '未登记班子', en: 'no team registered' }[language];
  const names = (row: TeamRow, of: (post: Post) => boolean): string | null =>
    (row.team?.appointments ?? [])
      .flatMap(({ post, member }) => (of(post) && member ? [member.name] : []))
      .join(comma) || null;
  const all: Readonly<Record<TeamColumn, ExportColumn<TeamRow>>> = {
    STATE: column('任期', 'State', 14, (row) => {
      const state = row.alarm?.state ?? row.team?.state;
      return state ? teamStateWords[state][language] : null;
    }),
    ENDS_ON: column('任期届满', 'Term ends', 12, (row) => row.alarm?.endsOn ?? row.team?.endsOn ?? null),
    ALARM: column('换届提醒', 'Election to prepare', 14, (row) => row.alarm && left(row.alarm, language, day)),
    TOLD_ON: column('提醒日期', 'Told on', 12, (row) => row.alarm?.toldOn ?? null),
    TERM: column('届次', 'Term', 12, (row) => row.team?.termNo ?? unregistered),
    SINCE: column('选举日期', 'Elected on', 12, (row) => row.team?.since ?? null),
    SECRETARY: column('书记', 'Secretary', 12, (row) => names(row, (post) => post === 'SECRETARY')),
    DEPUTY_SECRETARY: column('副书记', 'Deputy', 16, (row) => names(row, (post) => post === 'DEPUTY_SECRETARY')),
    OTHERS: column('其他委员', 'Other members', 30, (row) => names(row, others)),
    SEATS: column('职数', 'Seats', 8, (row) => row.team?.seats ?? null),
    VACANCIES: column('空缺', 'Vacant', 8, (row) => row.team?.vacancies ?? null),
  };
  const organization = column('党组织', 'Organization', 40, (row) => row.organization);
  return [organization, ...(asked ?? Object.values(TeamColumn)).map((key) => all[key])];
}
