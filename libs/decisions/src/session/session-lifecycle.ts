import { SessionState } from './session.enums';

/** What is done to a session while it is planned. What is done in the room stands with the room. */
export type SessionAct = 'change' | 'changeRoster' | 'agenda' | 'notify' | 'cancel';

const { PLANNED, NOTIFIED } = SessionState;

/** From which states each is possible. From the moment it sits, roster and agenda belong to the room. */
const from: Readonly<Record<SessionAct, readonly SessionState[]>> = {
  change: [PLANNED, NOTIFIED],
  changeRoster: [PLANNED, NOTIFIED],
  agenda: [PLANNED, NOTIFIED],
  notify: [PLANNED],
  cancel: [PLANNED, NOTIFIED],
};

export const sessionActs = Object.keys(from) as readonly SessionAct[];

export const sessionPossible = (act: SessionAct, state: SessionState): boolean => from[act].includes(state);
