import { checkScheme, compute, type FigureTable } from '../engine';
import { shippedSchemes } from '../shipped';
import { smallScheme } from '../trial/small-scheme';
import { madeUp } from './made-up';

const subject = { type: 'BRANCH', tier: 'SECRETARIAT', duties: ['FORTRESS', 'GUARANTEE'] };
const percent = { unit: 'PERCENT', rate: true } as const;
const figures: FigureTable = {
  'obligation.fulfilmentRate': percent,
  'obligation.awaitingRecord': { unit: 'COUNT', rate: false },
  'obligation.late': { unit: 'COUNT', rate: false },
  'attendance.rate': percent,
  'coverage.rate': percent,
  'reelection.onTimeRate': percent,
  'minutes.onTimeRate': percent,
  'matter.reviewedInTime': percent,
  'study.hoursPerMember': { unit: 'HOURS', rate: true },
};

it('makes the same of the same number, and other data of another', () => {
  const [once, again, other] = [1, 1, 2].map((seed) => madeUp(smallScheme, seed, subject, figures));
  expect(again).toEqual(once);
  expect(other).not.toEqual(once);
});

it('changes nothing of what was there when something is added', () => {
  const more = {
    ...smallScheme,
    tieBreakers: [
      { by: 'FIGURE', figure: 'attendance.rate', name: { zh: '到会率', en: 'attendance' }, first: 'HIGH' } as const,
    ],
  };
  const { 'attendance.rate': added, ...rest } = madeUp(more, 7, subject, figures).figures;
  expect(added).toBeDefined();
  expect(rest).toEqual(madeUp(smallScheme, 7, subject, figures).figures);
});

const seeds = Array.from({ length: 40 }, (_, i) => i);
it.each(shippedSchemes.map(({ key, tree }) => [key, tree] as const))(
  'has a total for %s whatever the number, with nothing but explanations missing',
  (_, tree) => {
    expect(checkScheme(tree, figures)).toEqual([]);
    for (const seed of seeds) {
      const inputs = madeUp(tree, seed, subject, figures);
      for (const { part, whole } of Object.values(inputs.figures)) {
        expect(Number(part)).toBeGreaterThanOrEqual(0);
        expect(Number(whole ?? 8)).toBeGreaterThanOrEqual(8);
      }
      const result = compute(tree, inputs);
      expect(result.faults.filter(({ code }) => code !== 'COMMENT_MISSING')).toEqual([]);
      expect(result.total).not.toBeNull();
    }
  },
);

it('asks scorers for every role, and for enough that some can be left out', () => {
  const roles = [
    { role: 'PARENT', name: { zh: '上级', en: 'parent' }, weight: '0.6' },
    { role: 'EXPERT', name: { zh: '专家', en: 'expert' }, weight: '0.4' },
  ];
  const by = { ...smallScheme, scorers: { by: 'ROLES', roles } as const };
  expect(madeUp(by, 1, subject, figures).scores['drive.study']!.map(({ role }) => role)).toEqual(['PARENT', 'EXPERT']);
  const trimmed = { ...smallScheme, scorers: { by: 'TRIMMED', drop: 2 } as const };
  expect(madeUp(trimmed, 1, subject, figures).scores['drive.study']).toHaveLength(5);
});
