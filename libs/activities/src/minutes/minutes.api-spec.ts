import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Meetings } from '../trial/meetings';
import { MinutesOf, textOf, type MinutesAnswer } from '../trial/minutes';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('minutes', () => {
  let world: World;
  let minutes: MinutesOf;
  let branch: { id: string };
  let [recorder, chair]: Actor[] = [];
  beforeAll(async () => {
    world = await createWorld();
    minutes = new MinutesOf(world);
    branch = await world.branch('第四党支部');
    recorder = await minutes.named(await world.account('PARTY_STAFF', branch), '秦悦');
    chair = await minutes.named(await world.account('SECRETARY', branch), '罗景行');
    await minutes.secretary(branch, '罗景行');
  });
  afterAll(() => world.close());

  const assembly = async (on: string) => {
    const activityTypeId = await minutes.typeId('BRANCH_ASSEMBLY');
    const agenda = [{ title: '学习《章程》', minutes: 25, owner: '秦悦' }, { title: '增补委员' }];
    return minutes.plan(branch, on, { activityTypeId, title: '第三季度党员大会', place: '三层', agenda });
  };
  const read = <T>(id: string, fields: string, actor: Actor = world.staff): Promise<T | null> =>
    world
      .as(actor)
      .query<{ minutes: T | null }>(`query ($id: ID!) { minutes(id: $id) { ${fields} } }`, { id })
      .then((data) => data.minutes);
  const signable = async (on: string, more: object = {}): Promise<MinutesAnswer> =>
    minutes.save(await minutes.begin(await assembly(on), recorder), minutes.content(more), recorder);

  describe('begin', () => {
    it('with everything that is known: times, place, agenda, who records and who usually chairs', async () => {
      const begun = await minutes.begin(await assembly('2026-09-01'), recorder);
      expect(begun).toMatchObject({ state: 'DRAFT', versionNo: 1, savedBy: '秦悦', documentNumber: null });
      const content = `chair recorder startsAt endsAt place attendance { entitled present remote leave onLeave absent guests }
        items { title owner minutes text resolutions { text } }`;
      expect(await read(begun.id, `content { ${content} } viewerCan { maintain }`, recorder)).toEqual({
        content: {
          chair: '罗景行',
          recorder: '秦悦',
          startsAt: '2026-09-01T01:00:00.000Z',
          endsAt: '2026-09-01T02:00:00.000Z',
          place: '三层',
          attendance: { entitled: null, present: null, remote: 0, leave: 0, onLeave: [], absent: [], guests: [] },
          items: [
            { title: '学习《章程》', owner: '秦悦', minutes: 25, text: expect.any(String), resolutions: [] },
            { title: '增补委员', owner: null, minutes: null, text: expect.any(String), resolutions: [] },
          ],
        },
        viewerCan: { maintain: true },
      });
    });

    it('with who was there by name, where attendance is kept so', async () => {
      const meetings = new Meetings(world);
      const here = await world.branch('第九党支部');
      const people = await meetings.members(here, 4);
      const meeting = await meetings.now(here);
      await meetings.start(meeting);
      await meetings.mark(meeting, people.slice(0, 2), 'PRESENT');
      await meetings.mark(meeting, people.slice(2, 3), 'ON_LEAVE', undefined, { reason: '出差' });
      await meetings.mark(meeting, people.slice(3), 'ABSENT');
      const begun = await minutes.begin(meeting, world.staff);
      expect(await read(begun.id, `content { attendance { entitled present leave onLeave absent } }`)).toEqual({
        content: {
          attendance: { entitled: 4, present: 2, leave: 1, onLeave: [people[2]!.name], absent: [people[3]!.name] },
        },
      });
    });

    it('and answer what is asked for of it, under the names it is asked by', async () => {
      const begun = await minutes.begin(await assembly('2026-09-03'), recorder);
      expect(await read(begun.id, 'said: content { __typename who: chair items { __typename title } }')).toEqual({
        said: {
          __typename: 'MinutesContent',
          who: '罗景行',
          items: [
            { __typename: 'MinutesItem', title: '学习《章程》' },
            { __typename: 'MinutesItem', title: '增补委员' },
          ],
        },
      });
    });

    it('once: two who begin at the same time work on the same', async () => {
      const activity = await assembly('2026-09-02');
      const [one, other] = await Promise.all([minutes.begin(activity, recorder), minutes.begin(activity, chair)]);
      expect(one.id).toBe(other.id);
    });

    it('from the beginning on, not before, and of no draft', async () => {
      const running = { startsAt: '2026-09-18T10:00:00+08:00', endsAt: '2026-09-18T12:00:00+08:00' };
      expect((await minutes.begin(await minutes.plan(branch, '', running))).state).toBe('DRAFT');
      for (const ahead of [await assembly('2026-09-25'), await minutes.plan(branch, '2026-09-03', { draft: true })])
        await expect(minutes.begin(ahead)).rejects.toMatchObject({ reason: 'MINUTES_TOO_EARLY' });
    });
  });

  describe('are saved', () => {
    it('incomplete, as often as anybody writes; the log keeps the hash and no words', async () => {
      const begun = await minutes.begin(await assembly('2026-09-04'), recorder);
      const part = minutes.content({
        chair: '',
        items: [{ title: '学习', text: textOf('刚写到一半'), resolutions: [] }],
      });
      const saved = await minutes.save(begun, part, recorder);
      const again = await minutes.save(saved, part, recorder);
      expect(again.contentHash).toBe(saved.contentHash);
      const events = await minutes.events('Minutes', begun.id);
      expect(events.map(({ action }) => action)).toEqual(['minutes.begin', 'minutes.save', 'minutes.save']);
      expect(JSON.stringify(events)).not.toContain('一半');
    });

    it('by one of two editors at the same time; the other is told who was first, and nothing is lost', async () => {
      const begun = await minutes.begin(await assembly('2026-09-05'), recorder);
      const mine = minutes.content({ items: [{ title: '学习', text: textOf('记录人写的'), resolutions: [] }] });
      const theirs = minutes.content({ items: [{ title: '学习', text: textOf('主持人写的'), resolutions: [] }] });
      const both = await Promise.allSettled([minutes.save(begun, mine, recorder), minutes.save(begun, theirs, chair)]);
      const [won] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as object] : []));
      expect(lost).toMatchObject({ code: 'CONFLICT', reason: 'MINUTES_CONFLICT', params: { savedBy: won!.savedBy } });
      // against the version that was saved, the second may decide
      const merged = minutes.content({ place: '两份合并', items: [] });
      expect((await minutes.save(won!, merged, chair)).version).toBe(won!.version + 1);
    });

    it.each([
      ['a link', { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://example.cn' } }] }],
      ['an image', { type: 'image', attrs: { src: 'https://example.cn/a.png' } }],
      ['a control character', { type: 'text', text: 'a\u0007b' }],
      ['a field nobody knows', { type: 'text', text: 'x', style: 'color: red' }],
      ['empty text', { type: 'text', text: '' }],
    ])('without %s', async (_, node) => {
      const begun = await minutes.begin(await minutes.plan(branch, '2026-09-06'), recorder);
      const text = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [node] }] });
      const content = minutes.content({ items: [{ title: '学习', text, resolutions: [] }] });
      await expect(minutes.save(begun, content, recorder)).rejects.toMatchObject({ reason: 'MINUTES_TEXT_REFUSED' });
    });

    it('neither as something else than a document nor longer than the limit nor nested without end', async () => {
      const begun = await minutes.begin(await assembly('2026-09-07'), recorder);
      let deep: object = { type: 'paragraph' };
      for (let i = 0; i < 20; i++) deep = { type: 'bulletList', content: [{ type: 'listItem', content: [deep] }] };
      const tries = [
        ['不是 JSON', 'MINUTES_TEXT_REFUSED'],
        ['{"type":"paragraph"}', 'MINUTES_TEXT_REFUSED'],
        [JSON.stringify({ type: 'doc', content: [deep] }), 'MINUTES_TEXT_REFUSED'],
        [textOf('学'.repeat(60_001)), 'MINUTES_TEXT_LONG'],
      ] as const;
      for (const [text, reason] of tries) {
        const content = minutes.content({ items: [{ title: '学习', text, resolutions: [] }] });
        await expect(minutes.save(begun, content, recorder)).rejects.toMatchObject({ reason });
      }
    });

    it('with votes, by the majority that holds for the type on the day', async () => {
      const vote = { inFavour: 9, against: 4, abstained: 1 };
      const resolutions = [
        { text: '同意增补', vote },
        { text: '另一项', vote: { ...vote, inFavour: 8, against: 5 } },
      ];
      const items = [{ title: '增补委员', text: textOf('讨论。'), resolutions }];
      const saved = await signable('2026-09-08', { items });
      const fields =
        'content { items { resolutions { vote { base of inFavour needed passed rule { value basis { zh } } } } } }';
      const answered = await read<{ content: { items: { resolutions: { vote: object }[] }[] } }>(saved.id, fields);
      const rule = { value: '> 1/2', basis: { zh: expect.stringContaining('第十一条') } };
      // more than half of the 17 entitled, whoever came
      const counted = { base: 'ENTITLED', of: 17, needed: 9, rule };
      expect(answered!.content.items[0]!.resolutions.map((one) => one.vote)).toEqual([
        { ...counted, inFavour: 9, passed: true },
        { ...counted, inFavour: 8, passed: false },
      ]);
    });

    it('with counts alone where no rule gives a base', async () => {
      const begun = await minutes.begin(await minutes.plan(branch, '2026-09-08'), recorder);
      const vote = { inFavour: 3, against: 1, abstained: 0 };
      const items = [{ title: '讨论', text: textOf('讨论。'), resolutions: [{ text: '同意', vote }] }];
      await minutes.save(begun, minutes.content({ items }), recorder);
      const fields = 'content { items { resolutions { vote { base of needed passed rule { value } } } } }';
      expect(await read(begun.id, fields)).toEqual({
        content: {
          items: [{ resolutions: [{ vote: { base: 'PRESENT', of: 14, needed: null, passed: null, rule: null } }] }],
        },
      });
    });
  });

  describe('are signed', () => {
    it('by the recorder, then the chair: locked, numbered, and the activity recorded with what was signed', async () => {
      const activity = await assembly('2026-09-16');
      const resolutions = [{ text: '提名方宁为候选人', owner: '杜若川', dueOn: '2026-10-16' }];
      const items = [{ title: '增补委员', text: textOf('讨论。'), resolutions }];
      const locked = await minutes.locked(activity, recorder!, chair!, minutes.content({ items }));
      expect(locked).toMatchObject({ state: 'LOCKED', versionNo: 1, documentNumber: '〔2026〕1号' });
      const after = await minutes.read(
        activity.id,
        `state startsAt endsAt entitledCount presentCount remoteCount leaveCount summary recordedBy
         quorum { met } resolutions { text owner dueOn state }`,
      );
      expect(after).toEqual({
        state: 'RECORDED',
        startsAt: '2026-09-16T01:30:00.000Z',
        endsAt: '2026-09-16T03:00:00.000Z',
        entitledCount: 17,
        presentCount: 14,
        remoteCount: 1,
        leaveCount: 2,
        summary: '增补委员：讨论。',
        recordedBy: '罗景行',
        quorum: { met: true },
        resolutions: [{ text: '提名方宁为候选人', owner: '杜若川', dueOn: '2026-10-16', state: 'OPEN' }],
      });
      const version = 'no reason recorderName chairName contentHash content { chair attendance { absent } }';
      expect(await read(locked.id, `versions { ${version} }`)).toEqual({
        versions: [
          {
            no: 1,
            reason: null,
            recorderName: '秦悦',
            chairName: '罗景行',
            contentHash: locked.contentHash,
            content: { chair: '罗景行', attendance: { absent: ['宋一帆'] } },
          },
        ],
      });
    });

    it('not twice by one account, whatever it is called', async () => {
      const content = { chair: '身兼两职' };
      const handed = await minutes.sign(await signable('2026-09-09', content), 'RECORDER', recorder!);
      await minutes.named(recorder!, '身兼两职');
      await expect(minutes.sign(handed, 'CHAIR', recorder!)).rejects.toMatchObject({ reason: 'MINUTES_SIGNED_BY_YOU' });
      await minutes.named(recorder!, '秦悦');
    });

    it('not on what was changed since it was read', async () => {
      const first = await signable('2026-09-10');
      const changed = await minutes.save(first, minutes.content({ place: '别处' }), chair);
      // the version of now, the hash of what was read
      const stale = { ...changed, contentHash: first.contentHash };
      await expect(minutes.sign(stale, 'RECORDER', recorder!)).rejects.toMatchObject({ reason: 'MINUTES_CHANGED' });
      await expect(minutes.sign(first, 'RECORDER', recorder!)).rejects.toMatchObject({ reason: 'MINUTES_CONFLICT' });
      const handed = await minutes.sign(changed, 'RECORDER', recorder!);
      await expect(minutes.save(handed, minutes.content(), chair)).rejects.toMatchObject({ reason: 'MINUTES_STATE' });
      const back = await minutes.do('withdrawMinutes', { id: handed.id, version: handed.version }, recorder);
      expect(back.state).toBe('DRAFT');
      expect(await read(back.id, 'recorderName recorderSignedAt')).toEqual({
        recorderName: null,
        recorderSignedAt: null,
      });
      await expect(minutes.sign(back, 'CHAIR', chair!)).rejects.toMatchObject({ reason: 'MINUTES_STATE' });
    });

    it('by whoever they name, and by nobody else', async () => {
      const saved = await signable('2026-09-11');
      await expect(minutes.sign(saved, 'RECORDER', chair!)).rejects.toMatchObject({ reason: 'MINUTES_SIGNER' });
      const handed = await minutes.sign(saved, 'RECORDER', recorder!);
      await expect(minutes.sign(handed, 'CHAIR', world.staff)).rejects.toMatchObject({ reason: 'MINUTES_SIGNER' });
      expect((await minutes.sign(handed, 'CHAIR', chair!)).state).toBe('LOCKED');
    });

    it.each([
      ['without a chair', { chair: ' ' }, {}, 'MINUTES_INCOMPLETE'],
      ['with one person as both', { chair: '秦悦' }, {}, 'MINUTES_INCOMPLETE'],
      ['without counts', {}, { present: null }, 'MINUTES_INCOMPLETE'],
      [
        'with blanks for words',
        { items: [{ title: '学习', text: textOf(' '), resolutions: [] }] },
        {},
        'MINUTES_INCOMPLETE',
      ],
      ['without any text', { items: [] }, {}, 'MINUTES_INCOMPLETE'],
    ])('complete only: not %s', async (_, more, counts, reason) => {
      const begun = await minutes.begin(await minutes.plan(branch, '2026-09-12'), recorder);
      const saved = await minutes.save(begun, minutes.content(more, counts), recorder);
      await expect(minutes.sign(saved, 'RECORDER', recorder!)).rejects.toMatchObject({ reason });
    });

    it('with votes of no more people than were entitled', async () => {
      const vote = { inFavour: 17, against: 1, abstained: 0 };
      const items = [{ title: '增补', text: textOf('讨论。'), resolutions: [{ text: '同意', vote }] }];
      const saved = await signable('2026-09-13', { items });
      await expect(minutes.sign(saved, 'RECORDER', recorder!)).rejects.toMatchObject({ reason: 'MINUTES_VOTES' });
    });

    it('and when the counts contradict each other nothing is locked, numbered or recorded', async () => {
      const activity = await assembly('2026-09-14');
      const content = minutes.content({}, { present: 16, leave: 5 });
      const saved = await minutes.save(await minutes.begin(activity, recorder), content, recorder);
      const handed = await minutes.sign(saved, 'RECORDER', recorder!);
      await expect(minutes.sign(handed, 'CHAIR', chair!)).rejects.toMatchObject({ reason: 'ACTIVITY_COUNT_LEAVE' });
      expect(await read(handed.id, 'state documentNumber versions { no }')).toEqual({
        state: 'AWAITING',
        documentNumber: null,
        versions: [],
      });
      expect(await minutes.read(activity.id, 'state')).toEqual({ state: 'HELD' });
    });
  });

  it('are numbered without gaps by organization, also when many are locked at once and one fails', async () => {
    const other = await world.branch('第五党支部');
    const [by, head] = [
      await minutes.named(await world.account('PARTY_STAFF', other), '记录'),
      await minutes.named(await world.account('SECRETARY', other), '主持'),
    ];
    const content = (present: number) => minutes.content({ chair: '主持', recorder: '记录' }, { present });
    const handed: MinutesAnswer[] = [];
    for (const [i, present] of [14, 14, 16, 14].entries()) {
      const activity = await minutes.plan(other, `2026-09-1${i}`);
      const saved = await minutes.save(await minutes.begin(activity, by), content(present), by);
      handed.push(await minutes.sign(saved, 'RECORDER', by));
    }
    const locked = await Promise.allSettled(handed.map((one) => minutes.sign(one, 'CHAIR', head)));
    const numbers = locked.flatMap((one) => (one.status === 'fulfilled' ? [one.value.documentNumber] : ['refused']));
    expect(numbers.toSorted()).toEqual(['refused', '〔2026〕1号', '〔2026〕2号', '〔2026〕3号']);
  });

  it('are corrected by a new version that keeps the old, its number, and what is carried out already', async () => {
    const resolutions = [{ text: '走访' }, { text: '微党课' }];
    const items = [{ title: '安排', text: textOf('安排。'), resolutions }];
    const activity = await assembly('2026-09-15');
    const locked = await minutes.locked(activity, recorder!, chair!, minutes.content({ items }));
    await expect(minutes.save(locked, minutes.content(), recorder)).rejects.toMatchObject({ reason: 'MINUTES_STATE' });
    const { resolutions: rows } = await minutes.read<{ resolutions: { id: string; version: number }[] }>(
      activity.id,
      'resolutions { id version }',
    );
    await minutes.do('reportSupervisionItem', { ...rows[0]!, evidence: '走访记录' }, recorder, 'id');
    const step = { id: locked.id, version: locked.version };
    const opened = await minutes.do('correctMinutes', { ...step, reason: '漏记一人' }, recorder);
    expect(opened).toMatchObject({ state: 'DRAFT', versionNo: 2, documentNumber: locked.documentNumber });
    const right = minutes.content({ items: [{ ...items[0], resolutions: [resolutions[0]!] }] }, { present: 15 });
    const handed = await minutes.sign(await minutes.save(opened, right, recorder), 'RECORDER', recorder!);
    const again = await minutes.sign(handed, 'CHAIR', chair!);
    expect(again).toMatchObject({ state: 'LOCKED', versionNo: 2, documentNumber: locked.documentNumber });
    expect(await read(locked.id, 'versions { no reason contentHash content { attendance { present } } }')).toEqual({
      versions: [
        { no: 2, reason: '漏记一人', contentHash: again.contentHash, content: { attendance: { present: 15 } } },
        { no: 1, reason: null, contentHash: locked.contentHash, content: { attendance: { present: 14 } } },
      ],
    });
    const after = 'presentCount steps { kind reason } resolutions { text state }';
    expect(await minutes.read(activity.id, after)).toMatchObject({
      presentCount: 15,
      steps: [{ kind: 'CORRECTED', reason: '漏记一人' }, { kind: 'RECORDED' }, { kind: 'SCHEDULED' }],
      resolutions: [
        { text: '走访', state: 'REPORTED' },
        { text: '微党课', state: 'DROPPED' },
      ],
    });
  });

  it('that are signed cannot be changed in the database either, nor a number be given again', async () => {
    const change = (statement: string) => world.write((tx) => tx.query(statement));
    await expect(change(`update minutes_version set content = '{}'`)).rejects.toThrow(/permission denied/);
    await expect(change(`delete from minutes_version`)).rejects.toThrow(/permission denied/);
    await expect(change(`delete from document_number`)).rejects.toThrow(/permission denied/);
    await expect(change(`update document_number set number = 99`)).rejects.toThrow(/permission denied/);
  });

  it('are read by whoever reads the activity, and written by whoever keeps it', async () => {
    const begun = await minutes.begin(await assembly('2026-09-17'), recorder);
    const member = await world.account('MEMBER', branch);
    expect(await read(begun.id, 'state viewerCan { maintain }', member)).toEqual({
      state: 'DRAFT',
      viewerCan: { maintain: false },
    });
    await expect(minutes.sign(begun, 'RECORDER', member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(minutes.save(begun, minutes.content(), member)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const stranger = await world.account('SECRETARY', await world.branch('第六党支部'));
    expect(await read(begun.id, 'state', stranger)).toBeNull();
    await expect(minutes.save(begun, minutes.content(), stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
