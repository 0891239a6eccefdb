import { faultsOf } from '../holiday-checks';
import { readNotice, type ReadNotice } from './read-notice';

/** The text of a notice read, its days in order, and what saving it would refuse among its faults. */
export function checkedNotice(text: string, year: number): ReadNotice {
  const read = readNotice(text, year);
  const days = [...read.days].sort((a, b) => (a.date < b.date ? -1 : 1));
  // days that could not be read are missing, not wrong: the lines come first
  const refused = read.faults.length ? [] : faultsOf({ year, status: 'NOTICED', days });
  const broken = refused.map(({ messages }) => ({ line: null, text: '', message: messages }));
  return { ...read, days, faults: [...read.faults, ...broken] };
}
