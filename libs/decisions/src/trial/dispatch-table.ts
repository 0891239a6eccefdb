/** What can be done to a dispatch where it stands, written by hand from the domain. Specs compare the code with it. */

const unasked = { followUpAsked: false, followedUpOn: null } as const;
const owed = { followUpAsked: true, followedUpOn: null } as const;
const told = { followUpAsked: true, followedUpOn: '2026-09-01' } as const;

/** Places of the state machine: a state, and what else decides. */
export const dispatchStandings = {
  'draft request': { kind: 'REQUEST', state: 'DRAFT', ...unasked },
  'draft report': { kind: 'REPORT', state: 'DRAFT', ...unasked },
  'issued request': { kind: 'REQUEST', state: 'ISSUED', ...unasked },
  'issued request, acted on': { kind: 'REQUEST', state: 'ISSUED', ...owed },
  'issued report': { kind: 'REPORT', state: 'ISSUED', ...unasked },
  'received request': { kind: 'REQUEST', state: 'RECEIVED', ...unasked },
  'received report': { kind: 'REPORT', state: 'RECEIVED', ...unasked },
  'replied, nothing asked': { kind: 'REQUEST', state: 'REPLIED', ...unasked },
  'replied, follow-up owed': { kind: 'REQUEST', state: 'REPLIED', ...owed },
  'replied, followed up': { kind: 'REQUEST', state: 'REPLIED', ...told },
  'closed request': { kind: 'REQUEST', state: 'CLOSED', ...told },
  'closed report': { kind: 'REPORT', state: 'CLOSED', ...unasked },
  withdrawn: { kind: 'REQUEST', state: 'WITHDRAWN', ...unasked },
} as const;
export type DispatchStandingName = keyof typeof dispatchStandings;

/** One column an act. x: possible. */
export const dispatchTable = `
| stands at                | change | issue | receive | reply | followUp | close | withdraw |
| ------------------------ | ------ | ----- | ------- | ----- | -------- | ----- | -------- |
| draft request            | x      | x     |         |       |          |       | x        |
| draft report             | x      | x     |         |       |          |       | x        |
| issued request           |        |       | x       |       |          |       | x        |
| issued request, acted on |        |       | x       |       |          |       | x        |
| issued report            |        |       | x       |       |          |       | x        |
| received request         |        |       |         | x     |          |       |          |
| received report          |        |       |         |       |          | x     |          |
| replied, nothing asked   |        |       |         |       |          | x     |          |
| replied, follow-up owed  |        |       |         |       | x        |       |          |
| replied, followed up     |        |       |         |       |          | x     |          |
| closed request           |        |       |         |       |          |       |          |
| closed report            |        |       |         |       |          |       |          |
| withdrawn                |        |       |         |       |          |       |          |
`.trim();
