import { smallScheme } from '../trial/small-scheme';
import { engineDecimal } from './engine-decimal';
import { countedScores, type KeptScore } from './counted-scores';
import { saidOf } from './inputs-of';

const said = (source: KeptScore['source'], accountId: string, more: Partial<KeptScore> = {}): KeptScore => ({
  nodeKey: 'drive.study',
  source,
  accountId,
  role: source === 'EXPERT' ? 'EXPERT' : null,
  level: null,
  points: '18.00',
  occurrences: null,
  comment: '',
  ...more,
});
const all = [said('EXPERT', 'a'), said('EXPERT', 'b', { points: '19' }), said('VERIFIER', 'c'), said('SELF', 'd')];

describe('scores that count', () => {
  it.each([
    ['all experts', all, ['EXPERT:a', 'EXPERT:b']],
    ['the verifier where no expert scored', all.slice(2), ['VERIFIER:c']],
    ['the assessed where nobody else did', all.slice(3), ['SELF:d']],
    ['nobody', [], []],
  ])('are those of %s', (_, kept, scorers) => {
    expect(countedScores(kept, { by: 'AVERAGE' }).map(({ scorer }) => scorer)).toEqual(scorers);
  });

  it('are those of the roles that a scheme weighs', () => {
    const roles = [
      { role: 'EXPERT', name: { zh: '专家', en: 'Expert' }, weight: '0.7' },
      { role: 'VERIFIER', name: { zh: '上级', en: 'Verifier' }, weight: '0.3' },
    ];
    const kept = [...all, said('EXPERT', 'e', { role: 'OBSERVER' })];
    expect(countedScores(kept, { by: 'ROLES', roles }).map(({ scorer, role }) => `${scorer} ${role}`)).toEqual([
      'EXPERT:a EXPERT',
      'EXPERT:b EXPERT',
      'VERIFIER:c VERIFIER',
    ]);
  });

  it('keep decimals as they were given, and what was said', () => {
    expect(countedScores([said('EXPERT', 'a', { comment: '缺记录' })], { by: 'AVERAGE' })).toEqual([
      { scorer: 'EXPERT:a', role: 'EXPERT', points: '18.00', comment: '缺记录' },
    ]);
  });

  it('of how often something occurred the verifier has the last word, also that it did not', () => {
    const late = (source: KeptScore['source'], occurrences: number) =>
      said(source, source, { nodeKey: 'drive.late', points: null, occurrences, comment: '7 月支委会' });
    expect(saidOf(smallScheme, [late('SELF', 1)]).occurrences).toEqual({
      'drive.late': [{ times: 1, reason: '7 月支委会' }],
    });
    expect(saidOf(smallScheme, [late('SELF', 1), late('VERIFIER', 3)]).occurrences['drive.late']).toMatchObject([
      { times: 3 },
    ]);
    expect(saidOf(smallScheme, [late('SELF', 1), late('VERIFIER', 0)]).occurrences).toEqual({});
  });
});

it('decimals of the database are told to the engine with the places it reads', () => {
  expect(['25.0000000000', '341.3333333333', '0', '12.5', '0.66666666667'].map(engineDecimal)).toEqual([
    '25',
    '341.333333',
    '0',
    '12.5',
    '0.666667',
  ]);
});
