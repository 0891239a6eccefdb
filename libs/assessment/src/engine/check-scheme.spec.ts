import { checkScheme, type FigureTable } from './check-scheme';
import type { SchemeFaultCode } from './fault';
import type { SchemeTree } from './scheme';
import { ballot, counted, group, inProportion, metric, rubric, scheme } from './trial/build-scheme';

const figures: FigureTable = {
  'obligation.fulfilmentRate': { unit: 'PERCENT', rate: true },
  'obligation.late': { unit: 'COUNT', rate: false },
  'study.hours': { unit: 'HOURS', rate: false },
};

const sound = scheme([metric('held', '60', inProportion), rubric('judged', '40')]);

/** A whole scheme beside which one thing is wrong. */
const beside = (node: Parameters<typeof group>[2][number], more: Partial<SchemeTree> = {}) =>
  scheme([node, rubric('rest', '90')], more);
const band = (from: string | null, to: string | null, share = '1') => ({ from, to, share });
const stepped = (...bands: ReturnType<typeof band>[]) => beside(metric('m', '10', { by: 'STEPPED', bands }));
const formula = (text: string, more = {}) => beside(metric('m', '10', { by: 'FORMULA', formula: text }, more));
const grade = (key: string, from: string | null) => ({ key, name: { zh: key, en: key }, from });

const at = (code: SchemeFaultCode, path: string, params?: object) =>
  expect.objectContaining({ code, path, ...(params ? { params: expect.objectContaining(params) } : {}) });

it('finds nothing wrong with a sound scheme', () => {
  expect(checkScheme(sound, figures)).toEqual([]);
});

