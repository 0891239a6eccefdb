// Writes the tables of lunar years and solar terms that libs/calendar ships: npm run lunar:table
// They are computed by an astronomical library (GB/T 33661), never by Intl, whose Chinese calendar errs in some versions.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LunarMonth, SolarTerm } from 'tyme4ts';

const [first, last] = [2000, 2060];
const folder = path.resolve(import.meta.dirname, '../libs/calendar/src/lunar');
const two = (number) => String(number).padStart(2, '0');

const lunar = [];
const terms = [];
for (let year = first; year <= last; year++) {
  const months = [];
  for (let month = LunarMonth.fromYm(year, 1); month.getYear() === year; month = month.next(1)) months.push(month);
  const begins = months[0].getFirstJulianDay().getSolarDay();
  const lengths = months.map((month) => (month.getDayCount() === 30 ? 'L' : 'S')).join('');
  const leap = months.findIndex((month) => month.isLeap());
  lunar.push(`${begins.getYear()}-${two(begins.getMonth())}-${two(begins.getDay())} ${lengths} ${Math.max(leap, 0)}`);
  // The library counts from the winter solstice of the year before; the calendar from Lesser Cold in January.
  const days = Array.from({ length: 24 }, (_, i) =>
    SolarTerm.fromIndex(year, i + 1)
      .getSolarDay()
      .getDay(),
  );
  terms.push(`${year} ${days.map((day, i) => day - (i % 2 ? 18 : 3)).join('')}`);
}
write('lunar-years.ts', lunar);
write('solar-terms.ts', terms);

/** Replaces the lines of the table and leaves the rest of the file as it is. */
function write(file, lines) {
  const at = path.join(folder, file);
  const table = `const table = [\n${lines.map((line) => `  '${line}',\n`).join('')}];`;
  writeFileSync(at, readFileSync(at, 'utf8').replace(/const table = \[[^\]]*\];/, table));
  console.log(`${lines.length} years in ${file}`);
}
