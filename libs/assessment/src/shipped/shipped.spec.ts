import { checkScheme, compute, type FigureTable, nodesOf, noInputs } from '../engine';
import { shippedSchemes } from '.';

const percent = { unit: 'PERCENT', rate: true } as const;
const count = { unit: 'COUNT', rate: false } as const;

/** The figures that shipped schemes name, as the register has them. */
const figures: FigureTable = {
  'obligation.fulfilmentRate': percent,
  'obligation.awaitingRecord': count,
  'obligation.late': count,
  'attendance.rate': percent,
  'coverage.rate': percent,
  'reelection.onTimeRate': percent,
  'minutes.onTimeRate': percent,
  'matter.reviewedInTime': percent,
  'study.hoursPerMember': { unit: 'HOURS', rate: true },
};

const byKey = new Map(shippedSchemes.map((scheme) => [scheme.key, scheme]));

it.each([...byKey.keys()])('ships %s without a fault', (key) => {
  const { tree, name, basis } = byKey.get(key)!;
  expect(checkScheme(tree, figures)).toEqual([]);
  for (const text of [name.zh, name.en, basis.zh, basis.en]) expect(text).not.toBe('');
});

it('says what is asked of what it measures by', () => {
  const { tree } = byKey.get('SIX_STRENGTHS')!;
  const { 'study.hoursPerMember': _, ...rest } = figures;
  const without = { ...rest, 'attendance.rate': count };
  expect(checkScheme(tree, without).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'FIGURE_WITHOUT_WHOLE TOTAL/ORGANIZING/ATTENDANCE',
    'UNIT_MISMATCH TOTAL/ORGANIZING/ATTENDANCE',
    'FIGURE_UNKNOWN TOTAL/MEASURES/STUDY_HOURS',
    'FIGURE_UNKNOWN TOTAL/MEASURES/STUDY_HOURS',
  ]);
});

it('has six strengths, and six by six cells', () => {
  const strengths = byKey.get('SIX_STRENGTHS')!.tree.root.children.filter(({ kind }) => kind === 'GROUP');
  expect(strengths.map(({ name }) => name.zh)).toEqual([
    '工作组织推动性强',
    '工作计划导向性强',
    '工作措施有效性强',
    '查摆问题针对性强',
    '与中心工作融合性强',
    '基础建设体系性强',
  ]);
  const cells = nodesOf(byKey.get('SIX_BY_SIX')!.tree.root).filter(({ node }) => node.kind !== 'GROUP');
  expect(cells.length).toBe(36);
  expect(cells[35]!.node.name.zh).toBe('抓落实·重成效');
});

it('asks of a branch the two roles of a branch', () => {
  const { tree } = byKey.get('DUTIES')!;
  const good = nodesOf(tree.root).map(({ node }) => [node.key, [{ scorer: 'a', role: 'expert', level: 'GOOD' }]]);
  const subject = { type: 'BRANCH', tier: 'SECRETARIAT', duties: ['FORTRESS', 'GUARANTEE'] };
  const result = compute(tree, { ...noInputs, subject, scores: Object.fromEntries(good) });
  expect(result.faults).toEqual([]);
  expect(result.root.children.filter(({ applies }) => applies).map(({ key, points }) => `${key} ${points}`)).toEqual([
    'GUARANTEE 50.00',
    'FORTRESS 50.00',
  ]);
});