it.each<[what: string, tree: SchemeTree, fault: ReturnType<typeof at>]>([
  [
    'weights that do not add up',
    scheme([rubric('a', '60'), rubric('b', '39.99')]),
    at('WEIGHTS_DO_NOT_ADD_UP', 'total', { weight: '100', sum: '99.99' }),
  ],
  ['a key twice', scheme([rubric('a', '60'), rubric('a', '40')]), at('KEY_TWICE', 'total/a', { key: 'a' })],
  ['a key that is none', beside(rubric('a b', '10')), at('KEY_MALFORMED', 'total/a b')],
  ['no name', beside(rubric('a', '10', { name: { zh: '', en: 'a' } })), at('NAME_EMPTY', 'total/a')],
  ['a weight of 0', scheme([rubric('a', '0'), rubric('b', '100')]), at('WEIGHT_NOT_POSITIVE', 'total/a')],
  ['a negative weight', scheme([rubric('a', '-1'), rubric('b', '101')]), at('NUMBER_OUT_OF_RANGE', 'total/a')],
  ['NaN', beside(rubric('a', 'NaN')), at('NUMBER_MALFORMED', 'total/a', { given: 'NaN' })],
  ['Infinity', beside(rubric('a', 'Infinity')), at('NUMBER_MALFORMED', 'total/a', { given: 'Infinity' })],
  ['1e308', beside(rubric('a', '1e308')), at('NUMBER_MALFORMED', 'total/a', { given: '1e308' })],
  [
    'a weight finer than points',
    scheme([rubric('a', '60.005'), rubric('b', '39.995')]),
    at('WEIGHT_TOO_FINE', 'total/a', { places: '2' }),
  ],
  ['an empty group', beside(group('g', '10', [])), at('GROUP_EMPTY', 'total/g')],
  [
    'an unknown figure',
    beside(metric('m', '10', inProportion, { figure: 'weather' })),
    at('FIGURE_UNKNOWN', 'total/m', { figure: 'weather' }),
  ],
  [
    'another unit',
    beside(metric('m', '10', inProportion, { figure: 'study.hours' })),
    at('UNIT_MISMATCH', 'total/m', { unit: 'HOURS', given: 'PERCENT' }),
  ],
  [
    'occurrences counted in percent',
    beside(counted('DEDUCTION', 'd', { each: '1', cap: '2', figure: 'obligation.fulfilmentRate' })),
    at('UNIT_NOT_COUNT', 'total/d'),
  ],
  [
    'a whole that is not there',
    beside(rubric('a', '10', { notApplicable: [{ on: 'WHOLE_ZERO', figure: 'obligation.late' }] })),
    at('FIGURE_WITHOUT_WHOLE', 'total/a'),
  ],
  [
    'a line without length',
    beside(metric('m', '10', { by: 'LINEAR', from: '80', to: '80.0' })),
    at('LINEAR_WITHOUT_LENGTH', 'total/m'),
  ],
  ['bands that overlap', stepped(band(null, '90'), band('80', null)), at('BANDS_OVERLAP', 'total/m', { band: '1' })],
  ['an open band in the middle', stepped(band(null, null), band('80', null)), at('BANDS_OVERLAP', 'total/m')],
  [
    'a gap between bands',
    stepped(band(null, '80'), band('90', null)),
    at('BANDS_LEAVE_GAP', 'total/m', { from: '80', to: '90' }),
  ],
  [
    'bands that begin late',
    stepped(band('0', '90'), band('90', null)),
    at('BANDS_NOT_OPEN', 'total/m', { end: 'from' }),
  ],
  [
    'bands that end early',
    stepped(band(null, '90'), band('90', '100')),
    at('BANDS_NOT_OPEN', 'total/m', { end: 'to' }),
  ],
  ['a band of nothing', stepped(band(null, '90'), band('90', '90'), band('90', null)), at('BAND_EMPTY', 'total/m')],
  ['more than everything', stepped(band(null, null, '1.01')), at('SHARE_OUT_OF_RANGE', 'total/m', { given: '1.01' })],
  ['no bands', stepped(), at('LIST_EMPTY', 'total/m', { field: 'bands' })],
  [
    'levels out of order',
    beside(rubric('a', '10', { levels: [...rubric('x', '1').levels].reverse() })),
    at('LEVELS_NOT_DESCENDING', 'total/a'),
  ],
  [
    'a best level that is not all',
    beside(rubric('a', '10', { levels: [{ key: 'l', name: { zh: '好', en: 'Good' }, share: '0.9' }] })),
    at('TOP_NOT_REACHABLE', 'total/a'),
  ],
  [
    'groups of voters that do not add up',
    beside(ballot('b', '10', { groups: [{ key: 'g', name: { zh: '党员', en: 'Members' }, weight: '0.7' }] })),
    at('SHARES_DO_NOT_ADD_UP', 'total/b', { sum: '0.7' }),
  ],
  [
    'nobody left to average',
    beside(rubric('a', '10', { scorers: { by: 'TRIMMED', drop: 0 } })),
    at('SCORERS_DROP', 'total/a'),
  ],
  ['a veto to no grade', beside(counted('VETO', 'v', { capsAt: 'gold' })), at('GRADE_UNKNOWN', 'total/v')],
  [
    'each more than the cap',
    beside(counted('BONUS', 'b', { each: '3', cap: '2' })),
    at('NUMBER_OUT_OF_RANGE', 'total/b', { field: 'each' }),
  ],
  [
    'grades out of order',
    { ...sound, grades: [grade('a', '60'), grade('b', '90'), grade('c', null)] },
    at('GRADES_NOT_DESCENDING', 'grades/b'),
  ],
  [
    'a last grade with a line',
    { ...sound, grades: [grade('a', '60'), grade('b', '50')] },
    at('GRADES_NOT_OPEN', 'grades/b'),
  ],
  [
    'a share of no grades',
    { ...sound, grades: [], topShare: { share: '0.3', atLeastOne: false } },
    at('TOP_SHARE_WITHOUT_GRADES', 'topShare'),
  ],
  [
    'a share above all',
    { ...sound, topShare: { share: '4/3', atLeastOne: false } },
    at('SHARE_OUT_OF_RANGE', 'topShare'),
  ],
  [
    'a tie-breaker that is no node',
    { ...sound, tieBreakers: [{ by: 'NODE', key: 'luck' }] },
    at('NODE_UNKNOWN', 'tieBreakers'),
  ],
])('tells of %s', (_, tree, fault) => {
  expect(checkScheme(tree, figures)).toContainEqual(fault);
});

