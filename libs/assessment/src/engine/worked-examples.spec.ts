import { checkScheme } from './check-scheme';
import { compute } from './compute';
import { explain } from './explain';
import { explainRanking } from './explain-ranking';
import type { Inputs } from './inputs';
import { rank } from './rank';
import type { ResultNode } from './result';
import type { SchemeTree } from './scheme';
import { ballot, counted, group, inProportion, inputs, metric, rubric, scheme } from './trial/build-scheme';

/*
 * Ten examples, one for each rule, as whoever keeps the books of an assessment would work them out on paper. Each says above
 * how its number comes about; the engine has to say the same.
 */

const rate = (part: string, whole: string) => ({ 'obligation.fulfilmentRate': { part, whole } });

/** The result, after a look that the scheme is one. */
function result(tree: SchemeTree, given: Partial<Inputs>) {
  expect(checkScheme(tree)).toEqual([]);
  return compute(tree, inputs(given));
}

function pointsIn(tree: SchemeTree, given: Partial<Inputs>): Record<string, string | null> {
  const { root, faults } = result(tree, given);
  expect(faults).toEqual([]);
  return Object.fromEntries(allOf(root).map(({ key, points }) => [key, points]));
}

function allOf(node: ResultNode): ResultNode[] {
  return [node, ...node.children.flatMap(allOf)];
}

function nodeIn(tree: SchemeTree, given: Partial<Inputs>, key: string): ResultNode {
  return allOf(result(tree, given).root).find((node) => node.key === key)!;
}

/*
 * 例一，取数，按比例：党建活动满分 20；应办 40 次，按时记录 36 次，36 ÷ 40 = 90%，得 20 × 0.90 = 18.00。
 */
it('1 gives points in proportion', () => {
  const tree = scheme([
    metric('activities', '20', inProportion, { name: { zh: '党建活动', en: 'Party activities' } }),
    rubric('rest', '80'),
  ]);
  const given = {
    figures: {
      'obligation.fulfilmentRate': {
        part: '36',
        whole: '40',
        asOf: '2026-10-01 09:00',
        rule: '12',
        words: {
          zh: '应办 {whole} 次，按时记录 {part} 次',
          en: '{part} of {whole} obligations recorded on time',
        },
      },
    },
    scores: { rest: [{ scorer: 'a', role: 'expert', level: 'good' }] },
  };
  const node = nodeIn(tree, given, 'activities');
  expect(node.points).toBe('18.00');
  expect(explain(node, 'zh')).toBe(
    '党建活动 18.00 = 20 × 0.90；应办 40 次，按时记录 36 次，规则 12，截至 2026-10-01 09:00',
  );
  expect(explain(node, 'en')).toBe(
    'Party activities 18.00 = 20 × 0.90; 36 of 40 obligations recorded on time, rule 12, as of 2026-10-01 09:00',
  );
});

/*
 * 例二，取数，分段：三会一课完成率满分 8；30 ÷ 32 = 93.75%，落在 90% 及以上、不足 95% 一段，得 90%，即 8 × 0.90 = 7.20。
 * 恰好 95% 的算上一段：19 ÷ 20 得满分 8.00。
 */
it('2 gives points by bands', () => {
  const mapping = {
    by: 'STEPPED',
    bands: [
      { from: null, to: '80', share: '0' },
      { from: '80', to: '90', share: '0.7' },
      { from: '90', to: '95', share: '0.9' },
      { from: '95', to: null, share: '1' },
    ],
  } as const;
  const tree = scheme([metric('meetings', '8', mapping), rubric('rest', '92')]);
  const scores = { rest: [{ scorer: 'a', role: 'expert', level: 'good' }] };
  const node = nodeIn(tree, { scores, figures: rate('30', '32') }, 'meetings');
  expect(node.points).toBe('7.20');
  expect(explain(node, 'zh')).toBe('meetings 7.20 = 8 × 0.90；30 / 32，93.75%；90% 及以上、不足 95% 得 90%');
  expect(pointsIn(tree, { scores, figures: rate('19', '20') })['meetings']).toBe('8.00');
});

/*
 * 例三，取数，公式：会议记录满分 10，每差一次扣 1.5 分，扣完为止。应记 12 次，已记 10 次：10 − 1.5 × 2 = 7.00。
 * 已记 4 次：10 − 1.5 × 8 = −2，得 0.00。
 */
