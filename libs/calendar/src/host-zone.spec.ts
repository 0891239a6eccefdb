import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Africa/Casablanca'];

/** What the library answers to many questions, as a program of its own that a host in any zone can run. */
const program = `
import 'reflect-metadata';
import { shippedHolidayYears } from '${import.meta.dirname}/holidays/shipped-holidays';
import { labelledDays } from '${import.meta.dirname}/calendar-days';
import { expandSeries } from '${import.meta.dirname}/series/expand-series';
import { parseSeriesRule } from '${import.meta.dirname}/series/series-rule';
import { WorkCalendar } from '${import.meta.dirname}/work-calendar';
const calendar = new WorkCalendar(shippedHolidayYears);
const days = labelledDays(calendar, '2026-01-01', '2027-01-31');
const last = ['MONTH', 'QUARTER', 'YEAR'].map((period) => days.map(({ date }) => calendar.lastWorkingDayOf(period, date)));
const rules = ['FREQ=WEEKLY;BYDAY=SU', 'FREQ=DAILY;INTERVAL=3', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'LAST-WORKING-DAY=QUARTER'];
const series = rules.map((rule) => expandSeries({
  rule: parseSeriesRule(rule), start: { date: '2026-01-01', time: '00:30' }, zone: 'Asia/Shanghai',
  holidayPolicy: 'SHIFT_AFTER', from: '2026-01-01', to: '2027-12-31', calendar,
}));
console.log(JSON.stringify({ days, last, series }));
`;

/** Everything of ours and the library goes into one file. */
const bundling = `export default {
  input: 'program.ts',
  platform: 'node',
  tsconfig: ${JSON.stringify(path.join(root, 'tsconfig.base.json'))},
  external: (id) => !/^[./]|^@dangwu|^@oxc|^rrule/.test(id) && id !== 'program.ts',
  output: { file: 'program.mjs', format: 'esm' },
};`;

it('answers the same wherever the host stands', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'calendar-'));
  const run = (script: string, args: readonly string[], zone: string): string =>
    execFileSync(process.execPath, [script, ...args], {
      cwd: folder,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 20_000_000,
    });
  try {
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'program.ts'), program);
    writeFileSync(path.join(folder, 'bundle.mjs'), bundling);
    run(path.join(root, 'node_modules/rolldown/bin/cli.mjs'), ['--config', 'bundle.mjs'], 'UTC');
    const answers = zones.map((zone) => run('program.mjs', [], zone));
    expect(answers[0]!.length).toBeGreaterThan(100_000);
    for (const [i, answer] of answers.entries()) expect([zones[i], answer === answers[0]]).toEqual([zones[i], true]);
    const { series } = JSON.parse(answers[0]!) as { series: { date: string; startsAt: string }[][] };
    expect(series[0]?.[0]).toMatchObject({ date: '2026-01-04', startsAt: '2026-01-03T16:30:00.000Z' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