it.each<[text: string, code: SchemeFaultCode]>([
  ['value +', 'FORMULA_SYNTAX'],
  ['', 'FORMULA_SYNTAX'],
  ['value weight', 'FORMULA_SYNTAX'],
  [`${'value + '.repeat(80)}1`, 'FORMULA_TOO_LONG'],
  ['constructor', 'FORMULA_NAME_UNKNOWN'],
  ['value.constructor', 'FORMULA_FORBIDDEN'],
  ['this', 'FORMULA_FORBIDDEN'],
  ['[1, 2]', 'FORMULA_FORBIDDEN'],
  ["'1'", 'FORMULA_FORBIDDEN'],
  ['1e9', 'FORMULA_FORBIDDEN'],
  ['value % 2', 'FORMULA_FORBIDDEN'],
  ['value > 1 && value < 2 ? 1 : 2', 'FORMULA_FORBIDDEN'],
  ['sqrt(value)', 'FORMULA_CALL_UNKNOWN'],
  ['toString()', 'FORMULA_CALL_UNKNOWN'],
  ['clamp(value, 1)', 'FORMULA_ARGUMENTS'],
  ['round(value, part)', 'FORMULA_ARGUMENTS'],
  ['value >= 90', 'FORMULA_NOT_A_NUMBER'],
  ['1 + (value > 2)', 'FORMULA_NOT_A_NUMBER'],
  ['value ? 1 : 2', 'FORMULA_CONDITION'],
  ['value > weight ? 1 : 2', 'FORMULA_UNITS'],
  ['weight - value', 'FORMULA_UNITS'],
  ['weight / 0', 'FORMULA_DIVIDES_BY_ZERO'],
  ['weight / (2 - 1 - 1)', 'FORMULA_DIVIDES_BY_ZERO'],
  // points of one indicator never wait for those of another, nor for their own
  ['rest / 2', 'FORMULA_NAMES_INDICATOR'],
  ['m + 1', 'FORMULA_NAMES_INDICATOR'],
])('refuses the formula %s', (text, code) => {
  expect(checkScheme(formula(text), figures)).toContainEqual(at(code, 'total/m', { formula: text }));
});

it.each(['weight - 0.5 * value', 'value >= 90 ? weight : weight * part / whole', 'round(clamp(-value + 3, 0, 1), 2)'])(
  'takes the formula %s',
  (text) => {
    expect(checkScheme(formula(text), figures)).toEqual([]);
  },
);

it('refuses the whole of a figure that is a sum', () => {
  const more = { figure: 'study.hours', unit: 'HOURS' };
  expect(checkScheme(formula('weight * part / whole', more), figures)).toContainEqual(
    at('FIGURE_WITHOUT_WHOLE', 'total/m'),
  );
});

it('tells what of a JSON is no scheme', () => {
  const faults = (value: unknown) => checkScheme(value).map(({ path, params }) => `${path}: ${params['expected']}`);
  expect(faults(null)).toEqual(['scheme: object']);
  expect(faults({ ...sound, rounding: { scale: 1.5, mode: 'UP' } })).toEqual([
    'scheme.rounding.scale: 0 to 6',
    'scheme.rounding.mode: HALF_UP | HALF_EVEN | DOWN',
  ]);
  expect(faults({ ...sound, root: { ...sound.root, weight: 100, children: [{ kind: 'MAGIC' }] } })).toEqual([
    'scheme.root.weight: text',
    'scheme.root.children.0.kind: GROUP | METRIC | RUBRIC | BALLOT | DEDUCTION | BONUS | VETO',
  ]);
  const [, judged] = sound.root.children;
  expect(faults({ ...sound, root: { ...sound.root, children: [{ ...judged, wieght: '3' }] } })[0]).toContain(
    '.wieght:',
  );
  expect(faults({ ...sound, root: JSON.parse('{"kind": "toString"}') })).toEqual(['scheme.root.kind: GROUP']);
});

it('refuses trees that are too deep or too large', () => {
  let deep = rubric('deepest', '100') as Parameters<typeof group>[2][number];
  for (let level = 0; level < 8; level++) deep = group(`g${level}`, '100', [deep]);
  expect(checkScheme(scheme([deep]))).toContainEqual(at('TREE_TOO_DEEP', expect.stringContaining('g0') as string));
  const many = Array.from({ length: 500 }, (_, index) => rubric(`r${index}`, '0.2'));
  expect(checkScheme(scheme(many))).toContainEqual(at('TREE_TOO_LARGE', 'root'));
});
