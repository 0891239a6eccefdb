import type { CSSProperties } from 'react';

/** How much of the longest bar one fills; the style sheet says in which direction. */
export const share = (part: number): CSSProperties => ({ '--share': `${Math.min(1, part) * 100}%` }) as CSSProperties;
