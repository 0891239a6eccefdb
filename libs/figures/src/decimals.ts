import { Decimal } from 'decimal.js';
import type { Figure } from './figure';
import { FigureUnit } from './figure.type';

/** Sums of decimals of the database are exact at this length; a quotient is cut to `places` afterwards. */
const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
const places = 10;

/** What is summed of rows: decimals as texts, as the database gives them. */
export interface ExactSums {
  readonly part: string | null;
  readonly whole: string | null;
  /** how many rows they are of */
  readonly rows: number;
}

/** A figure in exact decimals, for whoever goes on calculating with it. */
export interface ExactValue {
  readonly part: string;
  /** null for figures that are no rates */
  readonly whole: string | null;
  /** in the unit of the figure, rounded half up to ten places; null where there is nothing to divide by */
  readonly value: string | null;
  readonly rows: number;
}

/** Adds up what several organizations count. */
export class ExactSum {
  private part = new Exact(0);
  private whole: Decimal | null = null;
  private rows = 0;

  add({ part, whole, rows }: ExactSums): void {
    this.part = this.part.plus(part ?? 0);
    if (whole !== null) this.whole = (this.whole ?? new Exact(0)).plus(whole);
    this.rows += rows;
  }

  of(figure: Figure): ExactValue {
    const { unit, ratio } = figure;
    const divided = ratio || unit === FigureUnit.PERCENT;
    const whole = this.whole ?? (divided ? new Exact(0) : null);
    const share = whole === null ? this.part : whole.isZero() ? null : this.part.dividedBy(whole);
    const value = share && unit === FigureUnit.PERCENT ? share.times(100) : share;
    return { part: told(this.part), whole: whole && told(whole), value: value && told(value), rows: this.rows };
  }
}

/** Thirds of an hour are cut as well: they are no decimals. */
const told = (value: Decimal): string => value.toDecimalPlaces(places).toFixed();
/** A decimal of the database as it is told. */
export const decimal = (text: string): string => told(new Exact(text));
