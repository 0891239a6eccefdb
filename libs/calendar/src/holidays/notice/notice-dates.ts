import { isDay } from '@dangwu/platform/graphql';
import { daysBetween, weekdayOf } from '@dangwu/platform/clock';

/** Days as a notice writes them, `10月1日（周四）至7日（周三）`, both ends included. */
export interface WrittenRange {
  readonly from: string;
  readonly to: string;
}

export type DateFault =
  | { readonly kind: 'NO_SUCH_DAY'; readonly written: string }
  | { readonly kind: 'WRONG_WEEKDAY'; readonly written: string; readonly right: string }
  | { readonly kind: 'REVERSED'; readonly written: string }
  | { readonly kind: 'TOO_LONG'; readonly written: string };

/** No holiday is nearly as long; a slip in the year would make it millions of days. */
const longest = 31;

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;
const date = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?`;
const range = new RegExp(String.raw`${date}(?:\s*(?:至|到|-|—|–|~)+\s*${date})?`, 'g');

const two = (number: string): string => number.padStart(2, '0');

/** Takes the dates out of a clause. What is left of it tells whether it was understood. */
export function readDates(clause: string, year: number): { ranges: WrittenRange[]; faults: DateFault[]; rest: string } {
  const ranges: WrittenRange[] = [];
  const faults: DateFault[] = [];
  // a day without a month is of the month named before it
  let [inYear, inMonth] = [String(year), ''];
  const rest = clause.replaceAll(range, (written, ...groups: (string | undefined)[]) => {
    const ends = [groups.slice(0, 4), groups.slice(4, 8)]
      .filter(([, , day]) => day !== undefined)
      .map(([ofYear, month, day, beside]) => {
        [inYear, inMonth] = [ofYear ?? inYear, month ?? inMonth];
        const alone = `${month ? `${month}月` : ''}${day}日${beside ? `(${beside})` : ''}`;
        return { day: `${inYear}-${two(inMonth)}-${two(day!)}`, beside, alone };
      });
    const wrong = ends.map(({ day, beside, alone }) => dayFault(day, beside, alone)).find((fault) => fault !== null);
    const [from, to] = [ends[0]!.day, ends.at(-1)!.day];
    if (wrong) faults.push(wrong);
    else if (to < from) faults.push({ kind: 'REVERSED', written });
    else if (daysBetween(from, to) >= longest) faults.push({ kind: 'TOO_LONG', written });
    else ranges.push({ from, to });
    // a year that was written holds for its own range
    inYear = String(year);
    return '';
  });
  return { ranges, faults, rest };
}

/** The weekday in the brackets is what finds slips of the pen. */
function dayFault(day: string, beside: string | undefined, written: string): DateFault | null {
  if (!isDay(day)) return { kind: 'NO_SUCH_DAY', written };
  const right = weekdays[weekdayOf(day) - 1]!;
  const said = /(?:周|星期)([一二三四五六日天])/.exec(beside ?? '')?.[1]?.replace('天', '日');
  return said && said !== right ? { kind: 'WRONG_WEEKDAY', written, right: `周${right}` } : null;
}
