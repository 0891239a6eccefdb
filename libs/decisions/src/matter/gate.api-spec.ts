import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import pg from 'pg';
import { Matters, wan, type MatterAnswer } from '../trial/matters';

let world: World;
let matters: Matters;
let branch: { id: string };
let accepted: MatterAnswer;
beforeAll(async () => {
  world = await createWorld();
  matters = new Matters(world);
  branch = await world.branch('标准部党支部');
  accepted = await matters.step('acceptMatter', await matters.submitted(branch));
});
afterAll(() => world.close());

const meeting = { meetingOn: '2026-09-25' };
const item = (id: string, more = ''): Promise<unknown> =>
  world.write((tx) =>
    tx.query(
      `insert into council_item (id, association_id, matter_id, organization_id, deciding_body, meeting_on, placed_by,
         placed_at) select gen_random_uuid(), association_id, id, organization_id, 'COUNCIL', '2026-09-25', '测试', now()
       from matter where id = $1 ${more}`,
      [localId('Matter', id)],
    ),
  );

describe('the gate before the body that decides', () => {
  it('refuses with the rule, and the attempt stays on record although nothing else does', async () => {
    await expect(matters.step('placeOnCouncilAgenda', accepted, meeting)).rejects.toMatchObject({
      code: 'RULE_VIOLATION',
      reason: 'MATTER_GATE',
      messages: {
        zh: expect.stringMatching(
          /须先经功能型党委前置审议并同意，现在还没有审议意见，不能提交常务理事会.*大额资金使用/,
        ),
      },
    });
    const outcome = { outcome: 'ADOPTED', decidedOn: '2026-09-18' };
    await expect(matters.step('recordCouncilOutcome', accepted, outcome)).rejects.toMatchObject({
      reason: 'MATTER_GATE',
    });
    const events = (await matters.events(accepted)).filter(({ action }) => action === 'matter.gateRefused');
    expect(events.map(({ after }) => after['act'])).toEqual(['forward', 'decide']);
    const read = await matters.read<{ state: string; councilItem: null; records: { kind: string; reason: string }[] }>(
      accepted.id,
      'state councilItem { id } records { kind reason }',
    );
    expect(read).toMatchObject({ state: 'ACCEPTED', councilItem: null });
    expect(read.records.slice(0, 2).map(({ kind }) => kind)).toEqual(['GATE_REFUSED', 'GATE_REFUSED']);
    expect(read.records[0]!.reason).toContain('前置审议');
  });

  it('is refused with the rule before anything was submitted, too', async () => {
    const draft = await matters.draft(branch);
    await expect(matters.step('placeOnCouncilAgenda', draft, meeting)).rejects.toMatchObject({
      reason: 'MATTER_GATE',
      messages: { zh: expect.stringContaining('大额资金使用（秘书处）') },
    });
  });

  it.each(['AMEND_AND_RESUBMIT', 'DEFER', 'DO_NOT_SUBMIT'])('stays closed with the opinion %s', async (opinion) => {
    const matter = await matters.put(
      await matters.submitted(branch, { title: `意见 ${opinion}` }),
      `state = 'REVIEWED', opinion = '${opinion}'`,
    );
    await expect(matters.step('placeOnCouncilAgenda', matter, meeting)).rejects.toMatchObject({
      reason: 'MATTER_GATE',
    });
    await expect(item(matter.id)).rejects.toThrow(/council_item_gate/);
  });

  it('is held by the database alone, whoever writes', async () => {
    await expect(item(accepted.id)).rejects.toThrow(/council_item_gate/);
    // the superuser, for whom there is no row-level security
    const admin = new pg.Client({ connectionString: world.config.databaseUrl });
    await admin.connect();
    const byHand = admin.query(
      `insert into council_item (id, association_id, matter_id, organization_id, deciding_body, meeting_on, placed_by,
         placed_at) select gen_random_uuid(), association_id, id, organization_id, 'COUNCIL', now(), '测试', now()
       from matter where id = $1`,
      [localId('Matter', accepted.id)],
    );
    await expect(byHand).rejects.toThrow(/council_item_gate/);
    await admin.end();
    // neither by saying that the gate is open, nor by putting the matter behind it
    await expect(matters.put(accepted, `gate_open = true`)).rejects.toThrow(/gate_open/);
    await expect(matters.put(accepted, `state = 'FORWARDED'`)).rejects.toThrow(/check constraint/);
    await expect(matters.put(accepted, `opinion = 'AGREE'`)).rejects.toThrow(/check constraint/);
  });

  it('opens with AGREE, which cannot be taken away while the matter is on the agenda', async () => {
    const agreed = await matters.put(
      await matters.submitted(branch, { title: '同意的事项' }),
      `state = 'REVIEWED', opinion = 'AGREE'`,
    );
    await expect(matters.step('placeOnCouncilAgenda', agreed, { meetingOn: '2026-09-17' })).rejects.toMatchObject({
      reason: 'COUNCIL_MEETING_DAY',
    });
    const forwarded = await matters.step('placeOnCouncilAgenda', agreed, { meetingOn: '2026-09-18' });
    expect(forwarded.state).toBe('FORWARDED');
    await expect(matters.put(forwarded, `state = 'REVIEWED', opinion = 'DEFER'`)).rejects.toThrow(/council_item_gate/);
    const decide = (more: object) => matters.step('recordCouncilOutcome', forwarded, more);
    await expect(decide({ outcome: 'ADOPTED', decidedOn: '2026-09-19' })).rejects.toMatchObject({
      reason: 'COUNCIL_MEETING_DAY',
    });
    await expect(decide({ outcome: 'NOT_ADOPTED', decidedOn: '2026-09-18' })).rejects.toMatchObject({
      reason: 'COUNCIL_OUTCOME_REASON',
    });
    const reason = '资金另有安排。';
    expect((await decide({ outcome: 'NOT_ADOPTED', decidedOn: '2026-09-18', reason })).state).toBe('DECIDED');
    expect(await matters.read(agreed.id, 'councilItem { decidingBody outcome reason }')).toEqual({
      councilItem: { decidingBody: 'STANDING_COUNCIL', outcome: 'NOT_ADOPTED', reason },
    });
  });

  it('lets through what its rule does not put under review', async () => {
    const small = await matters.submitted(branch, { title: '小额采购', amountFen: wan(20) });
    const forwarded = await matters.step('placeOnCouncilAgenda', await matters.step('acceptMatter', small), meeting);
    expect(forwarded.state).toBe('FORWARDED');
  });
});
