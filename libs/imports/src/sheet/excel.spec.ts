import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readWorkbook } from './excel';

const fixture = (name: string): Promise<Buffer> => readFile(path.join(import.meta.dirname, '../../fixtures', name));

describe('reading workbooks', () => {
  it('keeps row numbers, texts, dates and numbers', async () => {
    const [sheet] = await readWorkbook(await fixture('organizations.xlsx'));
    expect(sheet!.rows.map((row) => row.row)).toEqual(Array.from({ length: 190 }, (_, i) => i + 1));
    const row = sheet!.rows[13]!;
    expect(row.row).toBe(14);
    expect([...row.cells.values()].map((cell) => [cell.column, cell.kind, cell.text])).toEqual([
      [1, 'number', '11'],
      [2, 'text', 'DZ0011'],
      [3, 'text', '秘书处国际合作部党支部'],
      [4, 'text', '党支部'],
      [5, 'text', '协会秘书处机关党总支'],
      [6, 'text', '领导'],
      [7, 'text', '秘书处'],
      [8, 'date', '2006-03-10'],
      [9, 'number', '3'],
      [10, 'number', '15'],
    ]);
    console.log(sheet!.rows.slice(0, 5).map((r) => [...r.cells.values()].map((c) => c.text).join('|')));
    for (const f of ['units.xlsx', 'members.xlsx']) {
      const t = Date.now();
      const [s] = await readWorkbook(await fixture(f));
      console.log(f, s!.rows.length, Date.now() - t, [...s!.rows[8]!.cells.values()]);
    }
  });
});
