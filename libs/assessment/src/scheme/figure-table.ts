import { figureRegister, isRate } from '@dangwu/figures';
import type { FigureTable } from '../engine';

/** The register of figures, as schemes are checked against it. */
export function figureTable(): FigureTable {
  return Object.fromEntries(
    figureRegister().map((figure) => [figure.key, { unit: figure.unit, rate: isRate(figure) }]),
  );
}