it('3 gives points by a formula', () => {
  const mapping = { by: 'FORMULA', formula: 'weight - 1.5 * (whole - part)' } as const;
  const tree = scheme([metric('minutes', '10', mapping), rubric('rest', '90')]);
  const scores = { rest: [{ scorer: 'a', role: 'expert', level: 'good' }] };
  expect(pointsIn(tree, { scores, figures: rate('10', '12') })['minutes']).toBe('7.00');
  const node = nodeIn(tree, { scores, figures: rate('4', '12') }, 'minutes');
  expect(node.points).toBe('0.00');
  expect(explain(node, 'zh')).toBe(
    'minutes 0.00 = 10 × 0.00；4 / 12，≈ 33.3333%；按公式 weight - 1.5 * (whole - part) 得 -2（以 0 到 10.00 为限）',
  );
});

/*
 * 例四，评分，平均：班子研究党建工作满分 5，三人评 4.80、4.90、5.00，合计 14.70，平均 4.90。
 * 去掉一个最高分和一个最低分：五人评 2.00、4.80、4.90、4.90、5.00，其余三人合计 14.60，平均 4.8666…，得 4.87。
 * 按身份加权：上级 0.6、专家 0.4；上级 5.00，专家 4.00 和 4.50 平均 4.25：5.00 × 0.6 + 4.25 × 0.4 = 4.70。
 */
it('4 makes one score of several', () => {
  const given = (...points: [string, string][]) => ({
    judged: points.map(([role, of], index) => ({ scorer: String(index), role, points: of })),
    rest: [{ scorer: 'a', role: 'superior', level: 'good' }],
  });
  const tree = scheme([rubric('judged', '5', { entry: 'POINTS', levels: [] }), rubric('rest', '95')]);
  const expert = (points: string): [string, string] => ['expert', points];
  const three = given(expert('4.80'), expert('4.90'), expert('5.00'));
  expect(pointsIn(tree, { scores: three })['judged']).toBe('4.90');
  expect(explain(nodeIn(tree, { scores: three }, 'judged'), 'zh')).toBe(
    'judged 4.90 = 5 × 0.98；4.80、4.90、5.00；3 人平均',
  );

  const trimmed = { ...tree, scorers: { by: 'TRIMMED', drop: 1 } } as const;
  const five = given(expert('2.00'), expert('4.80'), expert('4.90'), expert('4.90'), expert('5.00'));
  expect(pointsIn(trimmed, { scores: five })['judged']).toBe('4.87');
  expect(explain(nodeIn(trimmed, { scores: five }, 'judged'), 'zh')).toBe(
    'judged 4.87 ≈ 5 × 0.9733；2.00（不计）、4.80、4.90、4.90、5.00（不计）；去掉 1 个最高分和 1 个最低分，其余 3 人平均',
  );

  const roles = [
    { role: 'superior', name: { zh: '上级', en: 'Superior' }, weight: '0.6' },
    { role: 'expert', name: { zh: '专家', en: 'Expert' }, weight: '0.4' },
  ];
  const weighted = { ...tree, scorers: { by: 'ROLES', roles } } as const;
  const mixed = given(['superior', '5.00'], expert('4.00'), expert('4.50'));
  expect(pointsIn(weighted, { scores: mixed })['judged']).toBe('4.70');
});

/*
 * 例五，投票：满意度满分 10。党员一组占 0.7：满意 18、基本满意 2、不了解 3（不计），20 票计 (18 + 2 × 0.6) ÷ 20 = 0.96；
 * 群众一组占 0.3：满意 6、不满意 4，10 票计 0.60。0.96 × 0.7 + 0.60 × 0.3 = 0.852，得 8.52。
 * 群众一组没有投票：只按党员一组，得 9.60。
 */
it('5 counts ballots by groups of voters', () => {
  const groups = [
    { key: 'members', name: { zh: '党员', en: 'Members' }, weight: '0.7' },
    { key: 'others', name: { zh: '群众', en: 'Others' }, weight: '0.3' },
  ];
  const tree = scheme([ballot('satisfied', '10', { groups }), rubric('rest', '90')]);
  const scores = { rest: [{ scorer: 'a', role: 'expert', level: 'good' }] };
  const members = { yes: 18, partly: 2, unknown: 3 };
  const both = { satisfied: { members, others: { yes: 6, no: 4 } } };
  const node = nodeIn(tree, { scores, votes: both }, 'satisfied');
  expect(node.points).toBe('8.52');
  expect(explain(node, 'zh')).toBe(
    'satisfied 8.52 = 10 × 0.852；党员 20 票：满意 18、基本满意 2、不满意 0、不了解 3（不计）；' +
      '群众 10 票：满意 6、基本满意 0、不满意 4、不了解 0（不计）；加权 党员 0.7、群众 0.3',
  );
  expect(pointsIn(tree, { scores, votes: { satisfied: { members } } })['satisfied']).toBe('9.60');
});

