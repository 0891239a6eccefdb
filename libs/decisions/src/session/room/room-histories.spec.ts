import fc from 'fast-check';
import { gateOpen } from '../../matter/matter-lifecycle';
import { MatterState, OpinionKind } from '../../matter/matter.enums';
import { DecidingBody, SpeakingOrder } from '../../review-rule/review-rule.enums';
import { histories } from '../../trial/room-commands';
import { RoomModel, votesFor, type ModelItem } from '../../trial/room-model';
import { SessionBody, SessionItemState, VoteChoice } from '../session.enums';

const { CHAIR_LAST, EVERYONE_CHAIR_LAST } = SpeakingOrder;
const items = [
  { order: CHAIR_LAST, deciding: DecidingBody.STANDING_COUNCIL },
  { order: EVERYONE_CHAIR_LAST, deciding: DecidingBody.COUNCIL },
];

/** What is reached at all: a property that nothing reaches holds of nothing. */
const reached = new Set<string>();

function check(model: RoomModel, item: ModelItem): void {
  const { matter, votes } = item;
  // no outcome without an opinion that allows it, no opinion to agree without a vote
  if (matter.outcome) expect(gateOpen({ reviewRequired: true, opinion: matter.opinion })).toBe(true);
  const agreed = votes.some(({ body, passed }) => body === SessionBody.PARTY && passed);
  if (matter.opinion === OpinionKind.AGREE) expect(agreed).toBe(true);
  const valid = votes.filter(({ over }) => over !== 'VOID');
  for (const body of Object.values(SessionBody))
    expect(valid.filter((vote) => vote.body === body).length).toBeLessThanOrEqual(1);
  if (valid.some(({ body }) => body === SessionBody.COUNCIL)) expect(agreed).toBe(true);
  for (const vote of votes) {
    const { present, entitled, needed, base } = vote.standing;
    const sum = Object.values(VoteChoice).reduce((all, choice) => all + votesFor(vote, choice), 0);
    expect(sum).toBe(vote.cast.size);
    expect(sum).toBeLessThanOrEqual(present);
    expect(vote.voters.length).toBe(present);
    expect(present).toBeLessThanOrEqual(entitled);
    expect(needed).toBeGreaterThan(0);
    expect(needed).toBeLessThanOrEqual(base);
  }
  // the chair of a body has the last word in it
  for (const body of Object.values(SessionBody)) {
    const chair = model.seats.findIndex((seat) => seat.body === body && seat.chair);
    const said = item.spoke.filter((seat) => model.seats[seat]!.body === body);
    if (said.includes(chair)) expect(said.at(-1)).toBe(chair);
  }
  if (!model.open) expect([SessionItemState.CONCLUDED, SessionItemState.REMOVED]).toContain(item.state);
  if (item.state === SessionItemState.REMOVED) expect(matter.state).toBe(MatterState.ACCEPTED);
  reached.add(`${item.state} ${matter.state} ${matter.opinion ?? ''}`.trim());
  if (matter.outcome) reached.add(matter.outcome);
}

it('keeps its promises in 10,000 random histories', () => {
  fc.assert(
    fc.property(histories(9, 2, 30), (commands) => {
      const model = new RoomModel(5, 4, items);
      for (const command of commands) {
        model.apply(command);
        const current = model.items.filter(({ state }) => state === SessionItemState.CURRENT);
        if (current.length > 1) throw new Error('Two items are being dealt with');
      }
      for (const item of model.items) check(model, item);
    }),
    { numRuns: 10_000, seed: 20260918 },
  );
  expect([...reached].sort()).toEqual(
    [
      ...['ADOPTED', 'NOT_ADOPTED', 'CONCLUDED ACCEPTED', 'CONCLUDED DECIDED AGREE', 'CONCLUDED REVIEWED AGREE'],
      ...['CONCLUDED REVIEWED AMEND_AND_RESUBMIT', 'CONCLUDED REVIEWED DEFER', 'CONCLUDED REVIEWED DO_NOT_SUBMIT'],
      ...['CURRENT SCHEDULED', 'REMOVED ACCEPTED', 'WAITING SCHEDULED'],
    ].sort(),
  );
}, 300_000);
