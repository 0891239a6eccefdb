/** Who may, in groups that many rows share: written by hand from the sentences, not derived from roles. */
import type { Placement, Principal } from './cast';
import type { May } from './table';

const led = ['OWN', 'CHILD'] as const;
/** what it leads, and what was published to it */
const andPublished = ['OWN', 'CHILD', 'PUBLISHED'] as const;
const everywhereBelow = ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'] as const;
const wholeTree = ['OWN', 'CHILD', 'ANCESTOR', 'SIBLING', 'PUBLISHED', 'UNPUBLISHED'] as const;

const signedIn: readonly Principal[] = [
  'MEMBER',
  'BRANCH_SECRETARY',
  'BRANCH_STAFF',
  'COMMITTEE_STAFF',
  'COMMITTEE_MEMBER',
  'EXPERT',
  'DISCIPLINE_OFFICER',
  'LEADER',
  'ASSOCIATION_STAFF',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDITOR',
  'UNIT_TOKEN',
  'FOREIGN_UNIT',
];

const all = (placements: readonly Placement[]): May =>
  Object.fromEntries(signedIn.map((principal) => [principal, placements]));

/** in the whole association */
export const everyone = all(wholeTree);
/** each their own things */
export const each = all(['MINE']);
/** what has no place */
export const everybody = all(['ASSOCIATION']);
/** signed in or not */
export const anybody: May = { ...everybody, ANONYMOUS: ['ASSOCIATION'] };

/** read organizations: along LEADS edges, and what was published; staff also across GUIDES edges */
export const readersOfOrganizations: May = {
  BRANCH_SECRETARY: led,
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: everywhereBelow,
  COMMITTEE_MEMBER: andPublished,
  DISCIPLINE_OFFICER: andPublished,
  LEADER: andPublished,
  ASSOCIATION_STAFF: everywhereBelow,
  UNIT_TOKEN: led,
  FOREIGN_UNIT: led,
};

/** read units: the same, but supervision has no use for them */
export const readersOfUnits: May = (({ DISCIPLINE_OFFICER: _, ...rest }) => rest)(readersOfOrganizations);

/** read members and the teams of organizations: no dossiers across GUIDES edges, not even of what was published */
export const readersOfMembers: May = {
  BRANCH_SECRETARY: led,
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: led,
  DISCIPLINE_OFFICER: led,
  ASSOCIATION_STAFF: everywhereBelow,
  FOREIGN_UNIT: led,
};

/** keep the register of members, and look at their numbers with a reason */
export const keepersOfMembers: May = { BRANCH_STAFF: led, COMMITTEE_STAFF: led, ASSOCIATION_STAFF: everywhereBelow };

/** who does party-affairs work where */
export const readersOfStaff: May = {
  BRANCH_SECRETARY: led,
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: everywhereBelow,
  COMMITTEE_MEMBER: led,
  DISCIPLINE_OFFICER: led,
  LEADER: led,
  ASSOCIATION_STAFF: everywhereBelow,
  FOREIGN_UNIT: led,
};

/** see what is planned and held, and what the rules ask for: along LEADS edges, and what was published */
export const readersOfActivities: May = {
  MEMBER: led,
  BRANCH_SECRETARY: led,
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: andPublished,
  COMMITTEE_MEMBER: andPublished,
  DISCIPLINE_OFFICER: andPublished,
  LEADER: andPublished,
  ASSOCIATION_STAFF: everywhereBelow,
  UNIT_TOKEN: led,
  FOREIGN_UNIT: led,
};

/** waive what the rules ask for: of the own organization only at the root, which nobody leads */
export const waiversOfObligations = {
  may: { BRANCH_STAFF: ['CHILD'], COMMITTEE_STAFF: ['CHILD'], ASSOCIATION_STAFF: everywhereBelow },
  refused: { BRANCH_STAFF: ['OWN'], COMMITTEE_STAFF: ['OWN'] },
  known: { COMMITTEE_STAFF: ['PUBLISHED'] },
} as const satisfies Record<string, May>;
/** plan and record activities */
export const keepersOfActivities: May = {
  BRANCH_SECRETARY: led,
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: led,
  ASSOCIATION_STAFF: everywhereBelow,
  UNIT_TOKEN: led,
  FOREIGN_UNIT: led,
};

/** where activities are seen that one does not keep */
export const readersOnlyOfActivities: May = {
  MEMBER: led,
  COMMITTEE_STAFF: ['PUBLISHED'],
  COMMITTEE_MEMBER: andPublished,
  DISCIPLINE_OFFICER: andPublished,
  LEADER: andPublished,
};

