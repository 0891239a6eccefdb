import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { Matters, wan } from '../trial/matters';
import type { MatterCategory } from './review-rule.enums';
import { ReviewRules } from './review-rules';

let world: World;
let matters: Matters;
let branch: { id: string };
beforeAll(async () => {
  world = await createWorld();
  matters = new Matters(world);
  branch = await world.branch('标准部党支部');
});
afterAll(() => world.close());

interface Rule {
  readonly versionNo: number;
  readonly amountFrom: string;
  readonly amountTo: string | null;
  readonly reviewRequired: boolean;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}
const facts =
  'versionNo tier amountFrom amountTo reviewRequired effectiveFrom effectiveTo expertOpinion presence ballot';
const list = async (category: string, includeEnded = false): Promise<Rule[]> =>
  (
    await world.as(world.staff).query<{ reviewRules: Rule[] }>(
      `query ($category: MatterCategory, $includeEnded: Boolean) {
         reviewRules(category: $category, tier: SECRETARIAT, includeEnded: $includeEnded) { ${facts} } }`,
      { category, includeEnded },
    )
  ).reviewRules;
const applying = async (category: string, amountFen: string | null, at = branch) =>
  (
    await world.as(world.staff).query<{ reviewRuleFor: (Rule & { tier: string }) | null }>(
      `query ($category: MatterCategory!, $at: ID!, $amountFen: String) {
         reviewRuleFor(category: $category, organizationId: $at, amountFen: $amountFen) { ${facts} } }`,
      { category, at: at.id, amountFen },
    )
  ).reviewRuleFor;
/** As it will be: a session does not last so long. */
const onDay = async (day: string, category: string, amountFen: string) => {
  const now = world.clock.now();
  world.clock.set(`${day}T02:00:00Z`);
  const question = { associationId: world.associationId, organizationId: localId('PartyOrganization', branch.id) };
  try {
    return await world.write((tx) =>
      world.app.get(ReviewRules).applying(tx, { ...question, category: category as MatterCategory, amountFen }),
    );
  } finally {
    world.clock.set(now);
  }
};
const band = (amountFrom: string, amountTo: string | null, more: object = {}) => ({
  amountFrom,
  amountTo,
  reviewRequired: true,
  reviewingBody: 'FUNCTIONAL_COMMITTEE',
  materials: ['议题申请表'],
  daysAhead: 3,
  presence: '>= 1/2',
  majorityBase: 'ENTITLED',
  majority: '> 1/2',
  ballot: 'OPEN',
  speakingOrder: 'CHAIR_LAST',
  expertOpinion: false,
  legalCheck: false,
  decidingBody: 'STANDING_COUNCIL',
  urgentDays: 7,
  ...more,
});
const set = (bands: object[], more: object = {}, actor = world.staff): Promise<Rule> => {
  const at = { category: 'MAJOR_PROJECT', tier: 'SECRETARIAT', effectiveFrom: '2026-10-01', versionNo: 1 };
  return matters.do<Rule>('setReviewRules', { ...at, bands, basis: '党委会〔2026〕9号', ...more }, actor, facts);
};

it('the rule that applies is found by category, tier, amount and day', async () => {
  expect(await applying('LARGE_FUNDS', wan(49))).toMatchObject({ reviewRequired: false, amountTo: wan(50) });
  // a band begins with its amount
  expect(await applying('LARGE_FUNDS', wan(50))).toMatchObject({ reviewRequired: true, amountFrom: wan(50) });
  expect(await applying('LARGE_FUNDS', wan(300))).toMatchObject({ expertOpinion: true, amountTo: null });
  expect(await applying('LARGE_FUNDS', null)).toMatchObject({ amountFrom: '0' });
  expect(await applying('PERSONNEL', null)).toMatchObject({ presence: '>= 2/3', ballot: 'SECRET' });
  const company = await world.branch('示范公司党支部', { tier: 'ENTERPRISE' });
  expect(await applying('INSTITUTION', null, company)).toMatchObject({ tier: 'ENTERPRISE' });
  expect(await applying('INSTITUTION', null, world.root)).toMatchObject({ tier: 'COUNCIL' });
  const unit = await world.branch('会员单位党支部', { relation: 'GUIDES', tier: 'MEMBER_UNIT' });
  expect(await applying('INSTITUTION', null, unit)).toBeNull();
});

