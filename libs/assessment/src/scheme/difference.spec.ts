import { nodesOf, type GroupNode, type SchemeNode, type SchemeTree } from '../engine';
import { smallScheme } from '../trial/small-scheme';
import { difference } from './difference';
import { presentDifference } from './present-difference';

/** A tree with nodes put in the place of others. */
function changed(change: (node: SchemeNode) => SchemeNode, more: Partial<SchemeTree> = {}): SchemeTree {
  const look = (node: SchemeNode): SchemeNode => {
    const now = change(node);
    return now.kind === 'GROUP' ? { ...now, children: now.children.map(look) } : now;
  };
  return { ...smallScheme, root: look(smallScheme.root) as GroupNode, ...more };
}
const of = (key: string, change: object) =>
  changed((node) => (node.key === key ? ({ ...node, ...change } as SchemeNode) : node));
const said = (to: SchemeTree, from = smallScheme): string[] =>
  difference(from, to).map((one) => {
    if (one.kind === 'CHANGED' && 'scheme' in one) return `scheme ${one.fields.join(',')}`;
    const { node } = one.kind === 'REMOVED' ? one.before : one.after;
    const more = one.kind === 'CHANGED' ? ` ${one.fields.join(',')}` : one.kind === 'MOVED' ? ` ${one.field}` : '';
    return `${one.kind} ${node.key}${more}`;
  });
const node = (key: string): SchemeNode => nodesOf(smallScheme.root).find((one) => one.node.key === key)!.node;

it('finds nothing between a tree and itself, whatever order its keys came in', () => {
  const again = Object.fromEntries(Object.entries(smallScheme).reverse()) as unknown as SchemeTree;
  expect(said(again)).toEqual([]);
});

it.each<[string, object, string]>([
  ['base.files', { weight: '25' }, 'CHANGED base.files WEIGHT'],
  ['base.files', { name: { zh: '台账', en: '台账规范' } }, 'CHANGED base.files NAME'],
  ['drive.duties', { mapping: { by: 'FORMULA', formula: 'weight' } }, 'CHANGED drive.duties MAPPING'],
  ['drive.duties', { mapping: { by: 'LINEAR', from: '50', to: '100' } }, 'CHANGED drive.duties MAPPING'],
  ['drive.duties', { figure: 'attendance.rate' }, 'CHANGED drive.duties FIGURE'],
  ['drive.study', { notApplicable: [{ on: 'TYPE_IN', list: ['BRANCH'] }] }, 'CHANGED drive.study NOT_APPLICABLE'],
  ['drive.study', { commentWhenCut: false }, 'CHANGED drive.study COMMENT_WHEN_CUT'],
  ['drive.study', { tags: ['WORK_STYLE.DEVOTION'] }, 'CHANGED drive.study TAGS'],
  ['drive.late', { each: '0.5', cap: '4' }, 'CHANGED drive.late EACH,CAP'],
  ['base', { bonusRoom: '3' }, 'CHANGED base BONUS_ROOM'],
  ['discipline', { capsAt: 'POOR' }, 'CHANGED discipline CAPS_AT'],
])('tells what was changed at %s: %j', (key, change, expected) => {
  expect(said(of(key, change))).toEqual([expected]);
});

it('takes empty lists for none', () => {
  expect(said(of('drive.study', { notApplicable: [], tags: [] }))).toEqual([]);
});

it('tells that a kind is another, with the fields that came and went', () => {
  const { key, name } = node('drive.study');
  const deduction: SchemeNode = { kind: 'DEDUCTION', key, name, figure: null, each: '1', cap: '2' };
  const to = changed((one) => (one.key === key ? deduction : one));
  expect(said(to)).toEqual(['CHANGED drive.study KIND,WEIGHT,ENTRY,LEVELS,COMMENT_WHEN_CUT,EACH,CAP']);
});

