import type { Random, World } from '@dangwu/testing';
import { systemScope } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';

type Row = Readonly<Record<string, unknown>>;

const day = (random: Random, years: readonly number[]): string =>
  `${random.of(years)}-${String(random.below(12) + 1).padStart(2, '0')}-${String(random.below(28) + 1).padStart(2, '0')}`;
const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Rows of tables, written at once: in the order in which the tables are first named. */
class Rows {
  private readonly tables = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const into = `${table} (${Object.keys(row).join(', ')})`;
    this.tables.set(into, [...(this.tables.get(into) ?? []), row]);
  }

  async write(tx: EntityManager): Promise<void> {
    for (const [into, rows] of this.tables) {
      const [, table = '', columns = ''] = /^(\w+) \((.*)\)$/.exec(into) ?? [];
      await tx.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      );
    }
  }
}

/**
 * What figures count, of all kinds and states, at organizations of a world: a draw for each, as the database permits it.
 *
 * @param places UUIDs of organizations
 */
export async function countedThings(world: World, random: Random, places: readonly string[]): Promise<void> {
  const { associationId } = world;
  const other = await world.account('PARTY_STAFF');
  await world.database.transaction(systemScope(associationId), async (tx) => {
    const types = await tx.query<{ id: string }[]>(`select id from activity_type order by key`);
    const cadences = await tx.query<{ id: string; type: string }[]>(
      `select id, activity_type_id as type from cadence order by rule_key`,
    );
    const [rule] = await tx.query<{ id: string }[]>(`select id from rule where key = 'branch.found.min'`);
    const rows = new Rows();
    for (const organization of places) {
      const base = (): Row => ({ id: newId(), association_id: associationId, organization_id: organization });
      for (let i = 0; i < 12; i++) unit(rows, base(), random, rule!.id);
      for (let i = 0; i < 10; i++) member(rows, base(), random);
      await terms(tx, rows, base, random);
      for (let i = 0; i < 25; i++)
        activity(rows, base, random, random.of(types).id, [world.staff.accountId, other.accountId]);
      for (const { id, type } of cadences)
        for (let month = 1; month <= 9; month++)
          if (random.chance(0.5))
            obligation(rows, { ...base(), cadence_id: id, activity_type_id: type }, month, random, rule!.id);
    }
    await rows.write(tx);
  });
}

function unit(rows: Rows, base: Row, random: Random, rule: string): void {
  const coverage = random.of(['OWN_ORGANIZATION', 'JOINT_ORGANIZATION', 'LIAISON', 'UNCOVERED']);
  const count = random.chance(0.2) ? null : random.below(8);
  const without = (coverage === 'LIAISON' || coverage === 'UNCOVERED') && (count ?? 0) >= 3;
  const name = `单位${String(base['id'])}`;
  const row = {
    ...base,
    ...{ name, pinyin: name, pinyin_initials: name, kind: 'MEMBER_COMPANY', coverage },
    ...{
      party_member_count: count,
      qualifies_without_organization: without,
      qualifying_rule_id: without ? rule : null,
    },
    closed_on: random.chance(0.1) ? '2026-02-01' : null,
  };
  rows.add('unit', row);
  const [since, until] = [day(random, [2024, 2025]), day(random, [2026])];
  const before = { ...row, coverage: 'UNCOVERED', closed_on: null, valid_from: since, valid_to: until };
  rows.add('unit_version', before);
  rows.add('unit_version', { ...row, valid_from: until, valid_to: null });
}

const member = (rows: Rows, base: Row, random: Random): void =>
  rows.add('member', {
    ...base,
    ...{ affiliation_kind: 'FORMAL', name: '某某', pinyin: 'moumou', pinyin_initials: 'mm' },
    status: random.of(['APPLICANT', 'ACTIVIST', 'CANDIDATE', 'PROBATIONARY', 'FULL', 'FULL']),
    left_on: random.chance(0.2) ? '2026-03-01' : null,
    deleted_at: random.chance(0.1) ? new Date() : null,
  });

