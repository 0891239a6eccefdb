import { compute } from './compute';
import { explain } from './explain';
import type { InputFaultCode } from './fault';
import type { Inputs } from './inputs';
import { ballot, counted, inProportion, inputs, metric, rubric, scheme } from './trial/build-scheme';

/*
 * Inputs out of which no total comes, or none that is final. A fault names the node and what is wrong; it never turns into
 * a 0, and never keeps the rest of the sheet from being computed.
 */

const byFormula = { by: 'FORMULA', formula: 'weight * part / (value - 50)' } as const;
const tree = scheme([
  metric('held', '20', inProportion),
  metric('odd', '10', byFormula, { figure: 'odd.rate' }),
  rubric('judged', '20', { commentWhenCut: true }),
  rubric('given', '20', { entry: 'POINTS', levels: [] }),
  ballot('asked', '30'),
  counted('DEDUCTION', 'late', { each: '1', cap: '5', figure: 'late' }),
  counted('BONUS', 'cases', { each: '1', cap: '5' }),
]);

const score = { scorer: 'a', role: 'expert' };
const whole: Inputs = inputs({
  figures: {
    'obligation.fulfilmentRate': { part: '9', whole: '10' },
    'odd.rate': { part: '1', whole: '4' },
    late: { part: '0', whole: null },
  },
  scores: { judged: [{ ...score, level: 'good' }], given: [{ ...score, points: '15.5' }] },
  votes: { asked: { all: { yes: 3 } } },
});
const figure = (part: string, of: string | null) => ({
  figures: { ...whole.figures, 'obligation.fulfilmentRate': { part, whole: of } },
});
const points = (text: string) => ({ scores: { ...whole.scores, given: [{ ...score, points: text }] } });
const judged = (...scores: Inputs['scores'][string]) => ({ scores: { ...whole.scores, judged: scores } });

it('computes what is whole', () => {
  expect(compute(tree, whole)).toMatchObject({ total: '83.50', faults: [] });
});

it.each<[what: string, given: Partial<Inputs>, code: InputFaultCode, path: string]>([
  ['a figure that is missing', { figures: {} }, 'FIGURE_MISSING', 'total/held'],
  ['a rate without a whole', figure('9', null), 'FIGURE_WHOLE_MISSING', 'total/held'],
  ['a rate of nothing', figure('0', '0'), 'FIGURE_WHOLE_ZERO', 'total/held'],
  ['NaN', figure('NaN', '10'), 'NUMBER_MALFORMED', 'total/held'],
  ['Infinity', figure('9', 'Infinity'), 'NUMBER_MALFORMED', 'total/held'],
  ['1e308', figure('1e308', '10'), 'NUMBER_MALFORMED', 'total/held'],
  ['a number in place of a text', figure(9 as unknown as string, '10'), 'NUMBER_MALFORMED', 'total/held'],
  ['a negative figure', figure('-9', '10'), 'NUMBER_NEGATIVE', 'total/held'],
  [
    'half an occurrence',
    { figures: { ...whole.figures, late: { part: '0.5', whole: null } } },
    'NUMBER_NOT_WHOLE',
    'total/late',
  ],
  ['points below 0', points('-0.5'), 'POINTS_OUT_OF_RANGE', 'total/given'],
  ['points above the weight', points('20.01'), 'POINTS_OUT_OF_RANGE', 'total/given'],
  ['points that are too fine', points('15.555'), 'POINTS_TOO_FINE', 'total/given'],
  ['points NaN', points('NaN'), 'NUMBER_MALFORMED', 'total/given'],
  ['points 1e308', points('1e308'), 'NUMBER_MALFORMED', 'total/given'],
  ['no scores', judged(), 'SCORES_MISSING', 'total/judged'],
  ['a level that is none', judged({ ...score, level: 'superb' }), 'LEVEL_UNKNOWN', 'total/judged'],
  [
    'a scorer twice',
    judged({ ...score, level: 'good' }, { ...score, level: 'fair', comment: 'b' }),
    'SCORER_TWICE',
    'total/judged',
  ],
  ['no votes', { votes: { asked: { all: { unknown: 3 } } } }, 'VOTES_MISSING', 'total/asked'],
  ['votes of nobody', { votes: { asked: { some: { yes: 3 } } } }, 'VOTES_UNKNOWN', 'total/asked'],
  ['half a vote', { votes: { asked: { all: { yes: 0.5 } } } }, 'NUMBER_NOT_WHOLE', 'total/asked'],
  ['votes below 0', { votes: { asked: { all: { yes: 3, no: -1 } } } }, 'NUMBER_NOT_WHOLE', 'total/asked'],
  [
    'an occurrence without a reason',
    { occurrences: { cases: [{ times: 1, reason: ' ' }] } },
    'REASON_MISSING',
    'total/cases',
  ],
  [
    'half an occurrence by hand',
    { occurrences: { cases: [{ times: 0.5, reason: 'b' }] } },
    'NUMBER_NOT_WHOLE',
    'total/cases',
  ],
  [
    'Infinity occurrences',
    { occurrences: { cases: [{ times: Infinity, reason: 'b' }] } },
    'NUMBER_NOT_WHOLE',
    'total/cases',
  ],
  ['moderation without a reason', { moderated: { held: { points: '1', reason: '' } } }, 'REASON_MISSING', 'total/held'],
  [
    'moderation above the weight',
    { moderated: { held: { points: '21', reason: 'b' } } },
    'POINTS_OUT_OF_RANGE',
    'total/held',
  ],
])('tells of %s and gives no total', (_, given, code, path) => {
  const { total, grade, faults, root } = compute(tree, { ...whole, ...given });
  expect(faults).toContainEqual(expect.objectContaining({ code, path }));
  expect([total, grade]).toEqual([null, null]);
  const at = root.children.find(({ key }) => path.endsWith(key))!;
  expect(at.points).toBeNull();
  const others = root.children.filter((child) => !faults.some((fault) => fault.path.endsWith(child.key)));
  expect(others.length).toBeGreaterThan(2);
  for (const other of others) expect(other.points).not.toBeNull();
});

