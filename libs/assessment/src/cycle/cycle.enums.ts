import { registerEnumType } from '@nestjs/graphql';

export enum CycleStage {
  PREPARING = 'PREPARING',
  SELF_ASSESSMENT = 'SELF_ASSESSMENT',
  VERIFICATION = 'VERIFICATION',
  EXPERT_REVIEW = 'EXPERT_REVIEW',
  MODERATION = 'MODERATION',
  NOTICE = 'NOTICE',
  OBJECTION = 'OBJECTION',
  FINAL = 'FINAL',
}
registerEnumType(CycleStage, {
  name: 'CycleStage',
  description: 'Where a cycle stands. Stages come one after the other; going back needs a reason.',
  valuesMap: {
    PREPARING: { description: 'Whom it covers is settled; nobody below is told yet (筹备).' },
    SELF_ASSESSMENT: { description: 'The assessed say how they see themselves (自评).' },
    VERIFICATION: { description: 'The organization above verifies what they say (上级核实).' },
    EXPERT_REVIEW: { description: 'Experts score (专家评分).' },
    MODERATION: { description: 'Results are compared and weighed, under the limit of the top grade (平衡).' },
    NOTICE: { description: 'Results are on public notice; objections are raised (公示).' },
    OBJECTION: { description: 'Objections are decided (处理异议).' },
    FINAL: { description: 'Final and sealed (定等归档).' },
  },
});

/** In their order. */
export const cycleStages = Object.values(CycleStage);

export enum GroupBy {
  TIER = 'TIER',
  TYPE = 'TYPE',
  PARENT = 'PARENT',
  NONE = 'NONE',
}
registerEnumType(GroupBy, {
  name: 'AssessmentGroupBy',
  description: 'By what the assessed are put into groups that are compared.',
  valuesMap: {
    TIER: { description: 'By tier (层面).' },
    TYPE: { description: 'By type of organization (组织类型).' },
    PARENT: { description: 'By the organization above them (上级组织).' },
    NONE: { description: 'All in one group (不分组).' },
  },
});

export enum Participation {
  REQUIRED = 'REQUIRED',
  INVITED = 'INVITED',
  OPTED_IN = 'OPTED_IN',
  DECLINED = 'DECLINED',
  EXCLUDED = 'EXCLUDED',
}
registerEnumType(Participation, {
  name: 'AssessmentParticipation',
  description: 'Whether an organization takes part in a cycle.',
  valuesMap: {
    REQUIRED: { description: 'Led by who assesses: it takes part (参加).' },
    INVITED: { description: 'Guided: invited, has not answered, is not scored (已邀请).' },
    OPTED_IN: { description: 'Guided: it chose to take part (自愿参加).' },
    DECLINED: { description: 'Guided: it chose not to (不参加).' },
    EXCLUDED: { description: 'Taken out with a reason, as when it was dissolved meanwhile (不再考核).' },
  },
});

export enum AssessmentStepKind {
  OPENED = 'OPENED',
  STAGE = 'STAGE',
  SKIPPED = 'SKIPPED',
  REOPENED = 'REOPENED',
  CANCELLED = 'CANCELLED',
  DEADLINE = 'DEADLINE',
  INVITED = 'INVITED',
  OPTED_IN = 'OPTED_IN',
  DECLINED = 'DECLINED',
  EXCLUDED = 'EXCLUDED',
  SCORER_NAMED = 'SCORER_NAMED',
  SCORER_REMOVED = 'SCORER_REMOVED',
  SNAPSHOT = 'SNAPSHOT',
  VOTE_OPENED = 'VOTE_OPENED',
  VOTE_FEW = 'VOTE_FEW',
  VOTE_COUNTED = 'VOTE_COUNTED',
  VOTE_VOIDED = 'VOTE_VOIDED',
  SELF_SUBMITTED = 'SELF_SUBMITTED',
  VERIFIED = 'VERIFIED',
  RETURNED = 'RETURNED',
  COMPUTED = 'COMPUTED',
  ADJUSTED = 'ADJUSTED',
  PUBLISHED = 'PUBLISHED',
  OBJECTED = 'OBJECTED',
  OBJECTION_DECIDED = 'OBJECTION_DECIDED',
  SEALED = 'SEALED',
  LETTERS = 'LETTERS',
  HANDED_OVER = 'HANDED_OVER',
}
registerEnumType(AssessmentStepKind, {
  name: 'AssessmentStepKind',
  description: 'What happened to a cycle, or to one assessment in it.',
  valuesMap: {
    OPENED: { description: 'The cycle was opened.' },
    STAGE: { description: 'A stage began.' },
    SKIPPED: { description: 'A stage began, and others were passed over with a reason.' },
    REOPENED: { description: 'It was taken back to an earlier stage.' },
    CANCELLED: { description: 'It was cancelled.' },
    DEADLINE: { description: 'A deadline was moved.' },
    INVITED: { description: 'A guided organization was invited.' },
    OPTED_IN: { description: 'It chose to take part.' },
    DECLINED: { description: 'It chose not to.' },
    EXCLUDED: { description: 'It was taken out.' },
    SCORER_NAMED: { description: 'An expert was named, or what an expert scores was changed.' },
    SCORER_REMOVED: { description: 'An expert was removed; scores that were handed in stay.' },
    SNAPSHOT: { description: 'The figures were read.' },
    VOTE_OPENED: { description: 'A secret vote was opened.' },
    VOTE_FEW: { description: 'A secret vote goes on with fewer credentials than the rule says, for a reason.' },
    VOTE_COUNTED: { description: 'A secret vote was counted.' },
    VOTE_VOIDED: { description: 'A secret vote was given up uncounted.' },
    SELF_SUBMITTED: { description: 'The self-assessment was handed in.' },
    VERIFIED: { description: 'It was verified by the organization above.' },
    RETURNED: { description: 'A sheet was given back.' },
    COMPUTED: { description: 'Results were computed.' },
    ADJUSTED: { description: 'A result was set otherwise, or that was withdrawn.' },
    PUBLISHED: { description: 'Results were put on public notice.' },
    OBJECTED: { description: 'An objection was raised.' },
    OBJECTION_DECIDED: { description: 'An objection was decided.' },
    SEALED: { description: 'Results became final.' },
    LETTERS: { description: 'Letters were issued that tell of the results.' },
    HANDED_OVER: { description: 'Weak organizations were handed over to rectification.' },
  },
});