/** see who attended, by name: along LEADS edges alone, whatever is published */
export const readersOfAttendance: May = { ...keepersOfActivities, DISCIPLINE_OFFICER: led };

/** see what is proposed for a decision, from everything below */
export const readersOfMatters: May = {
  BRANCH_SECRETARY: led,
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: everywhereBelow,
  COMMITTEE_MEMBER: everywhereBelow,
  DISCIPLINE_OFFICER: everywhereBelow,
  LEADER: everywhereBelow,
  ASSOCIATION_STAFF: everywhereBelow,
  UNIT_TOKEN: led,
  FOREIGN_UNIT: led,
};

/** see the sessions of the reviewing body: those who sit, lead or supervise there */
export const readersOfSessions: May = {
  BRANCH_SECRETARY: led,
  COMMITTEE_MEMBER: led,
  DISCIPLINE_OFFICER: led,
  LEADER: led,
  ASSOCIATION_STAFF: everywhereBelow,
  FOREIGN_UNIT: led,
};
export const conductorsOfSessions: May = { ASSOCIATION_STAFF: everywhereBelow };

/** keep the places where they are held: people, not their systems */
export const keepersOfVenues: May = (({ UNIT_TOKEN: _, ...rest }) => rest)(keepersOfActivities);

/** hand in lists of them: people, not their systems, which record what was held by itself */
export const importersOfActivities: May = keepersOfVenues;
/** write to superiors, and answer as far as one stands above */
export const readersOfDispatches: May = { ...keepersOfVenues, LEADER: led };
export const recipientsOfDispatches = {
  may: {
    BRANCH_SECRETARY: ['CHILD'],
    BRANCH_STAFF: ['CHILD'],
    COMMITTEE_STAFF: ['CHILD'],
    ASSOCIATION_STAFF: everywhereBelow,
    // a body outside the tree has nobody here
    FOREIGN_UNIT: led,
  },
  known: { BRANCH_SECRETARY: ['OWN'], BRANCH_STAFF: ['OWN'], COMMITTEE_STAFF: ['OWN'] },
} as const satisfies Record<string, May>;

/** see cycles of assessment, and what is published of their results, of everything below */
export const readersOfCycles: May = (({ DISCIPLINE_OFFICER: _, ...rest }) => rest)(readersOfMatters);
/** conduct them */
export const conductorsOfCycles: May = {
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: everywhereBelow,
  ASSOCIATION_STAFF: everywhereBelow,
};

/** download what was told of results */
export const exportersOfAssessments: May = {
  BRANCH_SECRETARY: led,
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: everywhereBelow,
  ASSOCIATION_STAFF: everywhereBelow,
  FOREIGN_UNIT: led,
};

/** verify self-assessments of those below, and give them back; nobody their own */
export const recipientsOfVerification = {
  may: {
    BRANCH_SECRETARY: ['CHILD'],
    BRANCH_STAFF: ['CHILD'],
    COMMITTEE_STAFF: ['CHILD', 'PUBLISHED', 'UNPUBLISHED'],
    ASSOCIATION_STAFF: everywhereBelow,
    FOREIGN_UNIT: ['CHILD'],
  },
  known: {
    BRANCH_SECRETARY: ['OWN'],
    BRANCH_STAFF: ['OWN'],
    COMMITTEE_STAFF: ['OWN'],
    FOREIGN_UNIT: ['OWN'],
  },
} as const satisfies Record<string, May>;

/** let those who may read an organization use one's saved view */
export const sharersOfViews: May = {
  BRANCH_SECRETARY: led,
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: everywhereBelow,
  ASSOCIATION_STAFF: everywhereBelow,
  FOREIGN_UNIT: led,
};

/** keep the register */
export const staff: May = {
  BRANCH_STAFF: led,
  COMMITTEE_STAFF: everywhereBelow,
  ASSOCIATION_STAFF: everywhereBelow,
};

/** look after rights */
export const guardians: May = { SECURITY_ADMIN: wholeTree, AUDITOR: wholeTree };

/** the association's own staff, for what counts for all of it */
export const associationStaff: May = { ASSOCIATION_STAFF: ['ASSOCIATION'] };

/** May at all, where there is no place to ask about. */
export const anywhere = (may: May): May =>
  Object.fromEntries(Object.keys(may).map((principal) => [principal, ['ASSOCIATION']]));

/** The same people at other placements. */
export const at = (may: May, placements: readonly Placement[]): May =>
  Object.fromEntries(Object.keys(may).map((principal) => [principal, placements]));
