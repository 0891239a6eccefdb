import type { Actor } from '@dangwu/testing';
import { Meetings } from '../trial/meetings';
import { textOf } from '../trial/minutes';
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
});
