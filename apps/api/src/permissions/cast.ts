/** Who asks, and where in the tree stands what they ask about. */

/** The organization at which a principal was granted the role; the trial world has one of each. */
export type Home = 'branch' | 'committee' | 'unit' | 'anotherUnit' | 'association';

interface Part {
  /** the role granted, null: not signed in */
  readonly role: string | null;
  readonly home: Home;
  readonly words: string;
}

const cast = <const C extends Record<string, Part>>(parts: C): { readonly [K in keyof C]: Part } => parts;

export const principals = cast({
  ANONYMOUS: { role: null, home: 'committee', words: 'anonymous' },
  MEMBER: { role: 'MEMBER', home: 'branch', words: 'member of the branch' },
  BRANCH_SECRETARY: { role: 'SECRETARY', home: 'branch', words: 'secretary of the branch' },
  BRANCH_STAFF: { role: 'PARTY_STAFF', home: 'branch', words: 'staff of the branch' },
  COMMITTEE_STAFF: { role: 'PARTY_STAFF', home: 'committee', words: 'staff of the committee' },
  COMMITTEE_MEMBER: { role: 'COMMITTEE_MEMBER', home: 'committee', words: 'member of the committee' },
  EXPERT: { role: 'EXPERT', home: 'committee', words: 'expert' },
  DISCIPLINE_OFFICER: { role: 'DISCIPLINE_OFFICER', home: 'committee', words: 'discipline officer' },
  LEADER: { role: 'LEADER', home: 'committee', words: 'leader' },
  ASSOCIATION_STAFF: { role: 'PARTY_STAFF', home: 'association', words: 'staff of the association' },
  SYSTEM_ADMIN: { role: 'SYSTEM_ADMIN', home: 'association', words: 'system administrator' },
  SECURITY_ADMIN: { role: 'SECURITY_ADMIN', home: 'association', words: 'security administrator' },
  AUDITOR: { role: 'AUDITOR', home: 'association', words: 'auditor' },
  UNIT_TOKEN: { role: 'API_CLIENT', home: 'unit', words: 'client of a member unit' },
  FOREIGN_UNIT: { role: 'SECRETARY', home: 'anotherUnit', words: 'secretary of another member unit' },
});

export type Principal = keyof typeof principals;
export const principalKeys = Object.keys(principals) as Principal[];

/**
 * Where the thing stands, as seen from the principal's organization. PUBLISHED and UNPUBLISHED are organizations that
 * the committee guides, the one with and the other without anything published to it.
 */
export const treePlacements = ['OWN', 'CHILD', 'ANCESTOR', 'SIBLING', 'PUBLISHED', 'UNPUBLISHED', 'FOREIGN'] as const;
/** For things that belong to persons. */
export const personPlacements = ['MINE', 'ANOTHERS', 'FOREIGN'] as const;
/** For what has no object, or one for the whole association. */
export const wholePlacements = ['ASSOCIATION'] as const;

export type Placement =
  (typeof treePlacements)[number] | (typeof personPlacements)[number] | (typeof wholePlacements)[number];

export const placementsOf = {
  tree: treePlacements,
  person: personPlacements,
  whole: wholePlacements,
} as const;
export type Kind = keyof typeof placementsOf;
