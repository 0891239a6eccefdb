/** Boards and breakdowns, which TypeScript makes of what it remembers, answered as text. */
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Obligations } from '@dangwu/activities';
import { Memory } from '@dangwu/figures';
import { localId, newId } from '@dangwu/platform/ids';
import { jest } from '@jest/globals';
import { TextLane } from './text-lane';

let world: World;
let lane: TextLane;
let general: { id: string };
let guided: { id: string };
let branches: { id: string }[];
beforeAll(async () => {
  world = await createWorld({ now: '2026-09-18T04:00:00Z' });
  lane = world.app.get(TextLane);
  general = await world.organization('第一党委', { type: 'COMMITTEE', tier: 'ENTERPRISE' });
  guided = await world.organization('会员总支', { type: 'GENERAL_BRANCH', under: general, relation: 'GUIDES' });
  branches = [
    await world.branch('甲支部', { under: general }),
    await world.branch('乙支部', { under: general, tier: 'ENTERPRISE' }),
    await world.branch('会员支部', { under: guided }),
  ];
  await world.write(async (tx) => {
    await world.app.get(Obligations).derive(tx, world.associationId, 'ALL');
    // rules ask for nothing behind a GUIDES edge; what stands there all the same is seen by whom it is shown to
    await tx.query(
      `update obligation set organization_id = $2 where id in (select id from obligation
         where organization_id = $1 and starts_on >= '2026-01-01' and ends_on <= '2026-12-31' order by starts_on, id limit 5)`,
      [branches[0]!, branches[2]!].map(({ id }) => localId('PartyOrganization', id)),
    );
  });
});
afterAll(() => world.close());

interface Answer {
  readonly text: string;
  readonly short: boolean;
  readonly reason: string | undefined;
  readonly names: readonly string[];
}

/** A session gets a new token whenever rights of its account change. */
const renewed = new Map<string, string>();

async function ask(actor: Actor, query: string, variables: object = {}): Promise<Answer> {
  const before = lane.figures.answered;
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: renewed.get(actor.cookie) ?? actor.cookie },
    body: JSON.stringify({ query, variables }),
  });
  const cookie = response.headers.getSetCookie().find((each) => each.startsWith('dangwu_session='));
  if (cookie) renewed.set(actor.cookie, cookie.split(';')[0]!);
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors?: [{ extensions: { reason: string } }] };
  const names = [...text.matchAll(/"name":"([^"]*)"/g)].map(([, name]) => name!);
  return { text, short: lane.figures.answered > before, reason: errors?.[0].extensions.reason, names };
}

const cells = 'startsOn endsOn worst total done late required fulfilled foreseen';
const board = `query Board($from: Date!, $to: Date!, $within: ID, $first: Int!, $after: String) {
  complianceBoard(from: $from, to: $to, by: MONTH, within: $within, first: $first, after: $after) {
    __typename organizationCount counts { total waived } rows { ...Row }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
  fragment Row on ComplianceRow { organizationId n: name name code type tier depth ... on ComplianceRow { cells { ${cells} } } }`;
const year = { from: '2026-01-01', to: '2026-12-31', first: 50 };
const breakdown = `query Shares($within: ID, $key: String!) {
  figureBreakdown(from: "2026-01-01", to: "2026-12-31", key: $key, within: $within) {
    organizationId name code own hasChildren value part whole } }`;

/** Asked until the lane knows the document. */
async function known(actor: Actor, query: string, variables: object): Promise<Answer> {
  await ask(actor, query, variables);
  return ask(actor, query, variables);
}

describe('is what Apollo answers', () => {
  it.each([
    ['a board', board, year],
    ['a page of a board', board, { ...year, first: 1 }],
    ['an empty board', board, { from: '2020-01-01', to: '2020-01-31', first: 50 }],
    ['a breakdown', breakdown, { key: 'obligation.fulfilled' }],
    ['a breakdown without values', breakdown, { key: 'attendance.rate' }],
  ])('%s', async (title, query, variables) => {
    await known(world.staff, query, variables);
    // a comment more is another document
    const apollo = await ask(world.staff, `${query} # ${title}`, variables);
    const short = await ask(world.staff, query, variables);
    expect([apollo.short, short.short]).toEqual([false, true]);
    expect(short.text).toBe(apollo.text);
  });

  it('whatever was written since', async () => {
    await known(world.staff, board, year);
    for (const change of [
      `update obligation set waived_at = now(), waived_by = '书记', waived_reason = '改组' where id = (select min(id::text)::uuid from obligation)`,
      `update party_organization set name = name || '（新）', tier = 'COUNCIL' where id = $1`,
      `update obligation set recorded = required where organization_id = $1 and starts_on < '2026-03-01'`,
    ]) {
      const values = change.includes('$1') ? [localId('PartyOrganization', branches[1]!.id)] : [];
      await world.write((tx) => tx.query(change, values));
      const short = await ask(world.staff, board, year);
      const apollo = await ask(world.staff, `${board} # ${change.length}`, year);
      expect([short.short, apollo.short]).toEqual([true, false]);
      expect(short.text).toBe(apollo.text);
    }
  });
});