/** One after the other: ahead of time, on the last day, late; the last may be over. */
async function terms(tx: EntityManager, rows: Rows, base: () => Row, random: Random): Promise<void> {
  if (random.chance(0.2)) {
    await tx.query(`update party_organization set term_ends_on = $2 where id = $1`, [
      base()['organization_id'],
      random.of(['2026-04-30', '2026-09-17', '2027-01-01', null]),
    ]);
    return;
  }
  let since = day(random, [2022, 2023]);
  for (let no = 1; no <= 4; no++) {
    const ends = plus(since, 480 + random.below(60));
    const next = no === 4 ? null : plus(ends, random.of([-200, -1, 0, 1, 90]));
    const said = { term_no: no, since, ends_on: ends, remind_on: ends, until: next, seats: 3, basis: '批复' };
    rows.add('leadership_team', { ...base(), ...said });
    since = next ?? since;
  }
}

function activity(
  rows: Rows,
  base: () => Row,
  random: Random,
  type: string,
  [recorder, chair]: readonly [string, string],
): void {
  const state = random.of(['DRAFT', 'SCHEDULED', 'HELD', 'RECORDED', 'RECORDED', 'RECORDED', 'CANCELLED']);
  const on = random.chance(0.3) ? plus('2026-09-18', -random.below(12)) : day(random, [2025, 2026]);
  const counts = random.chance(0.8) ? random.below(30) : null;
  const minutes = random.of([20, 45, 60, 90, 100]);
  const late = random.of([0, 3, 7, 8, 40]);
  const one = base();
  rows.add('activity', {
    ...one,
    ...{ activity_type_id: type, title: `会${minutes}`, state, held_on: on, counts_on: on },
    ...{ starts_at: `${on}T09:00:00+08:00`, ends_at: new Date(Date.parse(`${on}T09:00:00+08:00`) + minutes * 60_000) },
    ...{ entitled_count: counts === null ? null : counts + 3, present_count: counts },
    ...{ remote_count: counts === null ? null : 0, leave_count: counts === null ? null : random.below(3) },
    reason: state === 'CANCELLED' ? '无' : null,
    // an hour before and after midnight in Shanghai
    recorded_at: state === 'RECORDED' ? `${plus(on, late)}T${random.of(['23:30', '00:30'])}:00+08:00` : null,
    deleted_at: random.chance(0.05) ? new Date() : null,
  });
  if (random.chance(0.6)) return;
  const signed = `${plus(on, random.of([0, 6, 7, 8]))}T12:00:00+08:00`;
  const content = { content: {}, content_hash: '0'.repeat(64) };
  const paper: Row = { ...base(), ...content };
  const by = { recorder_account_id: recorder, recorder_name: '某', recorder_signed_at: signed };
  rows.add('minutes', {
    ...{ ...paper, ...by, activity_id: one['id'], state: 'LOCKED', version_no: 1, saved_by: '某', saved_at: signed },
  });
  const version = { ...base(), ...content, ...by, minutes_id: paper['id'], no: 1 };
  rows.add('minutes_version', {
    ...{ ...version, chair_account_id: chair, chair_name: '某', chair_signed_at: signed },
  });
}

const obligation = (rows: Rows, base: Row, month: number, random: Random, rule: string): void => {
  const first = `2026-${String(month).padStart(2, '0')}-01`;
  return rows.add('obligation', {
    ...{ ...base, rule_id: rule, period: 'MONTH', starts_on: first, due_from: first, risk_from: first },
    ...{ ends_on: plus(first, 27), required: random.below(4) + 1, planned: 0 },
    ...{ held: random.below(3), recorded: random.below(3) },
    ...(random.chance(0.1) && { waived_at: new Date(), waived_by: '某', waived_reason: '改组' }),
    deleted_at: random.chance(0.05) ? new Date() : null,
  });
};
