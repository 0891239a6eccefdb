import type { SeriesScope } from '../../generated/graphql';

/** Which occurrences a change is about: a single one is changed as an activity of its own. */
export type Scope = 'THIS' | SeriesScope;
export const SCOPES: readonly Scope[] = ['THIS', 'FOLLOWING', 'ALL'];
