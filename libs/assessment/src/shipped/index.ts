import { civility } from './civility';
import { duties } from './duties';
import { memberEvaluation, secretaryReview } from './people';
import { sixBySix } from './six-by-six';
import { sixStrengths } from './six-strengths';
import type { ShippedScheme } from './shipped-scheme';

export type { ShippedScheme } from './shipped-scheme';

/** The schemes that come with the system. */
export const shippedSchemes: readonly ShippedScheme[] = [
  sixStrengths,
  sixBySix,
  civility,
  duties,
  memberEvaluation,
  secretaryReview,
];
