import { localId } from '@dangwu/platform/ids';
import { createWorld, Refused, type Actor, type World } from '@dangwu/testing';
import { Matters, type MatterAnswer } from '../trial/matters';
import { actors, actsAt, standings, type StandingName } from '../trial/state-table';

type Act = keyof typeof actors;
const mutations: Readonly<Record<Act, readonly [name: string, more: object]>> = {
  change: ['changeMatter', { options: '方案二' }],
  submit: ['submitMatter', {}],
  withdraw: ['withdrawMatter', { reason: '调整' }],
  accept: ['acceptMatter', {}],
  return: ['returnMatter', { reason: '补充' }],
  forward: ['placeOnCouncilAgenda', { meetingOn: '2026-09-18' }],
  decide: ['recordCouncilOutcome', { outcome: 'ADOPTED', decidedOn: '2026-09-18' }],
  resume: ['resumeMatter', {}],
  execute: ['executeMatter', { milestones: [{ text: '签订合同', owner: '办公室', dueOn: '2026-12-01' }] }],
  close: ['closeMatter', { note: '到此为止' }],
};
const acts = Object.keys(mutations) as Act[];

let world: World;
let matters: Matters;
let branch: { id: string };
const people = {} as Record<'secretary' | 'association staff' | 'client' | 'leader' | 'branch staff' | 'member', Actor>;
/** submitted twice with something changed, so that it may be submitted again wherever it stands */
let template: MatterAnswer;
beforeAll(async () => {
  world = await createWorld();
  matters = new Matters(world);
  branch = await world.branch('标准部党支部');
  people.secretary = await world.account('SECRETARY', branch);
  people['association staff'] = world.staff;
  people.client = await world.account('API_CLIENT', branch);
  people.leader = await world.account('LEADER', world.root);
  people['branch staff'] = await world.account('PARTY_STAFF', branch);
  people.member = await world.account('MEMBER', branch);
  template = await matters.submitted(branch);
  await matters.put(template, `options = '方案一'`);
});
afterAll(() => world.close());

/** A copy of the template that stands where the name says. */
async function standing(name: StandingName): Promise<MatterAnswer> {
  const { state, reviewRequired, opinion, outcome } = standings[name];
  const id = await world.write(async (tx) => {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into matter (id, association_id, organization_id, category, title, amount_fen, background, options, state,
         version_no, review_rule_id, review_required, opinion, reason, proposer_account_id, proposer_name, submitted_at)
       select gen_random_uuid(), association_id, organization_id, category, title, amount_fen, background, options, $2,
         1, review_rule_id, $3, $4, '原因', proposer_account_id, proposer_name, submitted_at from matter where id = $1
       returning id`,
      [localId('Matter', template.id), state, reviewRequired, opinion],
    );
    const copied = (table: string, columns: string): Promise<unknown> =>
      tx.query(
        `insert into ${table} (id, association_id, matter_id, organization_id, ${columns})
         select gen_random_uuid(), association_id, $1, organization_id, ${columns} from ${table} where matter_id = $2`,
        [row!.id, localId('Matter', template.id)],
      );
    await copied('matter_version', 'no, content, content_hash, changes, submitted_by, submitted_at');
    await tx.query(
      `with files as (insert into file (id, association_id, account_id, name, type, size, sha256)
         select gen_random_uuid(), association_id, account_id, name, type, size, sha256 from file f
         where exists (select from matter_material m where m.file_id = f.id and m.matter_id = $2) returning *)
       insert into matter_material (id, association_id, matter_id, organization_id, kind, no, file_id, name, type, size,
         sha256, added_by, added_at)
       select gen_random_uuid(), m.association_id, $1, m.organization_id, m.kind, m.no, f.id, m.name, m.type, m.size,
         m.sha256, m.added_by, m.added_at from matter_material m join files f on f.sha256 = m.sha256 where m.matter_id = $2`,
      [row!.id, localId('Matter', template.id)],
    );
    if (['FORWARDED', 'DECIDED', 'IN_EXECUTION', 'CLOSED'].includes(state))
      await tx.query(
        `insert into council_item (id, association_id, matter_id, organization_id, deciding_body, meeting_on, placed_by,
           placed_at, outcome, decided_on, reason)
         select gen_random_uuid(), association_id, id, organization_id, 'STANDING_COUNCIL', '2026-09-18', '测试', now(),
           $2, case when $2::text is not null then date '2026-09-18' end, '理由' from matter where id = $1`,
        [row!.id, outcome],
      );
    if (state === 'IN_EXECUTION')
      // what a rule of its end asks for is there
      await tx.query(
        `insert into matter_report (id, association_id, matter_id, organization_id, no, text, reported_by, reported_at)
         select gen_random_uuid(), association_id, id, organization_id, 1, '已完成', '测试', now() from matter where id = $1`,
        [row!.id],
      );
    return row!.id;
  });
  return matters.read(`Matter_${id.replaceAll('-', '')}`);
}

async function outcomeOf(act: Act, matter: MatterAnswer, actor: Actor): Promise<string> {
  const [name, more] = mutations[act];
  try {
    await matters.step(name, matter, more, actor);
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return error.code === 'FORBIDDEN' ? 'FORBIDDEN' : error.reason;
    throw error;
  }
}

/** What the table says; of what it does not allow, which refusal: the gate is asked before the state. */
function expected(act: Act, name: StandingName, who: string): string {
  if (!(actors[act] as readonly string[]).includes(who)) return 'FORBIDDEN';
  if (actsAt(name).has(act)) return 'done';
  const { reviewRequired, opinion } = standings[name];
  const closed = reviewRequired && opinion !== 'AGREE';
  return closed && (act === 'forward' || act === 'decide') ? 'MATTER_GATE' : 'MATTER_STATE';
}

let compared = 0;
it.each(Object.keys(standings) as StandingName[])('every verb of every role: %s', async (name) => {
  let matter = await standing(name);
  for (const act of acts)
    for (const [who, actor] of Object.entries(people)) {
      const found = await outcomeOf(act, matter, actor);
      expect([name, act, who, found]).toEqual([name, act, who, expected(act, name, who)]);
      compared++;
      if (found === 'done') matter = await standing(name);
    }
});

it('compared all of them', () => {
  expect(compared).toBe(Object.keys(standings).length * acts.length * Object.keys(people).length);
});
