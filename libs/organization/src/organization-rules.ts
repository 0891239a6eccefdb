import { plusDays, plusMonths } from '@dangwu/platform/clock';
import { OrganizationType, ParentRelation } from './organization.enums';

export { plusDays, plusMonths };

const { FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH, BRANCH, JOINT_BRANCH } = OrganizationType;
const { PARTY_GROUP, WORKING_GROUP, LEADING_GROUP, EXPERT_GROUP } = OrganizationType;

/** Under which types a type may stand. A working group has a way up: it may come to guide branches of its own. */
const parentsOf: Readonly<Record<OrganizationType, readonly OrganizationType[]>> = {
  FUNCTIONAL_COMMITTEE: [FUNCTIONAL_COMMITTEE, COMMITTEE],
  COMMITTEE: [FUNCTIONAL_COMMITTEE, COMMITTEE],
  GENERAL_BRANCH: [FUNCTIONAL_COMMITTEE, COMMITTEE],
  BRANCH: [FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH, WORKING_GROUP],
  JOINT_BRANCH: [FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH, WORKING_GROUP],
  PARTY_GROUP: [BRANCH, JOINT_BRANCH],
  WORKING_GROUP: [FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH],
  LEADING_GROUP: [FUNCTIONAL_COMMITTEE, COMMITTEE],
  EXPERT_GROUP: [FUNCTIONAL_COMMITTEE, COMMITTEE],
};

const rootTypes: readonly OrganizationType[] = [FUNCTIONAL_COMMITTEE, COMMITTEE];

/** Whether an organization of this type may be the association's root. */
export const mayBeRoot = (type: OrganizationType): boolean => rootTypes.includes(type);

/** The types that may stand above `type`, for the refusal's text. */
export const parentTypesOf = (type: OrganizationType): readonly OrganizationType[] => parentsOf[type];

export const mayStandUnder = (type: OrganizationType, parent: OrganizationType): boolean =>
  parentsOf[type].includes(parent);

/** A party group is part of its branch: it is led, never merely guided. */
export const mayBeRelated = (type: OrganizationType, relation: `${ParentRelation}`): boolean =>
  type !== PARTY_GROUP || relation === 'LEADS';

export const mayHaveChildren = (type: OrganizationType): boolean => type !== PARTY_GROUP;

/**
 * Whether members may have their formal affiliation (组织关系) here. A functional committee steers and reviews, it
 * admits no members and collects no dues; leading, expert and working groups are bodies, not grassroots organizations;
 * members of a party group belong to its branch.
 */
export const holdsFormalAffiliations = (type: OrganizationType): boolean =>
  type === COMMITTEE || type === GENERAL_BRANCH || type === BRANCH || type === JOINT_BRANCH;

/** The rule that sets the length of a term, or null for bodies that are appointed rather than elected. */
export function termRuleOf(type: OrganizationType): string | null {
  switch (type) {
    case FUNCTIONAL_COMMITTEE:
    case COMMITTEE:
      return 'term.committee';
    case GENERAL_BRANCH:
      return 'term.generalBranch';
    case BRANCH:
    case JOINT_BRANCH:
      return 'term.branch';
    case PARTY_GROUP:
    case WORKING_GROUP:
    case LEADING_GROUP:
    case EXPERT_GROUP:
      return null;
  }
}

/**
 * The day on which the running term ends: the founding day plus as many whole terms as bring it past `on`. No election
 * is recorded yet, so those before the day of recording are taken as held in time; from then on the day stands and the
 * term can become overdue.
 */
export function termEnd(foundedOn: string, termYears: number, on: string): string {
  for (let years = termYears; ; years += termYears) {
    const end = plusMonths(foundedOn, years * 12);
    if (end > on) return end;
  }
}

/** Letters, digits and `-`, `_`, `.` or `/` between them: what people type into forms and file names. */
export const codePattern = /^[A-Z0-9](?:[A-Z0-9._/-]{0,30}[A-Z0-9])?$/;

/** Codes are compared and kept without outer blanks, in capitals and in half-width characters. */
export const normalizeCode = (code: string): string => code.normalize('NFKC').trim().toUpperCase();

/** Names keep their characters; blanks around and doubled ones inside are typing slips. */
export const normalizeName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ');
