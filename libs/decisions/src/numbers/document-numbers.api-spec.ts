import { localId, newId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Dispatches } from '../trial/dispatches';
import { PlannedSessions } from '../trial/planned-sessions';

interface Given {
  readonly text: string;
  readonly kind: string;
  readonly title: string;
  readonly number: number;
  readonly missing: number;
  readonly withdrawn: boolean;
  readonly givenBy: string;
  readonly aboutId: string;
  readonly organization: { readonly name: string };
}

describe('the register of numbers', () => {
  let world: World;
  let branch: { id: string };
  let other: { id: string };
  let session: { id: string };
  let matter: { id: string };
  let request: { id: string };
  let activityId: string;
  let [secretary, elsewhere]: Actor[] = [];
  beforeAll(async () => {
    world = await createWorld({ now: '2026-09-28T02:00:00Z' });
    const sessions = new PlannedSessions(world);
    const dispatches = new Dispatches(world);
    branch = await world.branch('标准部党支部');
    other = await world.branch('财务部党支部');
    secretary = await world.account('SECRETARY', branch);
    elsewhere = await world.account('SECRETARY', other);
    await sessions.holds(world.root, '罗景行', 'SECRETARY');
    matter = await sessions.accepted(branch, { title: '平台二期' });
    const called = await sessions.call({ joint: false });
    session = await sessions.schedule(called, await sessions.read(matter.id));
    await sessions.do(
      'issueSessionDocument',
      { sessionId: session.id, kind: 'NOTICE', sealed: false },
      undefined,
      'id',
    );
    request = await dispatches.step('issueDispatch', await dispatches.draft(branch, {}, secretary), {}, secretary);
    activityId = await minutesOf(world, branch, secretary);
  });
  afterAll(() => world.close());

  const given = async (actor: Actor, filter: object = {}, more = ''): Promise<Given[]> => {
    const document = `query ($filter: DocumentNumberFilter) { documentNumbers(first: 50, filter: $filter ${more}) {
      totalCount nodes { text kind title number missing withdrawn givenBy aboutId organization { name } } } }`;
    type Page = { documentNumbers: { totalCount: number; nodes: Given[] } };
    const { documentNumbers: page } = await world.as(actor).query<Page>(document, { filter });
    expect(page.totalCount).toBe(page.nodes.length);
    return page.nodes;
  };
  const texts = async (...asked: Parameters<typeof given>) => (await given(...asked)).map(({ text }) => text).sort();

  it('tells of every kind: whose number, of what, where it stands, who gave it', async () => {
    const [staff, issuer] = [world.staff, secretary!].map(({ username }) => `测试${username.split('-').at(-1)}`);
    const all = await given(world.staff);
    expect(all.map(({ kind, text, title, givenBy, aboutId }) => [kind, text, title, givenBy, aboutId]).sort()).toEqual([
      ['MATTER', '前审〔2026〕1号', '平台二期', staff, matter.id],
      ['MINUTES', '〔2026〕1号', '第三季度党员大会', '罗景行', activityId],
      ['REQUEST', '请〔2026〕1号', '关于召开换届大会的请示', issuer, request.id],
      ['SESSION_NOTICE', '会通〔2026〕1号', expect.any(String), staff, session.id],
    ]);
    expect(all.every(({ number, missing, withdrawn }) => number === 1 && missing === 0 && !withdrawn)).toBe(true);
    expect(all.find(({ kind }) => kind === 'REQUEST')!.organization.name).toBe('标准部党支部');
  });

  it('is for whoever reads the document, each kind by its own right, wherever its number is counted', async () => {
    // her matter is counted at the root, and hers to read
    expect(await texts(secretary!)).toEqual(['〔2026〕1号', '前审〔2026〕1号', '请〔2026〕1号']);
    expect(await texts(elsewhere!)).toEqual([]);
    expect(await texts(await world.account('MEMBER', branch))).toEqual(['〔2026〕1号']);
    expect(await texts(await world.account('COMMITTEE_MEMBER', world.root))).toEqual([
      '〔2026〕1号',
      '会通〔2026〕1号',
      '前审〔2026〕1号',
    ]);
    expect(await texts(world.staff, {}, `within: "${branch.id}"`)).toEqual(['〔2026〕1号', '请〔2026〕1号']);
    expect(await texts(world.staff, {}, `within: "${other.id}"`)).toEqual([]);
  });

  it('is narrowed by year, kind and words', async () => {
    expect(await texts(world.staff, { kinds: ['MATTER', 'REQUEST'] })).toEqual(['前审〔2026〕1号', '请〔2026〕1号']);
    expect(await texts(world.staff, { year: 2025 })).toEqual([]);
    expect(await texts(world.staff, { search: '换届' })).toEqual(['请〔2026〕1号']);
    expect(await texts(world.staff, { search: '前审〔2026' })).toEqual(['前审〔2026〕1号']);
  });

  it('tells what was withdrawn, and shows a gap where there should be none', async () => {
    const dispatches = new Dispatches(world);
    const second = await dispatches.step('issueDispatch', await dispatches.draft(branch, {}, secretary), {}, secretary);
    await dispatches.step('withdrawDispatch', second, { reason: '内容有误。' }, secretary);
    expect(await texts(world.staff, { withdrawn: true })).toEqual(['请〔2026〕2号']);
    expect(await given(world.staff, { gaps: true })).toEqual([]);
    const draft = await dispatches.draft(branch, {}, secretary);
    // numbers stay as they are: only whoever keeps the database could make a gap
    await world.write((tx) =>
      tx.query(
        `insert into document_number (id, association_id, organization_id, kind, year, number, subject_id)
         select $1, association_id, organization_id, kind, year, 5, $2 from document_number
         where kind = 'REQUEST' and number = 2`,
        [newId(), localId('Dispatch', draft.id)],
      ),
    );
    expect((await given(world.staff, { gaps: true })).map(({ number, missing }) => [number, missing])).toEqual([
      [5, 2],
    ]);
    expect((await given(world.staff, { kinds: ['REQUEST'] }, 'order: NUMBER')).map(({ number }) => number)).toEqual([
      1, 2, 5,
    ]);
  });
});

