import { checkScheme, type SchemeTree } from '../engine';
import { figureTable } from './figure-table';
import { presentFaults } from './present-faults';
import type { SchemeFault } from './scheme-parts.type';

/** What is wrong with a tree today, in words: the register of figures may have changed since it was saved. */
export function faultsOf(tree: unknown): SchemeFault[] {
  const faults = checkScheme(tree, figureTable());
  const shapeless = faults.some(({ code }) => code === 'SHAPE_WRONG');
  return presentFaults(faults, shapeless ? null : (tree as SchemeTree));
}
