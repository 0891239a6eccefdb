import type { Actor } from '@dangwu/testing';
import { textOf, type MinutesAnswer } from '../trial/minutes';
import { MinutesStage } from '../trial/minutes-stage';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('minutes', () => {
  let stage: MinutesStage;
  let world: MinutesStage['world'];
  let minutes: MinutesStage['minutes'];
  let branch: MinutesStage['branch'];
  let recorder: MinutesStage['recorder'];
  let chair: MinutesStage['chair'];
  beforeAll(async () => {
    stage = await MinutesStage.begin();
    ({ world, minutes, branch, recorder, chair } = stage);
  });
  afterAll(() => stage.world.close());

  const assembly = (on: string) => stage.assembly(on);
  const read = <T>(id: string, fields: string, actor?: Actor) => stage.read<T>(id, fields, actor);
  const signable = (on: string, more?: object) => stage.signable(on, more);

  describe('are signed', () => {
    it('by the recorder, then the chair: locked, numbered, and the activity recorded with what was signed', async () => {
      const activity = await assembly('2026-09-16');
      const resolutions = [{ text: '提名方宁为候选人', owner: '杜若川', dueOn: '2026-10-16' }];
      const items = [{ title: '增补委员', text: textOf('讨论。'), resolutions }];
      const locked = await minutes.locked(activity, recorder, chair, minutes.content({ items }));
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
      const handed = await minutes.sign(await signable('2026-09-09', content), 'RECORDER', recorder);
      await minutes.named(recorder, '身兼两职');
      await expect(minutes.sign(handed, 'CHAIR', recorder)).rejects.toMatchObject({ reason: 'MINUTES_SIGNED_BY_YOU' });
      await minutes.named(recorder, '秦悦');
    });

    it('not on what was changed since it was read', async () => {
      const first = await signable('2026-09-10');
      const changed = await minutes.save(first, minutes.content({ place: '别处' }), chair);
      // the version of now, the hash of what was read
      const stale = { ...changed, contentHash: first.contentHash };
      await expect(minutes.sign(stale, 'RECORDER', recorder)).rejects.toMatchObject({ reason: 'MINUTES_CHANGED' });
      await expect(minutes.sign(first, 'RECORDER', recorder)).rejects.toMatchObject({ reason: 'MINUTES_CONFLICT' });
      const handed = await minutes.sign(changed, 'RECORDER', recorder);
      await expect(minutes.save(handed, minutes.content(), chair)).rejects.toMatchObject({ reason: 'MINUTES_STATE' });
      const back = await minutes.do('withdrawMinutes', { id: handed.id, version: handed.version }, recorder);
      expect(back.state).toBe('DRAFT');
      expect(await read(back.id, 'recorderName recorderSignedAt')).toEqual({
        recorderName: null,
        recorderSignedAt: null,
      });
      await expect(minutes.sign(back, 'CHAIR', chair)).rejects.toMatchObject({ reason: 'MINUTES_STATE' });
    });

    it('by whoever they name, and by nobody else', async () => {
      const saved = await signable('2026-09-11');
      await expect(minutes.sign(saved, 'RECORDER', chair)).rejects.toMatchObject({ reason: 'MINUTES_SIGNER' });
      const handed = await minutes.sign(saved, 'RECORDER', recorder);
      await expect(minutes.sign(handed, 'CHAIR', world.staff)).rejects.toMatchObject({ reason: 'MINUTES_SIGNER' });
      expect((await minutes.sign(handed, 'CHAIR', chair)).state).toBe('LOCKED');
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
      await expect(minutes.sign(saved, 'RECORDER', recorder)).rejects.toMatchObject({ reason });
    });

    it('with votes of no more people than were entitled', async () => {
      const vote = { inFavour: 17, against: 1, abstained: 0 };
      const items = [{ title: '增补', text: textOf('讨论。'), resolutions: [{ text: '同意', vote }] }];
      const saved = await signable('2026-09-13', { items });
      await expect(minutes.sign(saved, 'RECORDER', recorder)).rejects.toMatchObject({ reason: 'MINUTES_VOTES' });
    });

    it('and when the counts contradict each other nothing is locked, numbered or recorded', async () => {
      const activity = await assembly('2026-09-14');
      const content = minutes.content({}, { present: 16, leave: 5 });
      const saved = await minutes.save(await minutes.begin(activity, recorder), content, recorder);
      const handed = await minutes.sign(saved, 'RECORDER', recorder);
      await expect(minutes.sign(handed, 'CHAIR', chair)).rejects.toMatchObject({ reason: 'ACTIVITY_COUNT_LEAVE' });
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
    const locked = await minutes.locked(activity, recorder, chair, minutes.content({ items }));
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
    const handed = await minutes.sign(await minutes.save(opened, right, recorder), 'RECORDER', recorder);
    const again = await minutes.sign(handed, 'CHAIR', chair);
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
