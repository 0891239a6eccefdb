/** Which numbers are days: Excel keeps both as numbers, and only the cell's format tells. */
export class Formats {
  private readonly custom = new Map<number, boolean>();
  /** of each cell style, whether its numbers are days */
  private readonly days: boolean[] = [];

  constructor(private date1904 = false) {}

  countFrom1904(): void {
    this.date1904 = true;
  }

  addCustom(id: number, code: string): void {
    this.custom.set(id, isDayFormat(code));
  }

  addStyle(formatId: number): void {
    this.days.push(this.custom.get(formatId) ?? isBuiltInDay(formatId));
  }

  isDay(style: number): boolean {
    return this.days[style] ?? false;
  }

  /** The day of a serial number, YYYY-MM-DD; null where there is none. */
  dayOf(serial: number): string | null {
    // a day in Excel has no zone: 25569 is 1970-01-01
    const day = new Date(Math.round((serial - 25_569 + (this.date1904 ? 1_462 : 0)) * 86_400_000));
    const text = Number.isNaN(day.getTime()) ? '' : day.toISOString();
    return /^\d{4}-/.test(text) ? text.slice(0, 10) : null;
  }
}

/** Among the formats that have no code in the file; those from 27 on are the ones of Chinese and Japanese Excel. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A code that names a year, month, day or hour outside of quoted text and brackets. */
const isDayFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, ''));