it('a new version holds from its day on, and what was submitted before keeps its own', async () => {
  const before = await matters.draft(branch, { category: 'MAJOR_PROJECT', amountFen: wan(40) });
  for (const kind of ['议题申请表', '实施方案']) await matters.handIn(before, kind);
  const submitted = await matters.step('submitMatter', before);
  const made = await set([band(wan(40), null), band('0', wan(40), { reviewRequired: false })]);
  expect(made).toMatchObject({ versionNo: 2, amountFrom: '0', effectiveFrom: '2026-10-01' });
  expect(await applying('MAJOR_PROJECT', wan(40))).toMatchObject({ versionNo: 1 });
  expect(await onDay('2026-09-30', 'MAJOR_PROJECT', wan(40))).toMatchObject({ versionNo: 1, amountFrom: '0' });
  expect(await onDay('2026-10-01', 'MAJOR_PROJECT', wan(40))).toMatchObject({ versionNo: 2, amountFrom: wan(40) });
  expect(await matters.read(submitted.id, 'rule { versionNo effectiveTo }')).toEqual({
    rule: { versionNo: 1, effectiveTo: '2026-10-01' },
  });
  expect((await list('MAJOR_PROJECT')).map(({ versionNo }) => versionNo)).toEqual([2, 2, 1, 1]);
  expect((await list('MAJOR_PROJECT', true)).map(({ versionNo }) => versionNo)).toEqual([2, 2, 1, 1]);
});

it.each([
  ['a gap', [band('0', wan(10)), band(wan(20), null)], {}, 'REVIEW_BANDS_GAP'],
  ['an overlap', [band('0', wan(20)), band(wan(10), null)], {}, 'REVIEW_BANDS_OVERLAP'],
  ['no beginning', [band(wan(10), null)], {}, 'REVIEW_BANDS_START'],
  ['an end', [band('0', wan(10))], {}, 'REVIEW_BANDS_END'],
  ['no share', [band('0', null, { majority: '半数' })], {}, 'REVIEW_SHARE'],
  ['a day that is over', [band('0', null)], { effectiveFrom: '2026-09-01' }, 'REVIEW_RULE_PAST'],
  ['an old version', [band('0', null)], { versionNo: 7, effectiveFrom: '2027-01-01' }, 'REVIEW_RULE_CHANGED'],
])('are refused with %s, by words that name it', async (_, bands, more, reason) => {
  const at = { category: 'MAJOR_DECISION', versionNo: 1, effectiveFrom: '2027-01-01' };
  await expect(set(bands, { ...at, ...more })).rejects.toMatchObject({ reason });
  expect((await list('MAJOR_DECISION')).map(({ versionNo }) => versionNo)).toEqual([1]);
});

it('name the gap in the words of people', async () => {
  const at = { category: 'MAJOR_DECISION', effectiveFrom: '2027-01-01' };
  await expect(set([band('0', wan(10)), band(wan(20), null)], at)).rejects.toMatchObject({
    messages: { zh: expect.stringContaining('10万元至20万元没有规则') },
  });
});

it('one that was to begin on the same day never holds; one after it cannot be passed over', async () => {
  const at = { category: 'INSTITUTION', effectiveFrom: '2027-01-01' };
  await set([band('0', null)], at);
  await set([band('0', null, { daysAhead: 9 })], { ...at, versionNo: 2 });
  expect((await list('INSTITUTION')).map(({ versionNo }) => versionNo)).toEqual([3, 1]);
  await expect(set([band('0', null)], { ...at, effectiveFrom: '2026-12-01', versionNo: 3 })).rejects.toMatchObject({
    reason: 'REVIEW_RULE_LATER',
  });
});

it('are set by the association’s own staff alone', async () => {
  for (const role of ['SECRETARY', 'LEADER', 'PARTY_STAFF'] as const)
    await expect(set([band('0', null)], {}, await world.account(role, branch))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
});

it('the database itself refuses bands that overlap', async () => {
  const twice = world.write((tx) =>
    tx.query(
      `insert into review_rule select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).*
       from review_rule r where association_id = $1 and category = 'PERSONNEL' limit 1`,
      [world.associationId],
    ),
  );
  await expect(twice).rejects.toThrow(/review_rule_once/);
});
