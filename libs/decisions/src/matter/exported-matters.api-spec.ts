import { localId, newId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { exported } from '../trial/exports';
import { Matters, wan } from '../trial/matters';

describe('the ledger of matters as a file', () => {
  let world: World;
  let matters: Matters;
  let committee: { id: string };
  let guided: { id: string };
  let [secretary, stranger, leader]: Actor[] = [];
  const rowsOf = (input: object, actor: Actor) => exported(world, 'Matters', input, actor);
  beforeAll(async () => {
    world = await createWorld();
    await world.work();
    matters = new Matters(world);
    committee = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
    const branch = await world.branch('标准部党支部', { under: committee });
    guided = await world.organization('某企业党支部', { type: 'BRANCH', relation: 'GUIDES' });
    secretary = await world.account('SECRETARY', branch);
    stranger = await world.account('SECRETARY', await world.branch('财务部党支部', { under: committee }));
    leader = await world.account('LEADER', branch);
    const submitted = await matters.submitted(branch, { title: '平台二期' }, secretary);
    await matters.step('acceptMatter', submitted);
    await matters.draft(branch, { title: '还是草稿', amountFen: wan(20) }, secretary);
    const urgentReason = '暴雨损坏屋顶。';
    const urgent = await matters.submitted(branch, { title: '屋顶抢修', urgentReason, amountFen: wan(100) }, secretary);
    const agreed = await matters.put(urgent, `state = 'REVIEWED', opinion = 'AGREE'`);
    const forwarded = await matters.step('placeOnCouncilAgenda', agreed, { meetingOn: '2026-09-18' });
    const decision = { outcome: 'ADOPTED_WITH_CHANGES', decidedOn: '2026-09-18', reason: '分两期实施。' };
    await matters.step('recordCouncilOutcome', forwarded, decision);
  });
  afterAll(() => world.close());

  it('has the columns asked for in their order, the rows of the filter in theirs', async () => {
    const columns = ['NUMBER', 'AMOUNT', 'STATE'];
    const [head, ...rows] = await rowsOf({ columns, order: 'TITLE', filter: { states: ['ACCEPTED'] } }, secretary!);
    expect(head).toEqual(['事项', '文号', '金额', '状态']);
    expect(rows).toEqual([['平台二期', '前审〔2026〕1号', '200万元', '已受理']]);
    const all = await rowsOf({ columns: ['STATE'], order: 'AMOUNT' }, secretary!);
    expect(all.slice(1)).toEqual([
      ['平台二期', '已受理'],
      ['屋顶抢修', '已决定'],
      ['还是草稿', '草稿'],
    ]);
    expect((await rowsOf({ locale: 'en' }, secretary!))[0]).toHaveLength(11);
  });

  it('tells what was decided, and why an opinion was not followed', async () => {
    const columns = ['URGENT', 'OPINION', 'OUTCOME', 'REASON'];
    const filter = { outcomes: ['ADOPTED_WITH_CHANGES', 'NOT_ADOPTED'] };
    expect(await rowsOf({ columns, filter }, secretary!)).toEqual([
      ['事项', '紧急', '审议意见', '决定', '未按意见采纳的理由'],
      ['屋顶抢修', '紧急', '同意', '修改后通过 2026-09-18', '分两期实施。'],
    ]);
    expect(await rowsOf({ columns, filter: { outcomes: ['ADOPTED'] } }, secretary!)).toHaveLength(1);
  });

  it('goes as far as one may read and export', async () => {
    await expect(rowsOf({}, stranger!)).resolves.toHaveLength(1);
    await expect(rowsOf({}, leader!)).rejects.toMatchObject({ reason: 'PERMISSION_MISSING' });
    // what one reads as a leader above and may not export stays out
    await world.write((tx) =>
      tx.query(
        `insert into access_grant (id, association_id, account_id, role, organization_id, since)
         values ($1, $2, $3, 'LEADER', $4, now() - interval '1 year')`,
        [newId(), world.associationId, stranger!.accountId, localId('PartyOrganization', committee.id)],
      ),
    );
    const { matters: read } = await world
      .as(stranger!)
      .query<{ matters: { totalCount: number } }>('{ matters(first: 1) { totalCount } }');
    expect(read.totalCount).toBe(2);
    await expect(rowsOf({}, stranger!)).resolves.toHaveLength(1);
  });

  it('holds what is read across a GUIDES edge, since that is shown, too', async () => {
    await matters.submitted(guided, { title: '企业事项' });
    const staff = await world.account('PARTY_STAFF', world.root);
    const columns = ['ORGANIZATION'];
    const rows = await rowsOf({ columns, within: guided.id }, staff);
    expect(rows.slice(1)).toEqual([['企业事项', '某企业党支部']]);
  });
});