/*
 * 例六，扣分和加分：三项合计 96.00；会议记录逾期 3 次，每次扣 0.30，扣 0.90；典型经验 4 个，每个加 1.00，以 2.00 为限。
 * 96.00 − 0.90 + 2.00 = 97.10。合计 100.00 的，加分不使总分超过 100。
 */
it('6 takes away and adds, within caps', () => {
  const tree = scheme([
    rubric('work', '100', { entry: 'POINTS', levels: [] }),
    counted('DEDUCTION', 'late', { each: '0.30', cap: '3.00' }),
    counted('BONUS', 'cases', { each: '1.00', cap: '2.00' }),
  ]);
  const occurrences = {
    late: [
      { times: 2, reason: '7 月支委会晚 4 天' },
      { times: 1, reason: '8 月党课晚 2 天' },
    ],
    cases: [{ times: 4, reason: '上级推广' }],
  };
  const work = (points: string) => ({ work: [{ scorer: 'a', role: 'expert', points }] });
  expect(pointsIn(tree, { scores: work('96.00'), occurrences })).toEqual({
    total: '97.10',
    work: '96.00',
    late: '-0.90',
    cases: '2.00',
  });
  const { root } = result(tree, { scores: work('96.00'), occurrences });
  expect(allOf(root).map((node) => explain(node, 'zh'))).toEqual([
    'total 97.10 = 96.00 − 0.90 + 2.00',
    'work 96.00 = 100 × 0.96；96.00；1 人评分',
    'late −0.90 = 3 × −0.30；3 次；原因：7 月支委会晚 4 天、8 月党课晚 2 天',
    'cases +2.00；4 次；以 2.00 为限；原因：上级推广',
  ]);
  const full = result(tree, { scores: work('100.00'), occurrences });
  expect(full.total).toBe('100.00');
  expect(explain(full.root, 'zh')).toBe('total 100.00 = 100.00 − 0.90 + 2.00；合计 101.10，不超过 100.00');
});

/*
 * 例七，一票否决：总分 95.00 到优秀线，年内受到通报批评，等次不高于一般；分数不变。
 */
it('7 caps the grade by a veto', () => {
  const tree = scheme([
    rubric('work', '100', { entry: 'POINTS', levels: [] }),
    counted('VETO', 'criticized', { capsAt: 'fair' }),
  ]);
  const scores = { work: [{ scorer: 'a', role: 'expert', points: '95.00' }] };
  expect(result(tree, { scores })).toMatchObject({ total: '95.00', grade: 'excellent', vetoes: [] });
  const struck = result(tree, { scores, occurrences: { criticized: [{ times: 1, reason: '通报批评' }] } });
  expect(struck).toMatchObject({ total: '95.00', grade: 'fair', gradeByPoints: 'excellent', vetoes: ['criticized'] });
  expect(explain(struck.root.children[1]!, 'zh')).toBe('criticized 1 次；等次不高于一般；原因：通报批评');
});

/*
 * 例八，不适用：一组 30 分，三项 10、12、8。没有发展党员任务的，12 分一项不适用，10 与 8 按比例分 30 分：
 * 30 × 10 ÷ 18 = 16.666…，30 × 8 ÷ 18 = 13.333…；先取 16.66 和 13.33，余 0.01 给差得多的前者，即 16.67 和 13.33，合计 30.00。
 * 完成率 36 ÷ 40 = 90%：16.67 × 0.90 = 15.003，得 15.00；评分得满分 13.33；合计 28.33。
 * 三项都不适用的，整组不适用，另外 70 分按 100 分计。
 */
it('8 leaves the weight of what does not apply to its siblings', () => {
  const none = { on: 'WHOLE_ZERO', figure: 'members.developed' } as const;
  const groups = { on: 'TYPE_IN', list: ['PARTY_GROUP'] } as const;
  const tree = scheme([
    group('first', '30', [
      metric('held', '10', inProportion, { notApplicable: [groups] }),
      metric('developed', '12', inProportion, { figure: 'members.developed', notApplicable: [none] }),
      rubric('minutes', '8', { notApplicable: [groups] }),
    ]),
    rubric('second', '70'),
  ]);
  const good = [{ scorer: 'a', role: 'expert', level: 'good' }];
  const figures = { ...rate('36', '40'), 'members.developed': { part: '0', whole: '0' } };
  const given = { figures, scores: { minutes: good, second: good } };
  expect(pointsIn(tree, given)).toEqual({
    total: '98.33',
    first: '28.33',
    held: '15.00',
    developed: null,
    minutes: '13.33',
    second: '70.00',
  });
  const terms = { 'members.developed': { zh: '发展党员', en: 'Members developed' } };
  expect(explain(nodeIn(tree, given, 'developed'), 'zh', terms)).toBe('developed 不适用：没有可计的数（发展党员）');
  expect(explain(nodeIn(tree, given, 'held'), 'zh')).toBe(
    'held 15.00 ≈ 16.67 × 0.90；36 / 40；同级有不适用的指标，权重由 10 调整为 16.67',
  );
  const subject = { type: 'PARTY_GROUP', tier: null, duties: [] };
  const small = result(tree, { ...given, subject });
  expect(small.total).toBe('100.00');
  expect(explain(small.root.children[0]!, 'zh')).toBe('first 不适用：下面的指标都不适用');
});

