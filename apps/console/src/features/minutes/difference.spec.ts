import { EMPTY, merge, plain, textNode, type Content } from './content';
import { difference } from './difference';

it('says what went, what came and what stayed, in the order of reading', () => {
  expect(difference(['一', '二', '三', '四'], ['一', '三', '新', '四'])).toEqual([
    { kind: 'same', text: '一' },
    { kind: 'gone', text: '二' },
    { kind: 'same', text: '三' },
    { kind: 'new', text: '新' },
    { kind: 'same', text: '四' },
  ]);
  expect(difference([], ['一'])).toEqual([{ kind: 'new', text: '一' }]);
  expect(difference(['一'], [])).toEqual([{ kind: 'gone', text: '一' }]);
});

describe('two versions of minutes as one', () => {
  const text = (words: string) =>
    JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });
  const of = (...texts: string[]): Content => ({
    chair: '甲',
    recorder: '乙',
    chairId: null,
    recorderId: null,
    startsAt: '2026-09-18T01:00:00.000Z',
    endsAt: '2026-09-18T02:00:00.000Z',
    place: null,
    attendance: { entitled: 9, present: 8, remote: 0, leave: 1, onLeave: [], absent: [], guests: [] },
    items: texts.map((each, i) => ({ title: `${i}`, owner: null, minutes: null, text: each, resolutions: [] })),
  });
  const words = (content: Content) => content.items.map((item) => plain(textNode(item.text)));

  it('keeps both texts of a point, and points that one of them alone has', () => {
    expect(words(merge(of(text('我写的')), of(text('他写的'), text('第二项')), '他：'))).toEqual([
      ['我写的', '他：', '他写的'],
      ['第二项'],
    ]);
  });

  it('says nothing twice', () => {
    expect(words(merge(of(text('同样'), EMPTY), of(text('同样'), text('他写的')), '他：'))).toEqual([
      ['同样'],
      ['他写的'],
    ]);
  });
});
