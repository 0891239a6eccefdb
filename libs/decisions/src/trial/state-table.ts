/**
 * What can be done to a matter where it stands, written by hand from the domain. Specs compare the code with it, and the
 * README shows it; the code does not read it.
 */

/** Places of the state machine: a state, and what else decides. */
export const standings = {
  draft: { state: 'DRAFT', reviewRequired: true, opinion: null, outcome: null },
  submitted: { state: 'SUBMITTED', reviewRequired: true, opinion: null, outcome: null },
  returned: { state: 'RETURNED', reviewRequired: true, opinion: null, outcome: null },
  accepted: { state: 'ACCEPTED', reviewRequired: true, opinion: null, outcome: null },
  'accepted, no review asked': { state: 'ACCEPTED', reviewRequired: false, opinion: null, outcome: null },
  scheduled: { state: 'SCHEDULED', reviewRequired: true, opinion: null, outcome: null },
  'reviewed: agree': { state: 'REVIEWED', reviewRequired: true, opinion: 'AGREE', outcome: null },
  'reviewed: amend': { state: 'REVIEWED', reviewRequired: true, opinion: 'AMEND_AND_RESUBMIT', outcome: null },
  'reviewed: defer': { state: 'REVIEWED', reviewRequired: true, opinion: 'DEFER', outcome: null },
  'reviewed: do not submit': { state: 'REVIEWED', reviewRequired: true, opinion: 'DO_NOT_SUBMIT', outcome: null },
  forwarded: { state: 'FORWARDED', reviewRequired: true, opinion: 'AGREE', outcome: null },
  'decided: adopted': { state: 'DECIDED', reviewRequired: true, opinion: 'AGREE', outcome: 'ADOPTED' },
  'decided: with changes': {
    state: 'DECIDED',
    reviewRequired: true,
    opinion: 'AGREE',
    outcome: 'ADOPTED_WITH_CHANGES',
  },
  'decided: not adopted': { state: 'DECIDED', reviewRequired: true, opinion: 'AGREE', outcome: 'NOT_ADOPTED' },
  'in execution': { state: 'IN_EXECUTION', reviewRequired: true, opinion: 'AGREE', outcome: 'ADOPTED' },
  closed: { state: 'CLOSED', reviewRequired: true, opinion: 'AGREE', outcome: 'ADOPTED' },
  withdrawn: { state: 'WITHDRAWN', reviewRequired: true, opinion: null, outcome: null },
} as const;
export type StandingName = keyof typeof standings;

/** One column an act. x: possible. */
export const stateTable = `
| stands at                 | change | submit | withdraw | accept | return | schedule | unschedule | review | resume | forward | decide | execute | close |
| ------------------------- | ------ | ------ | -------- | ------ | ------ | -------- | ---------- | ------ | ------ | ------- | ------ | ------- | ----- |
| draft                     | x      | x      | x        |        |        |          |            |        |        |         |        |         |       |
| submitted                 |        |        | x        | x      | x      |          |            |        |        |         |        |         |       |
| returned                  | x      | x      | x        |        |        |          |            |        |        |         |        |         |       |
| accepted                  |        |        | x        |        |        | x        |            |        |        |         |        |         |       |
| accepted, no review asked |        |        | x        |        |        |          |            |        |        | x       |        |         |       |
| scheduled                 |        |        | x        |        |        |          | x          | x      |        |         |        |         |       |
| reviewed: agree           |        |        | x        |        |        |          |            |        |        | x       |        |         |       |
| reviewed: amend           | x      | x      | x        |        |        |          |            |        |        |         |        |         |       |
| reviewed: defer           |        |        | x        |        |        |          |            |        | x      |         |        |         |       |
| reviewed: do not submit   |        |        | x        |        |        |          |            |        |        |         |        |         | x     |
| forwarded                 |        |        |          |        |        |          |            |        |        |         | x      |         |       |
| decided: adopted          |        |        |          |        |        |          |            |        |        |         |        | x       |       |
| decided: with changes     |        |        |          |        |        |          |            |        |        |         |        | x       |       |
| decided: not adopted      |        |        |          |        |        |          |            |        |        |         |        |         | x     |
| in execution              |        |        |          |        |        |          |            |        |        |         |        |         | x     |
| closed                    |        |        |          |        |        |          |            |        |        |         |        |         |       |
| withdrawn                 |        |        |          |        |        |          |            |        |        |         |        |         |       |
`.trim();

/** Who may do what there is a mutation for, at the organization that proposes. Everybody else is told FORBIDDEN. */
export const actors = {
  change: ['secretary', 'branch staff', 'association staff', 'client'],
  submit: ['secretary', 'branch staff', 'association staff', 'client'],
  withdraw: ['secretary', 'branch staff', 'association staff', 'client'],
  accept: ['association staff'],
  return: ['association staff'],
  forward: ['association staff'],
  decide: ['association staff'],
  resume: ['association staff'],
  execute: ['association staff'],
  close: ['association staff'],
} as const;

/** The acts that are possible at a place, by the table. */
export function actsAt(name: StandingName): ReadonlySet<string> {
  const [head, , ...rows] = stateTable.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const row = rows.find(([first]) => first === name);
  if (!row) throw new Error(`The table has no row "${name}"`);
  return new Set(head!.slice(1).filter((_, i) => row[i + 1] === 'x'));
}
