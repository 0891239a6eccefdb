import { sessionActs, sessionPossible } from './session-lifecycle';
import { SessionState } from './session.enums';

// by hand: one row a state, one letter an act in the order of the head
const table = `
            change changeRoster agenda notify cancel
PLANNED     x      x            x      x      x
NOTIFIED    x      x            x      .      x
OPEN        .      .            .      .      .
CLOSED      .      .            .      .      .
CANCELLED   .      .            .      .      .`;
const [head, ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

it('every state and every act stands in the table', () => {
  expect(head).toEqual(sessionActs);
  expect(rows.map(([state]) => state)).toEqual(Object.values(SessionState));
});

it.each(rows)('what is done to a session that is %s', (state, ...cells) => {
  const expected = head!.filter((_, i) => cells[i] === 'x');
  expect(sessionActs.filter((act) => sessionPossible(act, state as SessionState))).toEqual(expected);
});
