import { OrganizationType, Tier } from '@dangwu/organization';
import { Period } from './cadence.enums';

/** What a shipped rule applies to. The number, its basis and since when stand in the rule of that key. */
export interface ShippedCadence {
  readonly ruleKey: string;
  /** key of the activity type */
  readonly type: string;
  readonly period: Period;
  readonly organizationTypes: readonly OrganizationType[];
  readonly tiers?: readonly Tier[];
  readonly needsCommittee?: true;
  readonly weekday?: number;
}

const { FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH, BRANCH, JOINT_BRANCH, PARTY_GROUP } = OrganizationType;
const branches = [BRANCH, JOINT_BRANCH];
const committees = [FUNCTIONAL_COMMITTEE, COMMITTEE];

export const shippedCadences: readonly ShippedCadence[] = [
  { ruleKey: 'assembly.cadence', type: 'BRANCH_ASSEMBLY', period: Period.QUARTER, organizationTypes: branches },
  {
    ruleKey: 'committee.cadence',
    type: 'BRANCH_COMMITTEE_MEETING',
    period: Period.MONTH,
    organizationTypes: branches,
    needsCommittee: true,
  },
  { ruleKey: 'group.cadence', type: 'GROUP_MEETING', period: Period.MONTH, organizationTypes: [PARTY_GROUP] },
  { ruleKey: 'lecture.secretary', type: 'PARTY_LECTURE', period: Period.YEAR, organizationTypes: committees },
  {
    ruleKey: 'lecture.others',
    type: 'PARTY_LECTURE',
    period: Period.QUARTER,
    organizationTypes: [GENERAL_BRANCH, ...branches],
  },
  { ruleKey: 'themeDay.cadence', type: 'THEME_DAY', period: Period.MONTH, organizationTypes: branches },
  {
    ruleKey: 'themeDay.secretariat',
    type: 'THEME_DAY',
    period: Period.WEEK,
    organizationTypes: branches,
    tiers: [Tier.SECRETARIAT],
    weekday: 5,
  },
  { ruleKey: 'lifeMeeting.cadence', type: 'LIFE_MEETING', period: Period.YEAR, organizationTypes: branches },
  { ruleKey: 'evaluation.cadence', type: 'DEMOCRATIC_EVALUATION', period: Period.YEAR, organizationTypes: branches },
  { ruleKey: 'study.centralGroup', type: 'CENTRAL_GROUP_STUDY', period: Period.QUARTER, organizationTypes: committees },
  {
    ruleKey: 'partySchool.cadence',
    type: 'PARTY_SCHOOL',
    period: Period.WEEK,
    organizationTypes: [GENERAL_BRANCH],
    tiers: [Tier.SECRETARIAT],
  },
  {
    ruleKey: 'warning.cadence',
    type: 'WARNING_EDUCATION',
    period: Period.HALF_YEAR,
    organizationTypes: [COMMITTEE, GENERAL_BRANCH, ...branches],
  },
];

/** With fewer days left in the period and nothing planned it is at risk, until an association says otherwise. */
export const shippedRiskDays: Readonly<Record<Period, number>> = {
  WEEK: 2,
  MONTH: 7,
  QUARTER: 15,
  HALF_YEAR: 30,
  YEAR: 45,
};
