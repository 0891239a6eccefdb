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
