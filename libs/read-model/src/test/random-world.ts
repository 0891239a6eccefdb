/** Random worlds: a tree with LEADS and GUIDES edges through three epochs, and rows that hang off it. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Pool } from 'pg';

export interface Org {
  id: string;
  n: number;
  parentId: string | null;
  guides: boolean;
  name: string;
  kind: string;
  path: string;
  leadsPath: string;
  foundedOn: string;
}
export interface MemberRow {
  id: string;
  organizationId: string;
  name: string;
  phone: string | null;
  joinedOn: string;
  rank: number | null;
  letterCipher: string | null;
}
export interface ActivityRow {
  id: string;
  organizationId: string;
  title: string;
  kind: number;
  startsAt: string;
  venue: string | null;
  cost: string;
  tags: string[];
  deleted: boolean;
}
export interface RandomWorld {
  /** today, dissolved ones at their last place */
  orgs: Org[];
  members: (MemberRow & { deleted: boolean })[];
  /** as they were in each epoch */
  past: { orgs: Org[]; members: MemberRow[] }[];
  activities: ActivityRow[];
  attendance: { activityId: string; memberId: string; status: string; reason: string | null }[];
  notices: { id: string; accountId: string; text: string; organizationId: string | null; activityId: string | null }[];
  rules: { id: string; associationId: string; name: string }[];
  summaries: { organizationId: string; members: number }[];
}

export const EPOCHS = [
  { from: '2020-01-01', to: '2022-01-01' },
  { from: '2022-01-01', to: '2024-01-01' },
  { from: '2024-01-01', to: null },
] as const;
export const ACCOUNTS = [uuid('account', 1), uuid('account', 2)] as const;
export const ASSOCIATIONS = [uuid('association', 1), uuid('association', 2)] as const;

