import { Decimal } from 'decimal.js';
import type { Rounding } from './scheme';

/**
 * Decimals that are only added, subtracted and multiplied, or divided to whole numbers: all of that is exact below this many
 * digits, which no formula that `checkScheme` lets through comes near.
 */
const Exact = Decimal.clone({ precision: 20_000, toExpPos: 9e15, toExpNeg: -9e15, rounding: Decimal.ROUND_DOWN });

/** What a number looks like in schemes and inputs: no exponent, no sign of plus, few enough digits to be meant. */
const plain = /^-?\d{1,12}(\.\d{1,6})?$/;
const fraction = /^(\d{1,6})\/([1-9]\d{0,5})$/;

/** Thrown by `over`; formulas turn it into a fault. */
export class DividedByZero extends Error {}

/**
 * An exact number: a quotient of two decimals that is not divided out before it is rounded, since 1/3 of 0.015 is a tie and
 * 0.333… of it is not.
 */
export class Ratio {
  private constructor(
    private readonly top: Decimal,
    private readonly bottom: Decimal,
  ) {}

  /** For `remembered`, which knows that the text says a number. */
  static exactly(text: string): Ratio {
    return new Ratio(new Exact(text), one);
  }

  /** @param value a number in the program, such as a count of scorers; never one that came from outside */
  static of(value: number): Ratio {
    return remembered(String(value));
  }

  /** The number that a text says, or null when it says none: NaN, Infinity, exponents and long digits are none. */
  static read(text: unknown): Ratio | null {
    return typeof text === 'string' && plain.test(text) ? remembered(text) : null;
  }

  /** As `read`, and also of a fraction such as 1/3. */
  static readShare(text: unknown): Ratio | null {
    const [, top, bottom] = (typeof text === 'string' && fraction.exec(text)) || [];
    return top && bottom ? new Ratio(new Exact(top), new Exact(bottom)) : Ratio.read(text);
  }

  plus(other: Ratio): Ratio {
    if (this.bottom === other.bottom) return new Ratio(this.top.plus(other.top), this.bottom);
    return new Ratio(
      product(this.top, other.bottom).plus(product(other.top, this.bottom)),
      product(this.bottom, other.bottom),
    );
  }

  minus(other: Ratio): Ratio {
    return this.plus(other.negated());
  }

  times(other: Ratio): Ratio {
    return new Ratio(product(this.top, other.top), product(this.bottom, other.bottom));
  }

  /** @throws DividedByZero */
  over(other: Ratio): Ratio {
    if (other.isZero()) throw new DividedByZero();
    const positive = other.top.isNegative() ? other.negated() : other;
    const quotient = new Ratio(product(this.top, other.bottom), product(this.bottom, positive.top));
    return positive === other ? quotient : quotient.negated();
  }

  negated(): Ratio {
    return new Ratio(this.top.negated(), this.bottom);
  }

  /** Less than 0, 0 or more than 0, as this is less than, equal to or more than the other. */
  compare(other: Ratio): number {
    if (this.bottom === other.bottom) return this.top.comparedTo(other.top);
    return product(this.top, other.bottom).comparedTo(product(other.top, this.bottom));
  }

  isZero(): boolean {
    return this.top.isZero();
  }

  isNegative(): boolean {
    return this.top.isNegative() && !this.isZero();
  }

  isWhole(): boolean {
    return this.top.mod(this.bottom).isZero();
  }

  max(other: Ratio): Ratio {
    return this.compare(other) < 0 ? other : this;
  }

  min(other: Ratio): Ratio {
    return this.compare(other) > 0 ? other : this;
  }

  /** @returns the number with `scale` places; what is no such number is rounded as told */
  round({ scale, mode }: Rounding): Ratio {
    if (this.bottom === one && this.top.decimalPlaces() <= scale) return this;
    const raised = this.top.abs().times(upBy[scale]!);
    const whole = raised.divToInt(this.bottom);
    const half = raised.minus(whole.times(this.bottom)).times(2).comparedTo(this.bottom);
    const up = mode === 'DOWN' ? false : half === 0 ? mode === 'HALF_UP' || !whole.mod(2).isZero() : half > 0;
    const rounded = up ? whole.plus(1) : whole;
    const signed = this.top.isNegative() ? rounded.negated() : rounded;
    return new Ratio(signed.times(downBy[scale]!), one);
  }

  /** The number with `scale` places, cut off: only for what has no more of them. */
  text(scale: number): string {
    const rounded = this.round({ scale, mode: 'HALF_UP' });
    return rounded.isZero() ? zero.top.toFixed(scale) : rounded.top.toFixed(scale);
  }

  /** The number for people: as short as it goes, with at most `scale` places, and whether that is all of it. */
  shown(scale = 4): Shown {
    const rounded = this.round({ scale, mode: 'HALF_UP' });
    return { text: rounded.isZero() ? '0' : rounded.top.toFixed(), exact: rounded.compare(this) === 0 };
  }
}

/** The numbers of a scheme are read again for every organization. */
const memory = new Map<string, Ratio>();
const mostRemembered = 10_000;

function remembered(text: string): Ratio {
  const known = memory.get(text);
  if (known) return known;
  if (memory.size >= mostRemembered) memory.clear();
  const read = Ratio.exactly(text);
  memory.set(text, read);
  return read;
}

/** Most numbers are whole or decimals, over 1: what changes nothing is not computed. */
function product(left: Decimal, right: Decimal): Decimal {
  if (left === one) return right;
  return right === one ? left : left.times(right);
}

/** A number as people read it. */
export interface Shown {
  readonly text: string;
  /** false: there are more places than are shown */
  readonly exact: boolean;
}

const one = new Exact(1);
/** 10 to the number of places, and 1 divided by it. */
const upBy = Array.from({ length: 7 }, (_, places) => new Exact(10 ** places));
const downBy = upBy.map((up) => one.div(up));

export const zero = Ratio.of(0);
export const whole = Ratio.of(1);

export function sum(numbers: readonly Ratio[]): Ratio {
  return numbers.reduce((total, number) => total.plus(number), zero);
}

/** @returns `value`, or the nearer of the two where it lies outside of them */
export function between(value: Ratio, least: Ratio, most: Ratio): Ratio {
  return value.max(least).min(most);
}
