import { CouncilOutcome, MatterState, OpinionKind } from './matter.enums';

/** What people do to a matter. */
export type MatterAct =
  | 'change'
  | 'submit'
  | 'accept'
  | 'return'
  | 'schedule'
  | 'unschedule'
  | 'review'
  | 'resume'
  | 'forward'
  | 'decide'
  | 'execute'
  | 'close'
  | 'withdraw';

/** Where a matter stands, as far as it decides what can be done. */
export interface Standing {
  readonly state: MatterState;
  readonly reviewRequired: boolean;
  readonly opinion: OpinionKind | null;
  readonly outcome?: CouncilOutcome | null;
}

const S = MatterState;
const { AGREE, AMEND_AND_RESUBMIT, DEFER, DO_NOT_SUBMIT } = OpinionKind;
const adopted = ({ outcome }: Standing): boolean =>
  outcome === CouncilOutcome.ADOPTED || outcome === CouncilOutcome.ADOPTED_WITH_CHANGES;
const withOpinion =
  (opinion: OpinionKind) =>
  (standing: Standing): boolean =>
    standing.opinion === opinion;
const always = (): boolean => true;

type From = Partial<Record<MatterState, (standing: Standing) => boolean>>;

/** From which states each is possible, and when. */
const from: Readonly<Record<MatterAct, From>> = {
  change: { [S.DRAFT]: always, [S.RETURNED]: always, [S.REVIEWED]: withOpinion(AMEND_AND_RESUBMIT) },
  submit: { [S.DRAFT]: always, [S.RETURNED]: always, [S.REVIEWED]: withOpinion(AMEND_AND_RESUBMIT) },
  accept: { [S.SUBMITTED]: always },
  return: { [S.SUBMITTED]: always },
  schedule: { [S.ACCEPTED]: ({ reviewRequired }) => reviewRequired },
  // taken off the agenda, it waits for another session
  unschedule: { [S.SCHEDULED]: always },
  review: { [S.SCHEDULED]: always },
  // what was deferred waits for another session
  resume: { [S.REVIEWED]: withOpinion(DEFER) },
  // what no rule puts under review goes to its decision as soon as it is accepted
  forward: { [S.REVIEWED]: withOpinion(AGREE), [S.ACCEPTED]: ({ reviewRequired }) => !reviewRequired },
  decide: { [S.FORWARDED]: always },
  execute: { [S.DECIDED]: adopted },
  close: {
    [S.IN_EXECUTION]: always,
    [S.DECIDED]: (standing) => !adopted(standing),
    [S.REVIEWED]: withOpinion(DO_NOT_SUBMIT),
  },
  withdraw: {
    [S.DRAFT]: always,
    [S.SUBMITTED]: always,
    [S.RETURNED]: always,
    [S.ACCEPTED]: always,
    [S.SCHEDULED]: always,
    [S.REVIEWED]: always,
  },
};

export const matterActs = Object.keys(from) as readonly MatterAct[];

export const possible = (act: MatterAct, standing: Standing): boolean => from[act][standing.state]?.(standing) ?? false;

/** Whether it may go to the body that decides, whatever else is missing; the database holds the same. */
export const gateOpen = ({ reviewRequired, opinion }: Pick<Standing, 'reviewRequired' | 'opinion'>): boolean =>
  !reviewRequired || opinion === AGREE;
