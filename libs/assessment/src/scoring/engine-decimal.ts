import { Decimal } from 'decimal.js';

/** Places that the engine reads. */
const places = 6;

/** A decimal of the database as the engine reads it: thirds of an hour have more places there than mean anything. */
export const engineDecimal = (text: string): string =>
  new Decimal(text).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed();
