import type { Distribution } from './result-parts';

/** One of the group where it is drawn. */
export interface Dot {
  /** Per cent of the width. */
  readonly x: number;
  /** How many stand below it. */
  readonly level: number;
  readonly place: Distribution['places'][number];
}

/** Dots nearer than this, in per cent of the width, are put above each other: a dot's own width, or that on a phone. */
export const NEAR = { wide: 1.8, narrow: 4 } as const;
/** What is left free on both sides, in per cent. */
const MARGIN = 3;

/** Where totals stand on a line from a round number below the least of them to the most there is. */
export interface TotalScale {
  readonly from: number;
  readonly to: number;
  x(total: number): number;
}

export function scaleOf({ places, grades }: Pick<Distribution, 'places' | 'grades'>): TotalScale {
  const totals = places.map(({ total }) => Number(total));
  const lines = grades.flatMap(({ from }) => (from === null || from === undefined ? [] : [Number(from)]));
  const most = Math.max(...totals, ...lines, 1);
  // scores of hundred points as a rule; a scheme with room for a bonus may go above
  const to = most <= 100 && most > 50 ? 100 : Math.ceil(most / 10) * 10;
  // lines of grades far below everybody are left out: they would press the dots together
  const least = Math.min(...totals, to - 10);
  const from = Math.max(0, Math.floor((least - 2) / 5) * 5);
  return { from, to, x: (total) => MARGIN + ((total - from) / (to - from)) * (100 - 2 * MARGIN) };
}

/** Everybody of the group, the least first, those who stand too near piled up. */
export function dotsOf(places: Distribution['places'], { x }: TotalScale, within: number = NEAR.wide): Dot[] {
  const dots: Dot[] = [];
  for (const place of [...places].sort((a, b) => Number(a.total) - Number(b.total))) {
    const at = x(Number(place.total));
    const near = dots.filter((dot) => Math.abs(dot.x - at) < within);
    const taken = new Set(near.map(({ level }) => level));
    let level = 0;
    while (taken.has(level)) level += 1;
    dots.push({ x: at, level, place });
  }
  return dots;
}

/** The stretch a grade covers, best first; those of which nothing is seen are left out. */
export function bandsOf({ grades }: Pick<Distribution, 'grades'>, scale: TotalScale) {
  return grades.flatMap(({ key, name, from }, n) => {
    const above = grades[n - 1]?.from;
    const low = Math.max(Number(from ?? scale.from), scale.from);
    const high = Math.min(above === null || above === undefined ? scale.to : Number(above), scale.to);
    return high > low
      ? [{ key, name, from: Number(from ?? 0), left: scale.x(low), right: scale.x(high), best: n === 0 }]
      : [];
  });
}

/** The corner of a radar: n-th of so many, at a share of the radius, the first on top and then to the left. */
export function corner(n: number, count: number, share: number, radius: number): { x: number; y: number } {
  const angle = -Math.PI / 2 - (2 * Math.PI * n) / count;
  return { x: Math.cos(angle) * radius * share, y: Math.sin(angle) * radius * share };
}

/** From where a radar is drawn: shares are mostly high, and would all look alike from 0. */
export const floorOf = (shares: readonly number[]): number => (shares.every((share) => share >= 0.5) ? 0.5 : 0);
