// What organizations are assessed by in the bench: 60 indicators, and numbers that are the same in every run. The same sums
// stand as SQL in assess-rows.mjs, so that what the engine computes by itself and what the API stores can be compared.

export const scorers = 3;
const groupsOfIndicators = 10;
const named = (text) => ({ zh: text, en: text });
const figures = [
  ...['assembly', 'committee', 'group', 'lecture', 'themeDay', 'lifeMeeting', 'evaluation', 'centralGroup'],
  ...['partySchool', 'warning'],
].map((type) => `obligation.fulfilmentRate.${type}`);
figures.push('obligation.fulfilmentRate', 'attendance.rate', 'attendance.leaveRate', 'minutes.onTimeRate');

const mappings = [
  { by: 'LINEAR', from: '0', to: '100' },
  {
    by: 'STEPPED',
    bands: [
      { from: null, to: '60', share: '0' },
      { from: '60', to: '90', share: '2/3' },
      { from: '90', to: null, share: '1' },
    ],
  },
  { by: 'FORMULA', formula: 'value >= 80 ? weight * part / whole : weight * part / whole / 2' },
];
const levels = ['1', '0.8', '0.6', '0.4'].map((share, i) => ({ key: `L${i}`, name: named(`第${i + 1}档`), share }));

const metric = (key, weight, n) => ({
  ...{ kind: 'METRIC', key, name: named(`指标 ${key}`), weight, unit: 'PERCENT' },
  ...{ figure: figures[n], mapping: mappings[n % 3] },
});
const rubric = (key, entry) => ({
  ...{ kind: 'RUBRIC', key, name: named(`指标 ${key}`), weight: '2', entry, commentWhenCut: false },
  levels: entry === 'LEVEL' ? levels : [],
});
const occurring = (kind, key, more) => ({ kind, key, name: named(`指标 ${key}`), figure: null, ...more });
const ballot = (key, weight) => ({
  ...{ kind: 'BALLOT', key, name: named(`指标 ${key}`), weight },
  groups: [
    { key: 'MEMBERS', name: named('党员'), weight: '0.6' },
    { key: 'STAFF', name: named('群众'), weight: '0.4' },
  ],
  options: [
    { key: 'YES', name: named('满意'), share: '1' },
    { key: 'NO', name: named('不满意'), share: '0' },
    { key: 'NONE', name: named('不了解'), share: null },
  ],
});

/** The sixth of each group. */
const sixth = (g) => {
  const key = `i${g}5`;
  if (g < 4) return metric(key, '1', 10 + g);
  if (g < 6) return ballot(key, '1');
  if (g < 8) return occurring('DEDUCTION', key, { each: '0.5', cap: '2' });
  return g === 8 ? occurring('BONUS', key, { each: '0.5', cap: '1' }) : occurring('VETO', key, { capsAt: 'FAIR' });
};

const groupOf = (g) => ({
  ...{ kind: 'GROUP', key: `g${g}`, name: named(`第${g + 1}类`), weight: '10' },
  ...(g === 8 && { bonusRoom: '1' }),
  children: [
    ...[0, 1, 2, 3].map((i) => rubric(`i${g}${i}`, i < 2 ? 'POINTS' : 'LEVEL')),
    metric(`i${g}4`, g < 6 ? '1' : '2', g),
    sixth(g),
  ],
});

export const tree = {
  rounding: { scale: 2, mode: 'HALF_UP' },
  scorers: { by: 'TRIMMED', drop: 1 },
  root: {
    ...{ kind: 'GROUP', key: 'root', name: named('考核'), weight: '100' },
    children: Array.from({ length: groupsOfIndicators }, (_, g) => groupOf(g)),
  },
  grades: [
    { key: 'TOP', name: named('优秀'), from: '85' },
    { key: 'GOOD', name: named('良好'), from: '75' },
    { key: 'FAIR', name: named('一般'), from: '60' },
    { key: 'POOR', name: named('较差'), from: null },
  ],
  topShare: { share: '0.3', atLeastOne: true },
  tieBreakers: [{ by: 'NODE', key: 'g0' }],
  equalAtLimit: 'NEITHER',
};

export const indicators = tree.root.children.flatMap(({ children }) => children);

/** From 0 to 999, by organization (from 1), indicator and scorer. Below 2 ** 53. */
export const number = (n, k, s = 0) => (n * 7_919 + k * 104_729 + s * 1_299_709) % 1_000;

/** What the engine takes for one organization; kinds of numbers as assess-rows.mjs has them in SQL. */
export function inputsOf(n) {
  const [known, scores, votes, occurrences] = [{}, {}, {}, {}];
  for (const [k, { kind, key, ...node }] of indicators.entries()) {
    const made = number(n, k);
    if (kind === 'METRIC') known[node.figure] = { part: String(Math.floor((made * 40) / 999)), whole: '40' };
    if (kind === 'BALLOT')
      votes[key] = { MEMBERS: { YES: 20 + (made % 11), NO: made % 4, NONE: 1 }, STAFF: { YES: 8, NO: made % 3 } };
    if (kind === 'RUBRIC')
      scores[key] = Array.from({ length: scorers }, (_, s) => {
        const given = number(n, k, s + 1);
        const score = { scorer: `EXPERT:${s}`, role: 'EXPERT' };
        if (node.entry === 'LEVEL') return { ...score, level: `L${given % 4}` };
        return { ...score, points: (1 + (given % 101) / 100).toFixed(2) };
      });
    if (['DEDUCTION', 'BONUS', 'VETO'].includes(kind) && made < occursBelow[kind])
      occurrences[key] = [{ times: 1 + (made % 3), reason: '有记录' }];
  }
  return {
    subject: { type: 'BRANCH', tier: null, duties: [] },
    figures: known,
    scores,
    votes,
    occurrences,
    moderated: {},
  };
}

/** Of 1,000: how many it occurred to. */
export const occursBelow = { DEDUCTION: 300, BONUS: 200, VETO: 5 };
