import { matrixOf } from './matrix';
import type { Line } from './sheet-draft';

const line = (key: string, zh: string, depth: number, parentKey: string | null, kind = 'RUBRIC'): Line =>
  ({ key, name: { zh, en: key }, depth, parentKey, kind }) as Line;
const columns = ['重过程', '重内容', '重成效'];
const whole = (rows: readonly string[], of = columns): Line[] => [
  line('root', '六抓六重', 0, null, 'GROUP'),
  ...rows.flatMap((row) => [
    line(row, row, 1, 'root', 'GROUP'),
    ...of.map((column) => line(`${row}.${column}`, `${row}·${column}`, 2, row)),
  ]),
];

describe('a scheme as a matrix', () => {
  it('has rows and columns where all parts hold the same', () => {
    const matrix = matrixOf(whole(['抓领导', '抓活动', '抓落实']))!;
    expect(matrix.columns.map(({ zh }) => zh)).toEqual(columns);
    expect(matrix.rows.map(({ head, cells }) => [head.key, cells.length])).toEqual([
      ['抓领导', 3],
      ['抓活动', 3],
      ['抓落实', 3],
    ]);
  });

  it('is none where a part differs, or holds something else', () => {
    const lines = whole(['抓领导', '抓活动', '抓落实']);
    expect(matrixOf(lines.slice(0, -1))).toBeNull();
    expect(matrixOf([...lines.slice(0, -1), line('x', '抓落实·重别的', 2, '抓落实')])).toBeNull();
    expect(matrixOf([...lines, line('veto', '违纪', 1, 'root', 'VETO')])).toBeNull();
    expect(matrixOf(whole(['抓领导', '抓活动']))).toBeNull();
    expect(matrixOf([])).toBeNull();
  });
});
