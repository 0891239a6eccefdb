import type { World } from '@dangwu/testing';
import { systemScope } from '@dangwu/platform/database';

/** Part, whole and number of rows of a figure. */
export interface Fraction {
  part: number;
  whole: number;
  rows: number;
}
/** Rows of tables as they stand; times as texts in Shanghai. */
interface Thing {
  readonly organization_id: string;
  readonly id: string;
  readonly coverage: string;
  readonly party_member_count: number | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly closed_on: string | null;
  readonly since: string;
  readonly ends_on: string;
  readonly status: string;
  readonly term_ends_on: string | null;
  readonly state: string;
  readonly held_on: string;
  readonly present_count: number | null;
  readonly minutes: number;
  readonly recorded_on: string | null;
  readonly studies: boolean;
  readonly signed: string;
  readonly required: number;
  readonly held: number;
  readonly recorded: number;
  readonly key: string;
}
export type Tables = Readonly<Record<string, readonly Thing[]>>;

const tables = {
  unit_version: `select organization_id, coverage, party_member_count, valid_from::text, valid_to::text, closed_on::text from unit_version`,
  leadership_team: `select organization_id, since::text, ends_on::text from leadership_team order by since`,
  party_organization: `select id as organization_id, id, leads_path, status, term_ends_on::text from party_organization`,
  activity: `select a.organization_id, a.id, state, held_on::text, present_count,
    extract(epoch from ends_at - starts_at)::int / 60 as minutes, (recorded_at at time zone 'Asia/Shanghai')::date::text as recorded_on,
    t.counts_study_hours as studies from activity a join activity_type t on t.id = a.activity_type_id where a.deleted_at is null`,
  signed: `select m.activity_id as id, (v.chair_signed_at at time zone 'Asia/Shanghai')::date::text as signed
    from minutes_version v join minutes m on m.id = v.minutes_id`,
  member: `select organization_id, status from member where deleted_at is null and left_on is null`,
  obligation: `select organization_id, ends_on::text, required, held, recorded, t.key from obligation b
    join activity_type t on t.id = b.activity_type_id where b.deleted_at is null and waived_at is null`,
} as const;

/** Everything that is counted, without a condition that a figure has. */
export const tablesOf = (world: World): Promise<Tables> =>
  world.database.transaction(systemScope(world.associationId), async (tx) => {
    const read: Record<string, Thing[]> = {};
    for (const [name, text] of Object.entries(tables)) read[name] = await tx.query<Thing[]>(text);
    return read;
  });

interface Question {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  /** what a rule says at an organization on a day; null: nothing yet */
  readonly ruleAt: (key: 'minutes.within' | 'branch.found.min', organizationId: string, on: string) => number | null;
}
type Add = (organizationId: string, part: number, whole: number) => void;
type Counting = (tables: Tables, question: Question, add: Add) => void;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Figures counted in another way than they are: by going through the rows, in words of the definition. */
export const byHand: Readonly<Record<string, Counting>> = {
  'coverage.rate': ({ unit_version = [] }, { to, today, ruleAt }, add) => {
    const day = to < today ? to : today;
    for (const unit of unit_version) {
      if (unit.valid_from > day || (unit.valid_to && unit.valid_to <= day) || unit.closed_on) continue;
      const { organization_id: at, party_member_count: count, coverage } = unit;
      if (count === null || count < (ruleAt('branch.found.min', at, day) ?? Infinity)) continue;
      add(at, coverage.endsWith('_ORGANIZATION') ? 1 : 0, 1);
    }
  },
  'reelection.onTimeRate': ({ leadership_team = [], party_organization = [] }, { from, to, today }, add) => {
    for (const { organization_id: at, status, term_ends_on: ends } of party_organization) {
      const teams = leadership_team.filter((team) => team.organization_id === at);
      if (teams.length === 0 && status === 'ACTIVE' && ends && ends < today && ends >= from && ends <= to)
        add(at, 0, 1);
      teams.forEach(({ ends_on: end }, i) => {
        const next = teams[i + 1]?.since;
        const inTime = next !== undefined && next <= end;
        const day = inTime ? next : end;
        if (day >= from && day <= to && (next ? day <= today : end < today)) add(at, inTime ? 1 : 0, 1);
      });
    }
  },
  'minutes.onTimeRate': ({ activity = [], signed = [] }, { from, to, today, ruleAt }, add) => {
    for (const { id, organization_id: at, state, held_on: on, recorded_on: recorded } of activity) {
      if (!['HELD', 'RECORDED'].includes(state) || on < from || on > to) continue;
      const within = ruleAt('minutes.within', at, on);
      if (within === null) continue;
      const signatures = signed.filter((one) => one.id === id).map((one) => one.signed);
      const done = recorded === null ? signatures : [recorded, ...signatures];
      const inTime = done.some((day) => days(on, day) <= within);
      if (inTime || done.length > 0 || days(on, today) > within) add(at, inTime ? 1 : 0, 1);
    }
  },
  'study.hoursPerMember': ({ activity = [], member = [] }, { from, to }, add) => {
    for (const { organization_id: at, state, held_on: on, present_count: present, minutes, studies } of activity)
      if (['HELD', 'RECORDED'].includes(state) && on >= from && on <= to && studies && present !== null)
        add(at, (present * minutes) / 60, 0);
    for (const { organization_id: at, status } of member)
      if (status === 'FULL' || status === 'PROBATIONARY') add(at, 0, 1);
  },
};

/** The rate of fulfilment of obligations of one type. */
export const fulfilment =
  (type: string): Counting =>
  ({ obligation = [] }, { from, to, today }, add) => {
    for (const { organization_id: at, ends_on: end, required, held, recorded, key } of obligation)
      if (key === type && end >= from && end <= to && end < today)
        add(at, Math.min(held + recorded, required), required);
  };

/** What a figure comes to by organization. */
export function countByHand(counting: Counting, all: Tables, question: Question): ReadonlyMap<string, Fraction> {
  const found = new Map<string, Fraction>();
  counting(all, question, (at, part, whole) => {
    const sum = found.get(at) ?? { part: 0, whole: 0, rows: 0 };
    found.set(at, { part: sum.part + part, whole: sum.whole + whole, rows: sum.rows + 1 });
  });
  return found;
}