it('explains a formula that divides by zero', () => {
  const figures = { ...whole.figures, 'odd.rate': { part: '2', whole: '4' } };
  const { total, faults, root } = compute(tree, { ...whole, figures });
  expect(total).toBeNull();
  expect(faults).toEqual([
    {
      code: 'FORMULA_DIVIDES_BY_ZERO',
      path: 'total/odd',
      params: { formula: byFormula.formula, value: '50', part: '2', whole: '4' },
    },
  ]);
  expect(explain(root.children[1]!, 'zh')).toBe('odd 还不能计算');
});

it('tells of a missing comment and still gives a total', () => {
  const { total, faults } = compute(tree, { ...whole, ...judged({ ...score, level: 'fair' }) });
  expect(total).toBe('79.50');
  expect(faults).toEqual([{ code: 'COMMENT_MISSING', path: 'total/judged', params: { scorer: 'a' } }]);
});

it('refuses a role that the scheme does not weigh', () => {
  const roles = [{ role: 'superior', name: { zh: '上级', en: 'Superior' }, weight: '1' }];
  const { faults } = compute({ ...tree, scorers: { by: 'ROLES', roles } }, whole);
  expect(faults.map(({ code }) => code)).toEqual(['ROLE_UNKNOWN', 'ROLE_UNKNOWN']);
});

it.each(['luck', 'total', 'late', 'constructor'])('does not lose a moderation of %s without a word', (key) => {
  const { faults } = compute(tree, { ...whole, moderated: { [key]: { points: '1', reason: 'b' } } });
  expect(faults).toEqual([{ code: 'MODERATED_UNKNOWN', path: key, params: { key } }]);
});

it('does not assess whom nothing applies to', () => {
  const none = [{ on: 'TYPE_NOT_IN', list: ['BRANCH'] }] as const;
  const { total, grade, faults } = compute(scheme([rubric('judged', '100', { notApplicable: none })]), whole);
  expect([total, grade]).toEqual([null, null]);
  expect(faults).toEqual([{ code: 'NOTHING_APPLIES', path: 'total', params: {} }]);
});

it('shows what moderation changed', () => {
  const reason = '记录核实后补计一次';
  const { total, root } = compute(tree, { ...whole, moderated: { held: { points: '19.00', reason } } });
  expect(total).toBe('84.50');
  expect(explain(root.children[0]!, 'zh')).toBe('held 19.00；9 / 10；审核前 18.00，调整原因：记录核实后补计一次');
});
