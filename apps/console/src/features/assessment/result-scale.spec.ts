import { bandsOf, corner, dotsOf, floorOf, NEAR, scaleOf } from './result-scale';

const place = (total: string) => ({
  ...{ assessmentId: null, name: null, total, rank: 1, grade: null, outsideLimit: false, moderated: false },
});
const grade = (key: string, from: string | null) => ({ key, from, name: { zh: key, en: key } });
const grades = [grade('EXCELLENT', '90'), grade('GOOD', '80'), grade('FAIR', '60'), grade('POOR', null)];

describe('where totals are drawn', () => {
  it('begins at a round number below the least and ends at the most there is', () => {
    const scale = scaleOf({ places: [place('71.20'), place('93.10')], grades });
    expect([scale.from, scale.to]).toEqual([65, 100]);
    expect(scale.x(65)).toBe(3);
    expect(scale.x(100)).toBe(97);
    expect(scaleOf({ places: [place('104.00')], grades }).to).toBe(110);
    expect(scaleOf({ places: [], grades: [] }).to).toBe(10);
  });

  it('puts those who stand too near above each other', () => {
    const places = [place('90.10'), place('70.00'), place('90.10'), place('90.20')];
    const dots = dotsOf(places, scaleOf({ places, grades }));
    expect(dots.map(({ level, place: { total } }) => `${total} ${level}`)).toEqual([
      '70.00 0',
      '90.10 0',
      '90.10 1',
      '90.20 2',
    ]);
    const apart = [place('70.00'), place('71.00')];
    const scale = scaleOf({ places: [...apart, place('60.00')], grades });
    expect(dotsOf(apart, scale).map(({ level }) => level)).toEqual([0, 0]);
    expect(dotsOf(apart, scale, NEAR.narrow).map(({ level }) => level)).toEqual([0, 1]);
  });

  it('covers the line with the grades, best first, without those that are not seen', () => {
    const scale = scaleOf({ places: [place('91.00'), place('78.00')], grades });
    expect(bandsOf({ grades }, scale).map(({ key, best }) => `${key} ${best}`)).toEqual([
      'EXCELLENT true',
      'GOOD false',
      'FAIR false',
    ]);
    const [best, good] = bandsOf({ grades }, scale);
    expect(best!.left).toBe(good!.right);
  });

  it('draws the first corner on top', () => {
    const { x, y } = corner(0, 6, 0.5, 100);
    expect([Math.round(x), Math.round(y)]).toEqual([0, -50]);
    expect(corner(1, 4, 1, 100).x).toBeCloseTo(-100);
    expect(floorOf([0.75, 0.9])).toBe(0.5);
    expect(floorOf([0.45, 0.9])).toBe(0);
  });
});
