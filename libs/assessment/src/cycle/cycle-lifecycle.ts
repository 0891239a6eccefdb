import { CycleStage, cycleStages } from './cycle.enums';

/** What people do to a cycle. */
export type CycleAct =
  | 'change'
  | 'advance'
  | 'reopen'
  | 'cancel'
  | 'answer'
  | 'exclude'
  | 'nameScorers'
  | 'removeScorer'
  | 'snapshot'
  | 'vote'
  | 'compute'
  | 'adjust'
  | 'publish'
  | 'object'
  | 'decide'
  | 'finish'
  | 'letters'
  | 'handOver';

/** Where a cycle stands, as far as it decides what can be done. */
export interface CycleStanding {
  readonly stage: CycleStage;
  readonly cancelledAt: Date | null;
}

const { PREPARING, SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, MODERATION, NOTICE, OBJECTION, FINAL } = CycleStage;

/** From which stages each is possible. Results go on notice and become final by verbs of their own. */
const from: Readonly<Record<CycleAct, readonly CycleStage[]>> = {
  change: [PREPARING, SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, MODERATION, NOTICE, OBJECTION],
  advance: [PREPARING, SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, NOTICE],
  reopen: [VERIFICATION, EXPERT_REVIEW, MODERATION, NOTICE, OBJECTION, FINAL],
  cancel: [PREPARING, SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, MODERATION, NOTICE, OBJECTION],
  answer: [SELF_ASSESSMENT],
  exclude: [PREPARING, SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, MODERATION],
  nameScorers: [PREPARING, SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW],
  removeScorer: [PREPARING, SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, MODERATION],
  snapshot: [SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW, MODERATION],
  vote: [SELF_ASSESSMENT, VERIFICATION, EXPERT_REVIEW],
  compute: [MODERATION],
  adjust: [MODERATION],
  publish: [MODERATION],
  object: [NOTICE],
  decide: [NOTICE, OBJECTION],
  finish: [OBJECTION],
  letters: [FINAL],
  handOver: [FINAL],
};

export const cycleActs = Object.keys(from) as readonly CycleAct[];

export const cyclePossible = (act: CycleAct, { stage, cancelledAt }: CycleStanding): boolean =>
  cancelledAt === null && from[act].includes(stage);

/** How far along a stage is. */
export const orderOf = (stage: CycleStage): number => cycleStages.indexOf(stage);

/** The stages that people work in until a day; PREPARING has none. */
export const datedStages = cycleStages.slice(1);

/** The one that follows; null after the last. */
export const nextStage = (stage: CycleStage): CycleStage | null => cycleStages[orderOf(stage) + 1] ?? null;
