import type { Area } from '../table';
import { access } from './access';
import { desk } from './desk';
import { exports } from './exports';
import { imports } from './imports';
import { organizationChanges } from './organization-changes';
import { organizations } from './organizations';
import { rules } from './rules';
import { session } from './session';
import { units } from './units';

/** One file per area; a new area adds its own here and, if its rows need things to ask about, to `trial/arrange.ts`. */
export const areas: readonly Area[] = [
  organizations,
  organizationChanges,
  units,
  rules,
  imports,
  exports,
  desk,
  session,
  access,
];
