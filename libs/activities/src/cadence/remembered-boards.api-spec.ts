import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Memory } from '@dangwu/figures';
import { localId } from '@dangwu/platform/ids';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { ComplianceBoards } from './compliance-board';
import { Obligations } from './obligations';
import { RememberedBoard, type OnBoard } from './remembered-boards';

interface Board {
  readonly counts: { readonly total: number; readonly late: number; readonly waived: number };
  readonly organizationCount: number;
  readonly rows: readonly { readonly name: string }[];
}

describe('a board that is remembered', () => {
  let world: World;
  let general: { id: string };
  let other: { id: string };
  let branches: { id: string }[];
  let secretary: Actor;
  let asked: number;
  beforeAll(async () => {
    world = await createWorld({ now: '2026-09-18T04:00:00Z' });
    general = await world.organization('第一总支', { type: 'GENERAL_BRANCH', tier: 'ENTERPRISE' });
    other = await world.organization('第二总支', { type: 'GENERAL_BRANCH', tier: 'MEMBER_UNIT' });
    branches = [
      await world.branch('甲支部', { under: general }),
      await world.branch('乙支部', { under: general, tier: 'ENTERPRISE' }),
      await world.branch('丙支部', { under: other }),
    ];
    await world.write((tx) => world.app.get(Obligations).derive(tx, world.associationId, 'ALL'));
    secretary = await world.account('SECRETARY', general);
    // whatever is asked from here on is answered as by a process that remembers nothing
    const boards = world.app.get(ComplianceBoards);
    const remembering = boards.board.bind(boards);
    jest.spyOn(boards, 'board').mockImplementation(async (viewer, question) => {
      asked++;
      const answer = await remembering(viewer, question);
      expect(answer).toEqual(await new ComplianceBoards(world.database, world.clock).board(viewer, question));
      return answer;
    });
  });
  beforeEach(() => (asked = 0));
  afterAll(() => world.close());

  const board = async (more = '', actor: Actor = world.staff): Promise<Board> =>
    (
      await world.as(actor).query<{ complianceBoard: Board }>(
        `{ complianceBoard(from: "2026-01-01", to: "2026-12-31", by: MONTH, first: 2 ${more}) {
             counts { total late waived } organizationCount rows { name } } }`,
      )
    ).complianceBoard;
  const after = ({ id }: { id: string }): string => `, after: "${id}"`;
  const change = (text: string, ...values: unknown[]) => world.write((tx) => tx.query(text, values));
  const uuid = ({ id }: { id: string }): string => localId('PartyOrganization', id);

  it('is what is counted now, whatever was written to obligations since', async () => {
    const sets = [
      `(waived_at, waived_by, waived_reason) = (select case when waived_at is null then now() end,
         case when waived_at is null then '书记' end, case when waived_at is null then '改组' end)`,
      `deleted_at = case when deleted_at is null then now() end`,
      `recorded = least(recorded + 1, 3)`,
      `held = (held + 1) % 2, planned = (planned + 1) % 2`,
      `required = 1 + required % 3`,
      `ends_on = greatest(due_from, ends_on - 20), risk_from = due_from`,
    ] as const;
    const step = fc.record({ set: fc.constantFrom(...sets), at: fc.integer({ min: 0, max: 2 }), nth: fc.nat(30) });
    await board();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), fc.boolean(), async (steps, own) => {
        for (const { set, at, nth } of steps)
          await change(
            `update obligation set ${set} where id in (select id from obligation where organization_id = $1
             order by starts_on, id offset $2 limit 3)`,
            uuid(branches[at]!),
            nth,
          );
        await (own ? board('', secretary) : board());
        await board(after(branches[0]!), own ? secretary : world.staff);
      }),
      { numRuns: 25 },
    );
    expect(asked).toBeGreaterThan(25);
  });

  it('follows the day: what is late tomorrow is late then', async () => {
    const { counts } = await board();
    world.clock.advance(20 * 24 * 3_600_000);
    await world.write((tx) =>
      tx.query('update session set last_seen_at = $1, expires_at = $2', [
        world.clock.now(),
        new Date(world.clock.now().getTime() + 9e9),
      ]),
    );
    expect((await board()).counts.late).toBeGreaterThan(counts.late);
  });

  it('calls and orders organizations as they are now', async () => {
    const [first] = (await board()).rows;
    await change(`update party_organization set name = name || '（新）' where name = $1`, first!.name);
    expect((await board()).rows[0]!.name).toBe(`${first!.name}（新）`);
    await change(`update party_organization set tier = 'COUNCIL' where id = $1`, uuid(branches[2]!));
    expect((await board()).rows.map(({ name }) => name)).toContain('丙支部');
  });

  it('shows nobody what has left the part of the tree that they lead, nor counts it', async () => {
    const before = await board('', secretary);
    const { partyOrganization } = await world
      .as(world.staff)
      .query<{ partyOrganization: { version: number } }>(
        `query ($id: ID!) { partyOrganization(id: $id) { version } }`,
        {
          id: branches[0]!.id,
        },
      );
    await world
      .as(world.staff)
      .mutate(`mutation ($input: MoveOrganizationInput!) { moveOrganization(input: $input) { id } }`, {
        input: {
          id: branches[0]!.id,
          version: partyOrganization.version,
          parentId: other.id,
          relation: 'LEADS',
          effectiveOn: '2026-09-18',
          basis: '测试',
        },
      });
    const now = await board('', secretary);
    expect(now.organizationCount).toBe(before.organizationCount - 1);
    expect(now.counts.total).toBeLessThan(before.counts.total);
    expect(now.rows.map(({ name }) => name)).not.toContain('甲支部');
    await board(after(branches[0]!), secretary);
  });

  it('is the same for many who ask at once', async () => {
    await change(
      `update obligation set waived_at = now(), waived_by = '书记', waived_reason = '改组' where waived_at is null`,
    );
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => board(i % 2 ? ', activityTypeIds: []' : '')));
    expect(answers[0]!.counts.waived).toBe(answers[0]!.counts.total);
    expect(answers[1]!.counts.total).toBe(0);
  });
});

describe('what is remembered of boards', () => {
  const row = (id: string, total: number): OnBoard => ({
    id,
    rank: 1,
    path: `/1/${id}/`,
    listed: true,
    counts: [total, total, 0, 0, 0, 0, 0, 0],
  });

  it('is not put back to an older state by whoever is slower', () => {
    const board = new RememberedBoard('1', '10', [row('5', 1), row('7', 1)]);
    expect(board.take('10', '20', ['5'], [row('5', 3)])).toBe(true);
    expect(board.take('10', '15', ['5'], [row('5', 2)])).toBe(false);
    expect([board.horizon, board.totals[0], board.get('5')!.counts[0]]).toEqual(['20', 4, 3]);
    board.take('20', '30', ['5'], []);
    expect([board.count, board.totals[0], board.after(null, 9).map(({ id }) => id)]).toEqual([1, 1, ['7']]);
  });

  it('has an end: those asked for least lately go', () => {
    const boards = new Memory<OnBoard, RememberedBoard>();
    const large = new RememberedBoard(
      '1',
      '1',
      Array.from({ length: 90_000 }, (_, i) => row(String(i), 0)),
    );
    for (const key of ['a', 'b']) boards.set(key, large);
    expect(boards.find('a')).toBe(large);
    boards.set('c', large);
    expect(['a', 'b', 'c'].filter((key) => boards.find(key))).toEqual(['a', 'c']);
  });
});