/** Minutes that two people signed, as rows: how they are written is told elsewhere. @returns the activity */
async function minutesOf(world: World, at: { readonly id: string }, recorder: Actor): Promise<string> {
  const [activity, minutes] = [newId(), newId()];
  const place = localId('PartyOrganization', at.id);
  const hash = 'a'.repeat(64);
  await world.write(async (tx) => {
    await tx.query(
      `insert into activity (id, association_id, organization_id, activity_type_id, title, state, held_on, counts_on,
         starts_at, ends_at, entitled_count, present_count, remote_count, leave_count, recorded_at)
       select $1, association_id, $2, id, '第三季度党员大会', 'RECORDED', '2026-09-18', '2026-09-18',
         '2026-09-18 09:00+08', '2026-09-18 10:00+08', 9, 8, 0, 1, now() from activity_type
       where association_id = $3 limit 1`,
      [activity, place, world.associationId],
    );
    await tx.query(
      `insert into minutes (id, association_id, organization_id, activity_id, state, version_no, content, content_hash,
         saved_by, saved_at, recorder_account_id, recorder_name, recorder_signed_at, document_number)
       values ($1, $2, $3, $4, 'LOCKED', 1, '{}', $5, '秦悦', now(), $6, '秦悦', now(), '〔2026〕1号')`,
      [minutes, world.associationId, place, activity, hash, recorder.accountId],
    );
    await tx.query(
      `insert into minutes_version (id, association_id, organization_id, minutes_id, no, content, content_hash,
         recorder_account_id, recorder_name, recorder_signed_at, chair_account_id, chair_name, chair_signed_at)
       values ($1, $2, $3, $4, 1, '{}', $5, $6, '秦悦', now(), $7, '罗景行', now())`,
      [newId(), world.associationId, place, minutes, hash, recorder.accountId, world.staff.accountId],
    );
    await tx.query(
      `insert into document_number (id, association_id, organization_id, kind, year, number, subject_id)
       values ($1, $2, $3, 'MINUTES', 2026, 1, $4)`,
      [newId(), world.associationId, place, minutes],
    );
  });
  return `Activity_${activity.replaceAll('-', '')}`;
}
