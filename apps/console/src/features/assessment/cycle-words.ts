import type { State } from '../../components/state-glyph';
import type {
  AssessmentGroupBy,
  AssessmentParticipation,
  CycleFilter,
  CycleHintKind,
  CycleStage,
  OrganizationType,
  ParentRelation,
  Tier,
} from '../../generated/graphql';

/** In their order; the first is never dated. */
export const STAGES: readonly CycleStage[] = [
  'PREPARING',
  'SELF_ASSESSMENT',
  'VERIFICATION',
  'EXPERT_REVIEW',
  'MODERATION',
  'NOTICE',
  'OBJECTION',
  'FINAL',
];
export const DATED: readonly CycleStage[] = STAGES.slice(1);
export const orderOf = (stage: CycleStage): number => STAGES.indexOf(stage);

export const RELATIONS: readonly ParentRelation[] = ['LEADS', 'GUIDES'];
export const GROUPINGS: readonly AssessmentGroupBy[] = ['TIER', 'TYPE', 'PARENT', 'NONE'];
export const TIERS: readonly Tier[] = ['SECRETARIAT', 'ENTERPRISE', 'BRANCH_INSTITUTION', 'COUNCIL', 'MEMBER_UNIT'];
export const TYPES: readonly OrganizationType[] = [
  'COMMITTEE',
  'GENERAL_BRANCH',
  'BRANCH',
  'JOINT_BRANCH',
  'PARTY_GROUP',
  'WORKING_GROUP',
  'LEADING_GROUP',
  'EXPERT_GROUP',
];
/** Those that are assessed as a rule. */
export const USUAL_TYPES: readonly OrganizationType[] = ['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH'];

/** The tabs of the ledger, and what each shows. */
export const TABS = ['running', 'over', 'all'] as const;
export type CycleTab = (typeof TABS)[number];
export const SHOWN: Readonly<Record<CycleTab, CycleFilter>> = {
  running: { running: true },
  over: { running: false },
  all: {},
};

/** The columns of the ledger beside the title. */
export const COLUMNS = ['scheme', 'period', 'organization', 'stage', 'dueOn', 'progress'] as const;

/** The sign of a cycle where it stands. */
export function cycleSign({
  stage,
  late,
  cancelledAt,
}: {
  stage: CycleStage;
  late: boolean;
  cancelledAt?: string | null;
}): State {
  if (cancelledAt) return 'waived';
  if (stage === 'FINAL') return 'done';
  if (stage === 'PREPARING') return 'unplanned';
  return late ? 'late' : 'pending';
}

export const PARTICIPATION_SIGNS: Readonly<Record<AssessmentParticipation, State>> = {
  REQUIRED: 'planned',
  INVITED: 'unplanned',
  OPTED_IN: 'planned',
  DECLINED: 'refused',
  EXCLUDED: 'waived',
};

export const HINT_SIGNS: Readonly<Record<CycleHintKind, State>> = {
  DISSOLVED: 'waived',
  MOVED: 'risk',
  RETYPED: 'risk',
  RENAMED: 'planned',
  FOUNDED: 'planned',
};
