import { draftOf, faultOf, inputOf, isCut, needsWords, onTopOf, short, type Draft, type Line } from './sheet-draft';

const line = (more: Partial<Line>): Line =>
  ({ entry: 'POINTS', most: '20', levels: [], commentWhenCut: true, ...more }) as Line;
const levels = ['GOOD', 'POOR'].map((key) => ({
  key,
  name: { zh: key, en: key },
  share: '1',
}));
const draft = (more: Partial<Draft>): Draft => ({
  level: null,
  points: '',
  occurrences: '',
  comment: '',
  evidence: [],
  version: 0,
  ...more,
});

describe('a line of a sheet that is being filled in', () => {
  it('begins with what was said, or with the records that were found', () => {
    expect(draftOf({ own: null, suggested: ['Activity_1'] })).toEqual(draft({ evidence: ['Activity_1'] }));
    const said = { level: null, points: '18', occurrences: null, comment: '少', version: 3, evidence: [] };
    const own = { ...said, byName: '秦悦', at: '2026-09-18T02:20:00Z' };
    expect(draftOf({ own, suggested: ['Activity_1'] })).toEqual(draft({ points: '18', comment: '少', version: 3 }));
  });

  it.each(['NaN', '1e3', '-1', '20.01', '1.234', '１', '+3', ' 3', '3.'])('takes no points such as %s', (points) => {
    expect(faultOf(line({}), draft({ points }), 2)).toBe('points');
  });

  it.each(['', '0', '20', '20.00', '3.5'])('takes %s', (points) => {
    expect(faultOf(line({}), draft({ points }), 2)).toBeNull();
  });

  it('takes whole numbers of times alone', () => {
    const times = (occurrences: string) => faultOf(line({ entry: 'TIMES' }), draft({ occurrences }), 2);
    expect(['0', '3', '1000', ''].map(times)).toEqual([null, null, null, null]);
    expect(['1.5', '-1', '1001', 'x'].map(times)).toEqual(['times', 'times', 'times', 'times']);
  });

  it('asks for a word where points are cut, or something occurred', () => {
    expect(needsWords(line({}), draft({ points: '19.99' }))).toBe(true);
    expect(needsWords(line({}), draft({ points: '20.00' }))).toBe(false);
    expect(needsWords(line({ commentWhenCut: false }), draft({ points: '1' }))).toBe(false);
    expect(isCut(line({ entry: 'LEVEL', levels }), draft({ level: 'GOOD' }))).toBe(false);
    expect(isCut(line({ entry: 'LEVEL', levels }), draft({ level: 'POOR' }))).toBe(true);
    expect(needsWords(line({ entry: 'TIMES' }), draft({ occurrences: '0' }))).toBe(false);
    expect(needsWords(line({ entry: 'TIMES' }), draft({ occurrences: '2' }))).toBe(true);
  });

  it('is sent as the API takes it, on top of what was read', () => {
    const mine = onTopOf(draft({ points: '18', comment: ' 少 ' }), { version: 4 });
    expect(inputOf('a', mine)).toEqual({
      nodeKey: 'a',
      version: 4,
      level: null,
      points: '18',
      occurrences: null,
      comment: '少',
      evidence: [],
    });
  });

  it('shows numbers as people say them', () => {
    expect(['18.00', '7.20', '0.00', '100', '30'].map(short)).toEqual(['18', '7.2', '0', '100', '30']);
  });
});
