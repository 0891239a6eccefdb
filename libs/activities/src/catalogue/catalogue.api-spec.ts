import { createWorld, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';
import { Catalogue } from './catalogue';

interface Entry {
  readonly id: string;
  readonly version: number;
  readonly name: { readonly zh: string };
}

describe('the catalogue', () => {
  let world: World;
  let activities: Activities;
  beforeAll(async () => {
    world = await createWorld();
    activities = new Activities(world);
  });
  afterAll(() => world.close());

  const answer = 'id version name { zh }';
  const send = (name: string, input: object, actor = world.staff) => activities.send<Entry>(name, input, actor, answer);
  const types = async (): Promise<Record<string, unknown>[]> =>
    (
      await world.as(world.staff).query<{
        activityTypes: Record<string, unknown>[];
      }>('{ activityTypes { id version key kind shipped entitled quorumRuleKey } }')
    ).activityTypes;
  const own = {
    key: 'SONG_CONTEST',
    nameZh: '歌咏比赛',
    nameEn: 'Song contest',
    kind: 'OTHER',
    organizationTypes: ['BRANCH'],
    entitled: 'INVITED',
  };

  it('comes with the types, lines, topics and forms of the speech, and once only', async () => {
    const shipped = await types();
    expect(shipped.map(({ key }) => key)).toEqual([
      'BRANCH_ASSEMBLY',
      'BRANCH_COMMITTEE_MEETING',
      'GROUP_MEETING',
      'PARTY_LECTURE',
      'THEME_DAY',
      'LIFE_MEETING',
      'DEMOCRATIC_EVALUATION',
      'CENTRAL_GROUP_STUDY',
      'PARTY_SCHOOL',
      'WARNING_EDUCATION',
      'TALK',
      'COMMITTEE_MEETING',
      'OTHER',
    ]);
    expect(shipped[0]).toMatchObject({ shipped: true, entitled: 'FULL_MEMBERS', quorumRuleKey: 'assembly.quorum' });
    await world.write((tx) => world.app.get(Catalogue).ship(tx, world.associationId));
    expect(await types()).toEqual(shipped);
    expect(await activities.termId('LINE', 'INTERNAL')).toMatch(/^CatalogueTerm_/);
  });

  it('names rules that there are', async () => {
    for (const { quorumRuleKey } of await types())
      if (quorumRuleKey) {
        const { ruleInForce } = await world
          .as(world.staff)
          .query<{ ruleInForce: object }>(`query ($key: String!) { ruleInForce(key: $key) { key } }`, {
            key: quorumRuleKey,
          });
        expect(ruleInForce).toEqual({ key: quorumRuleKey });
      }
    await expect(send('addActivityType', { ...own, quorumRuleKey: 'no.such' })).rejects.toMatchObject({
      reason: 'CATALOGUE_RULE_UNKNOWN',
    });
  });

  it('lets shipped types be renamed, but not mean something else', async () => {
    const [type] = await types();
    const renamed = await send('changeActivityType', {
      id: type!['id'],
      version: type!['version'],
      nameZh: '党员大会',
    });
    expect(renamed.name.zh).toBe('党员大会');
    const step = { id: renamed.id, version: renamed.version };
    await expect(send('changeActivityType', { ...step, entitled: 'INVITED' })).rejects.toMatchObject({
      reason: 'CATALOGUE_SHIPPED',
      params: { fields: ['entitled'] },
    });
    await expect(
      send('changeActivityType', { ...step, version: step.version - 1, nameZh: '别的' }),
    ).rejects.toMatchObject({ reason: 'STALE_VERSION' });
  });

  it('grows by types of the association’s own, which are retired and stay on old activities', async () => {
    const branch = await world.branch('唱歌的支部');
    const type = await send('addActivityType', own);
    await expect(send('addActivityType', own)).rejects.toMatchObject({ reason: 'CATALOGUE_KEY_TAKEN' });
    const { id, version } = await send('changeActivityType', {
      id: type.id,
      version: type.version,
      entitled: 'ALL_MEMBERS',
    });
    const activity = await activities.plan(branch, '2026-09-25', { activityTypeId: id });
    await send('retireActivityType', { id, version });
    expect((await types()).some((each) => each['key'] === own.key)).toBe(false);
    await expect(activities.plan(branch, '2026-09-26', { activityTypeId: id })).rejects.toMatchObject({
      reason: 'ACTIVITY_TYPE_RETIRED',
    });
    expect(await activities.read(activity.id, 'type { name { zh } }')).toEqual({ type: { name: { zh: '歌咏比赛' } } });
    await expect(send('retireActivityType', { id, version: version + 1 })).rejects.toMatchObject({
      reason: 'CATALOGUE_RETIRED',
    });
  });

  it('keeps a retired term on what has it, and gives it to nothing new', async () => {
    const branch = await world.branch('三史支部');
    const term = await send('addCatalogueTerm', { kind: 'TOPIC', key: 'CLUB', nameZh: '读书会', nameEn: 'Book club' });
    const activity = await activities.plan(branch, '2026-09-25', { topicIds: [term.id] });
    const named = await send('changeCatalogueTerm', { id: term.id, version: term.version, nameZh: '读书班' });
    await send('retireCatalogueTerm', { id: term.id, version: named.version });
    await expect(activities.plan(branch, '2026-09-26', { topicIds: [term.id] })).rejects.toMatchObject({
      reason: 'ACTIVITY_TERM_RETIRED',
    });
    const kept = { id: activity.id, version: activity.version, topicIds: [term.id], title: '又一次' };
    expect((await activities.send('changeActivity', kept)).version).toBe(activity.version + 1);
    const form = await activities.termId('FORM', 'VISIT');
    await expect(activities.plan(branch, '2026-09-26', { topicIds: [form] })).rejects.toMatchObject({
      reason: 'UNKNOWN_ID',
    });
  });

  it('is read by everybody, and kept by the staff of the whole association', async () => {
    const branch = await world.branch('读目录的支部');
    const [member, staff] = [await world.account('MEMBER', branch), await world.account('PARTY_STAFF', branch)];
    const { activityTypes } = await world.as(member).query<{ activityTypes: object[] }>('{ activityTypes { key } }');
    expect(activityTypes.length).toBeGreaterThanOrEqual(13);
    const input = { ...own, key: 'ANOTHER' };
    await expect(send('addActivityType', input, staff)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const atRoot = await world.account('PARTY_STAFF', world.root);
    expect((await send('addActivityType', input, atRoot)).version).toBe(1);
  });
});