/** Organizations whose totals are made of two scores. */
function groupOf(tree: SchemeTree, totals: Readonly<Record<string, readonly [string, string]>>) {
  const entries = Object.entries(totals).map(([id, [findings, rest]]) => {
    const scorer = { scorer: 'a', role: 'expert' };
    const scores = { findings: [{ ...scorer, points: findings }], rest: [{ ...scorer, points: rest }] };
    return { id, result: result(tree, { scores }) };
  });
  return rank({ entries }, tree);
}

const twoScores = (more: Partial<SchemeTree>) =>
  scheme(
    [
      rubric('findings', '15', {
        entry: 'POINTS',
        levels: [],
        name: { zh: '查摆问题针对性强', en: 'Findings to the point' },
      }),
      rubric('rest', '85', { entry: 'POINTS', levels: [] }),
    ],
    more,
  );

/*
 * 例九，名额和同分：10 个支部，优秀不超过 30%，即 3 个。93.30、92.00 之后有两个 90.10，按“查摆问题针对性强”
 * 13.80 高于 13.20，前者第 3 名评为优秀；后者到优秀线，超出名额，评为良好。
 */
it('9 settles a tie at the limit of the best grade', () => {
  const tree = twoScores({ tieBreakers: [{ by: 'NODE', key: 'findings' }] });
  const ranking = groupOf(tree, {
    a: ['13.20', '76.90'],
    b: ['14.00', '79.30'],
    c: ['13.80', '76.30'],
    d: ['14.00', '78.00'],
    e: ['10.00', '77.50'],
    f: ['10.00', '74.80'],
    g: ['10.00', '72.50'],
    h: ['10.00', '68.60'],
    i: ['10.00', '65.80'],
    j: ['5.00', '66.40'],
  });
  expect(ranking.places.slice(0, 5).map(({ id, rank: place, total, grade }) => [id, place, total, grade])).toEqual([
    ['b', 1, '93.30', 'excellent'],
    ['d', 2, '92.00', 'excellent'],
    ['c', 3, '90.10', 'excellent'],
    ['a', 4, '90.10', 'good'],
    ['e', 5, '87.50', 'good'],
  ]);
  expect(ranking.places.filter(({ outsideLimit }) => outsideLimit).map(({ id }) => id)).toEqual(['a']);
  expect(explainRanking(ranking, tree, 'zh')).toEqual([
    '优秀不超过 30%，10 个中取整即 3 个。',
    '第 3、4 名同为 90.10，按“查摆问题针对性强”13.80 高于 13.20 排定。',
    '第 4 名 90.10 到优秀线，超出名额，评为良好。',
  ]);
});

/*
 * 例十，完全相同：4 个支部，优秀不超过 30%，4 × 0.30 = 1.2，取 1 个。两个各项都相同，名次并列第 1，后一个是第 3 名。
 * 名额不够：方案写“都不”的，都评为良好；写“都”的，都评为优秀。
 */
it('10 treats equals as equal', () => {
  const totals = { a: ['14.00', '80.00'], b: ['14.00', '80.00'], c: ['13.00', '79.00'], d: ['8.00', '60.00'] } as const;
  const neither = twoScores({ tieBreakers: [{ by: 'NODE', key: 'findings' }] });
  const grades = (ranking: ReturnType<typeof groupOf>) =>
    ranking.places.map(({ id, rank: place, grade }) => `${id} ${place} ${grade}`);
  const none = groupOf(neither, totals);
  expect(grades(none)).toEqual(['a 1 good', 'b 1 good', 'c 3 good', 'd 4 fair']);
  expect(explainRanking(none, neither, 'zh')).toEqual([
    '优秀不超过 30%，4 个中取整即 1 个。',
    '第 1 名同为 94.00，比较各项仍相同，名次并列。',
    '第 1 名并列，优秀名额不够，按方案都不评为优秀。',
    '第 1 名 94.00 到优秀线，超出名额，评为良好。',
    '第 3 名 92.00 到优秀线，超出名额，评为良好。',
  ]);
  const both = { ...neither, equalAtLimit: 'BOTH' } as const;
  expect(grades(groupOf(both, totals))).toEqual(['a 1 excellent', 'b 1 excellent', 'c 3 good', 'd 4 fair']);
});