export enum NotCoveredReason {
  TIER = 'TIER',
  TYPE = 'TYPE',
  GUIDED = 'GUIDED',
  LED = 'LED',
  NOT_ACTIVE = 'NOT_ACTIVE',
}
registerEnumType(NotCoveredReason, {
  name: 'NotCoveredReason',
  description: 'Why an organization below is not covered by a cycle.',
  valuesMap: {
    TIER: { description: 'Its tier is not among those chosen.' },
    TYPE: { description: 'Its type is not among those chosen.' },
    GUIDED: { description: 'It is guided, and only those that are led are chosen.' },
    LED: { description: 'It is led, and only those that are guided are chosen.' },
    NOT_ACTIVE: { description: 'It is being prepared, or dissolved.' },
  },
});

export enum CycleGapKind {
  NOBODY = 'NOBODY',
  SELF = 'SELF',
  INVITATION = 'INVITATION',
  VERIFICATION = 'VERIFICATION',
  NO_SCORER = 'NO_SCORER',
  GROUP_WITHOUT_SCORER = 'GROUP_WITHOUT_SCORER',
  SCORER = 'SCORER',
  VOTE = 'VOTE',
  NOT_COMPUTED = 'NOT_COMPUTED',
  FIGURES = 'FIGURES',
  NOTICE = 'NOTICE',
}
registerEnumType(CycleGapKind, {
  name: 'CycleGapKind',
  description: 'What is missing before a cycle moves on.',
  valuesMap: {
    NOBODY: { description: 'Nobody takes part. Refuses.' },
    SELF: { description: 'Self-assessments that were not handed in.' },
    INVITATION: { description: 'Invitations that were not answered; whoever does not answer is not scored.' },
    VERIFICATION: { description: 'Self-assessments that were not verified.' },
    NO_SCORER: { description: 'No expert was named, though the scheme has indicators that people judge.' },
    GROUP_WITHOUT_SCORER: { description: 'Groups that no expert scores.' },
    SCORER: { description: 'Sheets of experts that were not handed in.' },
    VOTE: { description: 'Secret votes that are not counted. Refuses until they are counted or void.' },
    NOT_COMPUTED: { description: 'Results that were not computed.' },
    FIGURES: { description: 'The figures are being read at this moment. Refuses until they are.' },
    NOTICE: { description: 'The public notice is not over. Refuses until it is.' },
  },
});

export enum CycleHintKind {
  DISSOLVED = 'DISSOLVED',
  MOVED = 'MOVED',
  RETYPED = 'RETYPED',
  RENAMED = 'RENAMED',
  FOUNDED = 'FOUNDED',
}
registerEnumType(CycleHintKind, {
  name: 'CycleHintKind',
  description: 'What changed at an organization since the cycle was opened.',
  valuesMap: {
    DISSOLVED: { description: 'It was dissolved: it is excluded until moderation is over (已撤销).' },
    MOVED: { description: 'It stands under another organization; the cycle keeps the one of its opening (已划转).' },
    RETYPED: { description: 'It is of another type; the cycle keeps the one of its opening (类型已变).' },
    RENAMED: { description: 'It has another name; the cycle keeps the one of its opening (已更名).' },
    FOUNDED: { description: 'It is covered by the scope and was founded since; it is not in the cycle (新成立).' },
  },
});