describe('is left to Apollo', () => {
  beforeAll(async () => {
    await known(world.staff, board, year);
  });

  it.each([
    ['a span that is none', { ...year, to: '2025-01-01' }, 'SPAN_REVERSED'],
    ['one that is too long', { ...year, to: '2036-01-01' }, 'SPAN_TOO_LONG'],
    ['too many rows', { ...year, first: 101 }, 'INVALID_FIELDS'],
    ['an organization that is none', { ...year, within: 'PartyOrganization_x' }, 'MALFORMED_ID'],
  ])('%s', async (_, variables, reason) => {
    const { short, reason: said } = await ask(world.staff, board, variables);
    expect([short, said]).toEqual([false, reason]);
  });

  it('a directive, and a field that is selected twice', async () => {
    for (const fields of [
      'organizationCount @include(if: true)',
      'organizationCount counts { total } counts { done }',
    ]) {
      const query = `{ complianceBoard(from: "2026-01-01", to: "2026-12-31", by: MONTH, first: 1) { ${fields} } }`;
      const { short, text } = await known(world.staff, query, {});
      expect(short).toBe(false);
      expect(text).toContain('"organizationCount":');
    }
  });
});

/** A known document, a remembered viewer, remembered counts: what changes counts at the very next request. */
describe('rights are those of this moment', () => {
  const rows = async (actor: Actor): Promise<readonly string[] | string> => {
    const { reason, names } = await ask(actor, board, year);
    return reason ?? names;
  };
  const grant = (actor: Actor, at: { id: string }): Promise<unknown> =>
    world.write((tx) =>
      tx.query(
        `insert into access_grant (id, association_id, account_id, role, organization_id, since)
         values ($1, $2, $3, 'SECRETARY', $4, $5)`,
        [newId(), world.associationId, actor.accountId, localId('PartyOrganization', at.id), world.clock.now()],
      ),
    );

  it('a grant that is given and taken, an account that is disabled', async () => {
    const actor = await world.account('SECRETARY', branches[0]);
    expect((await known(actor, board, year)).short).toBe(true);
    expect(await rows(actor)).toEqual(['甲支部']);
    await grant(actor, branches[2]!);
    expect(await rows(actor)).toContain('会员支部');
    await world.write((tx) =>
      tx.query(`update access_grant set until = $2 where account_id = $1 and organization_id = $3`, [
        actor.accountId,
        world.clock.now(),
        localId('PartyOrganization', branches[2]!.id),
      ]),
    );
    expect(await rows(actor)).not.toContain('会员支部');
    await world.write((tx) => tx.query(`update account set disabled_at = now() where id = $1`, [actor.accountId]));
    expect(await rows(actor)).toBe('SIGN_IN_REQUIRED');
  });

  it('what is published across a GUIDES edge, and withdrawn', async () => {
    const actor = await world.account('SECRETARY', general);
    const own = await world.account('SECRETARY', guided);
    await known(actor, board, year);
    expect(await rows(actor)).not.toContain('会员支部');
    const publish = { organizationId: guided.id, subject: 'ACTIVITY', basis: '纪要' };
    await world
      .as(own)
      .mutate(`mutation ($input: PublishInput!) { publish(input: $input) { guided } }`, { input: publish });
    expect(await rows(actor)).toContain('会员支部');
    expect((await ask(actor, board, year)).short).toBe(true);
    await world.write((tx) => tx.query(`update publication set withdrawn_at = now() where withdrawn_at is null`));
    expect(await rows(actor)).not.toContain('会员支部');
  });

  it('twenty places', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, (_, i) => world.branch(`第${i}支部`, { under: guided })));
    await world.write((tx) =>
      tx.query(
        `update obligation b set organization_id = o.id
         from (select id, row_number() over (order by id) as n from unnest($1::uuid[]) o (id)) o
         join (select id, row_number() over (order by starts_on, id) as n from obligation
           where organization_id = $2 and starts_on >= '2026-01-01') b2 using (n)
         where b.id = b2.id`,
        [many.map(({ id }) => localId('PartyOrganization', id)), localId('PartyOrganization', branches[1]!.id)],
      ),
    );
    const actor = await world.account('SECRETARY', many[0]);
    for (const one of many.slice(1)) await grant(actor, one);
    expect((await known(actor, board, year)).short).toBe(true);
    expect(await rows(actor)).toHaveLength(20);
    const apollo = await ask(actor, `${board} # of twenty`, year);
    expect((await ask(actor, board, year)).text).toBe(apollo.text);
  });

  it('others whose rights change do not make everything be counted again; a place that changes does', async () => {
    const actor = await world.account('SECRETARY', general);
    await known(actor, board, year);
    const counted = jest.spyOn(Memory.prototype, 'set');
    const other = await world.account('SECRETARY', guided);
    await grant(other, branches[0]!);
    // Apollo reads the viewer anew, the lane remembers it anew
    await known(actor, board, year);
    expect((await ask(actor, board, year)).short).toBe(true);
    expect(counted).not.toHaveBeenCalled();
    await world.write((tx) =>
      tx.query(`update party_organization set path = path where id = $1`, [
        localId('PartyOrganization', branches[0]!.id),
      ]),
    );
    await ask(actor, board, year);
    expect(counted).toHaveBeenCalledTimes(1);
    counted.mockRestore();
  });
});
