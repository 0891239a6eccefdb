import { decimal, ExactSum, type ExactSums } from './decimals';
import type { Figure } from './figure';
import { FigureUnit } from './figure.type';

const figure = (unit: FigureUnit, more: Partial<Figure> = {}): Figure => ({
  ...{ key: 'a.b', name: { zh: '', en: '' }, definition: { zh: '', en: '' }, source: '', rows: '' },
  ...{ unit, permission: 'activity.read', ...more },
});
const sumOf = (...rows: readonly ExactSums[]): ExactSum => {
  const sum = new ExactSum();
  for (const row of rows) sum.add(row);
  return sum;
};

describe('figures in exact decimals', () => {
  it('are added up before they are divided: the rate of all is not the average of rates', () => {
    const sum = sumOf({ part: '1', whole: '1', rows: 1 }, { part: '1', whole: '3', rows: 3 });
    expect(sum.of(figure(FigureUnit.PERCENT))).toEqual({ part: '2', whole: '4', value: '50', rows: 4 });
  });

  it('are rounded half up at ten places, once, at the end', () => {
    const thirds = sumOf({ part: '2', whole: '3', rows: 1 });
    expect(thirds.of(figure(FigureUnit.PERCENT)).value).toBe('66.6666666667');
    expect(thirds.of(figure(FigureUnit.COUNT)).value).toBe('0.6666666667');
    expect(decimal('0.00000000005')).toBe('0.0000000001');
    expect(decimal('0.000000000049')).toBe('0');
    expect(
      sumOf({ part: '0.1', whole: null, rows: 1 }, { part: '0.2', whole: null, rows: 1 }).of(figure(FigureUnit.HOURS)),
    ).toEqual({ part: '0.3', whole: null, value: '0.3', rows: 2 });
  });

  it('have no value where there is nothing to divide by, and that is what rates of nothing have', () => {
    const nothing = { part: '0', whole: null, rows: 0 };
    expect(sumOf().of(figure(FigureUnit.PERCENT))).toEqual({ ...nothing, whole: '0', value: null });
    expect(sumOf().of(figure(FigureUnit.HOURS, { ratio: true }))).toEqual({ ...nothing, whole: '0', value: null });
    expect(sumOf().of(figure(FigureUnit.COUNT))).toEqual({ ...nothing, value: '0' });
    expect(
      sumOf({ part: null, whole: null, rows: 0 }, { part: '2', whole: '4', rows: 1 }).of(figure(FigureUnit.COUNT)),
    ).toEqual({ part: '2', whole: '4', value: '0.5', rows: 1 });
  });
});