/** looks random, so that the order of keys tells nothing about the order of making */
export function uuid(kind: string, n: number): string {
  const h = createHash('md5').update(`${kind}${n}`).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

type State = { parent: number; guides: boolean; name: string; alive: boolean };

/** Fills in the paths; a parent that is not there is replaced by the root. */
export function tree(states: readonly (State | undefined)[]): Org[] {
  const orgs = new Map<number, Org>();
  states.forEach((s, n) => {
    if (!s) return;
    const up = n === 0 ? undefined : (orgs.get(s.parent % n) ?? orgs.get(0)!);
    const own = `${n + 1}/`;
    orgs.set(n, {
      id: uuid('org', n),
      n,
      parentId: up?.id ?? null,
      guides: s.guides,
      name: s.name,
      kind: n % 2 ? 'branch' : 'committee',
      path: `${up?.path ?? '/9/'}${own}`,
      leadsPath: up && !s.guides ? `${up.leadsPath}${own}` : `/9/${own}`,
      foundedOn: `19${70 + (n % 20)}-05-01`,
    });
  });
  return [...orgs.values()];
}

const nat = fc.nat(1000);
const names = fc.constantFrom('a', 'b', 'c1', 'c2', 'd');
const state = fc.record({
  parent: nat,
  guides: fc.boolean(),
  name: names,
  alive: fc.integer({ min: 0, max: 5 }).map((x) => x > 0),
});
const memberState = fc.record({ org: nat, name: names, rank: fc.constantFrom(null, 1, 2, 2), alive: fc.boolean() });

export const worldArbitrary: fc.Arbitrary<RandomWorld> = fc
  .record({
    orgs: fc.array(fc.tuple(state, state, state), { minLength: 3, maxLength: 20 }),
    members: fc.array(
      fc.tuple(memberState, memberState, memberState, fc.constantFrom('13812345678', null, '1\'3"%'), fc.nat(3)),
      { maxLength: 24 },
    ),
    activities: fc.array(
      fc.tuple(nat, fc.integer({ min: 1, max: 3 }), fc.nat(5), fc.constantFrom(null, 'x', 'Y', '会'), fc.nat(4)),
      { maxLength: 40 },
    ),
    attendance: fc.array(fc.tuple(nat, nat, fc.constantFrom('PRESENT', 'ABSENT', 'LEAVE')), { maxLength: 60 }),
    notices: fc.array(fc.tuple(nat, fc.constantFrom('o', 'a', 'n'), fc.nat(1)), { maxLength: 8 }),
    rules: fc.array(fc.nat(1), { maxLength: 6 }),
  })
  .map((raw): RandomWorld => {
    const states = (epoch: number): (State | undefined)[] =>
      raw.orgs.map((o, n) =>
        n === 0 || o[epoch]!.alive || (epoch === 2 && !o[0]!.alive && !o[1]!.alive) ? o[epoch] : undefined,
      );
    const epochs = [0, 1, 2].map(states);
    const past = epochs.map((e) => tree(e));
    // today's table: the last state of each; the dissolved move along with their parents
    const orgs = tree(raw.orgs.map((_, n) => epochs.map((e) => e[n]).findLast((s) => s !== undefined)));
    const at = <T>(list: readonly T[], i: number): T => list[i % list.length]!;
    const member = (n: number, epoch: number, inTree: readonly Org[]): MemberRow => {
      const [, , , phone] = raw.members[n]!;
      const s = raw.members[n]![epoch as 0 | 1 | 2];
      return {
        id: uuid('member', n),
        organizationId: at(inTree, s.org).id,
        name: s.name,
        phone,
        joinedOn: `2020-01-0${1 + (n % 9)}`,
        rank: s.rank,
        letterCipher: n % 3 ? `terces${n}` : null,
      };
    };
    const lives = (n: number, epoch: number): boolean =>
      raw.members[n]![epoch as 0 | 1 | 2].alive || (epoch === 2 && n % 2 === 0);
    const activities = raw.activities.map(([org, kind, day, venue, deleted], n): ActivityRow => ({
      id: uuid('activity', n),
      organizationId: at(orgs, org).id,
      title: ['study', "O'Brien", '50%_'][n % 3]!,
      kind,
      startsAt: `2026-01-0${1 + day}T00:00:00.00${day}Z`,
      venue,
      cost: `900719925474099${n % 10}`,
      tags: n % 2 ? ['"q"', 'b'] : [],
      deleted: deleted === 0,
    }));
    const members = raw.members.flatMap(([, , , , deleted], n) => {
      const last = [2, 1, 0].find((e) => lives(n, e));
      return last === undefined ? [] : [{ ...member(n, last, past[last]!), deleted: deleted === 0 }];
    });
    const attendance = new Map(
      (members.length && activities.length ? raw.attendance : []).map(([a, m, status], i) => {
        const row = {
          activityId: at(activities, a).id,
          memberId: at(members, m).id,
          status,
          reason: i % 2 ? 'ill' : null,
        };
        return [`${row.activityId}${row.memberId}`, row] as const;
      }),
    );
    return {
      orgs,
      members,
      past: past.map((o, e) => ({
        orgs: o,
        members: raw.members.flatMap((_, n) => (lives(n, e) ? [member(n, e, o)] : [])),
      })),
      activities,
      attendance: [...attendance.values()],
      notices: raw.notices.map(([target, kind, account], n) => ({
        id: uuid('notice', n),
        accountId: ACCOUNTS[account]!,
        text: `t${n}`,
        organizationId: kind === 'o' ? at(orgs, target).id : null,
        activityId: kind === 'a' && activities.length ? at(activities, target).id : null,
      })),
      rules: raw.rules.map((association, n) => ({
        id: uuid('rule', n),
        associationId: ASSOCIATIONS[association]!,
        name: `r${n % 3}`,
      })),
      summaries: orgs.filter((o) => o.n % 2).map((o) => ({ organizationId: o.id, members: o.n })),
    };
  });

/** Replaces the rows of the database by those of the world. */
export async function load(pool: Pool, world: RandomWorld): Promise<void> {
  const snake = (key: string): string => key.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  const insert = async (table: string, rows: readonly object[]): Promise<void> => {
    if (!rows.length) return;
    const columns = Object.keys(rows[0]!).map(snake);
    const json = rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [snake(k), v as unknown])));
    const id = table.endsWith('_versions') ? ', version_id' : '';
    const serial = id && `, nextval(pg_get_serial_sequence('${table}', 'version_id'))`;
    await pool.query(
      `insert into ${table} (${columns.join()}${id}) select ${columns.join()}${serial} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(json)],
    );
  };
  const plain = ({ n: _, guides: __, ...org }: Org): object => org;
  const deleted = <R extends { deleted: boolean }>({ deleted: gone, ...row }: R): object => ({
    ...row,
    deletedAt: gone ? '2026-01-01' : null,
  });
  await pool.query(
    'truncate organizations, organization_versions, members, member_versions, activities, attendance, notices, rules, summaries',
  );
  await insert('organizations', world.orgs.map(plain));
  await insert('members', world.members.map(deleted));
  await insert('activities', world.activities.map(deleted));
  await insert('attendance', world.attendance);
  await insert('notices', world.notices);
  await insert('rules', world.rules);
  await insert('summaries', world.summaries);
  const versions = <R>(rows: (epoch: RandomWorld['past'][number]) => R[]): object[] =>
    world.past.flatMap((epoch, e) =>
      rows(epoch).map((row) => ({ ...row, validFrom: EPOCHS[e]!.from, validTo: EPOCHS[e]!.to })),
    );
  await insert(
    'organization_versions',
    versions((e) => e.orgs.map(plain)),
  );
  await insert(
    'member_versions',
    versions((e) => e.members),
  );
}
