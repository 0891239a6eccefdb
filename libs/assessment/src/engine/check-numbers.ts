import type { Checking } from './check-scheme';
import { Ratio, whole, zero } from './ratio';

/** The number a text says, where it says one that is not below 0; what is wrong is reported. */
export function readAmount(text: unknown, path: string, field: string, { report }: Checking): Ratio | null {
  const number = Ratio.read(text);
  if (!number) report('NUMBER_MALFORMED', path, { field, given: String(text) });
  else if (number.isNegative()) report('NUMBER_OUT_OF_RANGE', path, { field, given: String(text), least: '0' });
  else return number;
  return null;
}

/** As `readAmount`, of points that are given out, which have no more places than points are rounded to. */
export function readPoints(text: unknown, path: string, field: string, checking: Checking): Ratio | null {
  const number = readAmount(text, path, field, checking);
  const { scale } = checking.tree.rounding;
  if (number && number.round({ scale, mode: 'DOWN' }).compare(number) !== 0)
    checking.report('WEIGHT_TOO_FINE', path, { field, given: String(text), places: String(scale) });
  return number;
}

/** A number of either sign. */
export function readNumber(text: unknown, path: string, field: string, { report }: Checking): Ratio | null {
  const number = Ratio.read(text);
  if (!number) report('NUMBER_MALFORMED', path, { field, given: String(text) });
  return number;
}

/** A share from 0 to 1. */
export function readShare(text: unknown, path: string, field: string, { report }: Checking): Ratio | null {
  const share = Ratio.readShare(text);
  if (!share) report('NUMBER_MALFORMED', path, { field, given: String(text) });
  else if (share.compare(zero) < 0 || share.compare(whole) > 0)
    report('SHARE_OUT_OF_RANGE', path, { field, given: String(text) });
  else return share;
  return null;
}