it('tells what holds for the scheme as a whole first', () => {
  const to = {
    ...of('drive.late', { cap: '4' }),
    topShare: null,
    tieBreakers: [],
    equalAtLimit: 'BOTH' as const,
    grades: smallScheme.grades.slice(1),
    rounding: { scale: 1, mode: 'DOWN' as const },
    scorers: { by: 'TRIMMED' as const, drop: 1 },
  };
  expect(said(to)).toEqual([
    'scheme ROUNDING,SCORERS,GRADES,TOP_SHARE,TIE_BREAKERS,EQUAL_AT_LIMIT',
    'CHANGED drive.late CAP',
  ]);
});

it('tells what is new and what is gone, each node by itself', () => {
  const without = changed((one) =>
    one.key === 'root' && one.kind === 'GROUP'
      ? { ...one, children: one.children.filter(({ key }) => key !== 'base') }
      : one,
  );
  expect(said(without)).toEqual(['REMOVED base', 'REMOVED base.files', 'REMOVED base.voice', 'REMOVED base.case']);
  expect(said(smallScheme, without)).toEqual(['ADDED base', 'ADDED base.files', 'ADDED base.voice', 'ADDED base.case']);
});

describe('what moved', () => {
  const reordered = (order: readonly number[]) =>
    changed((one) =>
      one.key === 'base' && one.kind === 'GROUP' ? { ...one, children: order.map((i) => one.children[i]!) } : one,
    );

  it('is told once where two changed places, and not where others only made room', () => {
    expect(said(reordered([2, 0, 1]))).toEqual(['MOVED base.case ORDER']);
    expect(said(reordered([1, 0, 2]))).toHaveLength(1);
    expect(said(reordered([2, 1, 0]))).toHaveLength(2);
  });

  it('is told with its new group, and leaves the order of those that stayed alone', () => {
    const moving = node('base.files');
    const to = changed((one) => {
      if (one.kind !== 'GROUP') return one;
      if (one.key === 'base') return { ...one, children: one.children.filter(({ key }) => key !== 'base.files') };
      return one.key === 'drive' ? { ...one, children: [moving, ...one.children] } : one;
    });
    expect(said(to)).toEqual(['MOVED base.files GROUP']);
    expect(presentDifference(smallScheme, to)).toEqual([
      expect.objectContaining({
        kind: 'MOVED',
        place: { zh: '工作组织推动性强 › 台账规范', en: '工作组织推动性强 › 台账规范' },
        fields: [
          expect.objectContaining({
            field: 'GROUP',
            before: { zh: '基础建设体系性强', en: '基础建设体系性强' },
            after: { zh: '工作组织推动性强', en: '工作组织推动性强' },
          }),
        ],
      }),
    ]);
  });

  it('is told beside what else changed in it', () => {
    const to = changed((one) =>
      one.key === 'base' && one.kind === 'GROUP'
        ? { ...one, children: [{ ...one.children[2]!, cap: '3' } as SchemeNode, one.children[0]!, one.children[1]!] }
        : one,
    );
    expect(said(to)).toEqual(['CHANGED base.case CAP', 'MOVED base.case ORDER']);
  });
});

it('puts what changed into words', () => {
  const to = {
    ...of('drive.duties', {
      mapping: {
        by: 'STEPPED',
        bands: [
          { from: null, to: '90', share: '0.5' },
          { from: '90', to: null, share: '1' },
        ],
      },
    }),
    topShare: { share: '1/3', atLeastOne: false },
  };
  const words = presentDifference(smallScheme, to).flatMap(({ fields }) =>
    fields.map(({ name, before, after }) => `${name.zh}：${before.zh} → ${after.zh}`),
  );
  expect(words).toEqual([
    '优秀比例：0.3，至少 1 个 → 1/3',
    '怎么计分：0 得 0 分，100 得满分，按比例 → −∞ 至 90 得 0.5；90 至 ∞ 得 1',
  ]);
});
