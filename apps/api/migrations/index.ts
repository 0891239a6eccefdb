import type { Migrations } from '@dangwu/platform/database';
import { Access1763800000003 } from './0003-access';
import { AccessTokens1763800000026 } from './0026-access-tokens';
import { Ground1763800000001 } from './0001-ground';
import { Imports1763800000006 } from './0006-imports';
import { ImportMapping1763800000009 } from './0009-import-mapping';
import { Operations1763800000010 } from './0010-operations';
import { Organization1763800000005 } from './0005-organization';
import { Platform1763800000002 } from './0002-platform';
import { RateLimits1763800000027 } from './0027-rate-limits';
import { Rules1763800000004 } from './0004-rules';
import { Units1763800000007 } from './0007-units';

/** In the order in which they run. One that has landed is never changed again. */
export const migrations: Migrations = [
  Ground1763800000001,
  Platform1763800000002,
  Access1763800000003,
  Rules1763800000004,
  Organization1763800000005,
  Imports1763800000006,
  ImportMapping1763800000009,
  Operations1763800000010,
  Units1763800000007,
  AccessTokens1763800000026,
  RateLimits1763800000027,
];
