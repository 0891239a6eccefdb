import { DispatchKind, DispatchState } from './dispatch.enums';

/** What people do to a dispatch. */
export type DispatchAct = 'change' | 'issue' | 'receive' | 'reply' | 'followUp' | 'close' | 'withdraw';

/** Where a dispatch stands, as far as it decides what can be done. */
export interface DispatchStanding {
  readonly kind: DispatchKind;
  readonly state: DispatchState;
  readonly followUpAsked: boolean;
  readonly followedUpOn: string | null;
}

const S = DispatchState;
type From = Partial<Record<DispatchState, (standing: DispatchStanding) => boolean>>;
const always = (): boolean => true;
const asks = ({ kind }: DispatchStanding): boolean => kind === DispatchKind.REQUEST;
const owesFollowUp = ({ followUpAsked, followedUpOn }: DispatchStanding): boolean => followUpAsked && !followedUpOn;

/** From which states each is possible, and when. */
const from: Readonly<Record<DispatchAct, From>> = {
  change: { [S.DRAFT]: always },
  issue: { [S.DRAFT]: always },
  receive: { [S.ISSUED]: always },
  reply: { [S.RECEIVED]: asks },
  followUp: { [S.REPLIED]: owesFollowUp },
  close: { [S.RECEIVED]: (standing) => !asks(standing), [S.REPLIED]: (standing) => !owesFollowUp(standing) },
  withdraw: { [S.DRAFT]: always, [S.ISSUED]: always },
};

export const dispatchActs = Object.keys(from) as readonly DispatchAct[];

export const dispatchPossible = (act: DispatchAct, standing: DispatchStanding): boolean =>
  from[act][standing.state]?.(standing) ?? false;
