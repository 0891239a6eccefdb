import { CouncilOutcome, OpinionKind } from '../../matter/matter.enums';
import { SessionBody } from '../session.enums';
import { faultOfConclusion, outcomeOf, type Conclusion, type CountedVote } from './conclusion-rules';

const party = (passed: boolean | null): CountedVote => ({ body: SessionBody.PARTY, passed });
const council = (passed: boolean | null): CountedVote => ({ body: SessionBody.COUNCIL, passed });
const agree: Conclusion = { matter: true, opinion: OpinionKind.AGREE, text: '', votes: [party(true)] };

it.each([
  ['agreeing takes a vote that was passed', agree, null],
  ['… which a lost one is not', { ...agree, votes: [party(false)] }, 'AGREE_NEEDS_VOTE'],
  ['… nor none', { ...agree, votes: [] }, 'AGREE_NEEDS_VOTE'],
  ['… nor that of the council alone', { ...agree, votes: [council(true)] }, 'AGREE_NEEDS_VOTE'],
  ['… and the council may decide otherwise', { ...agree, votes: [party(true), council(false)] }, null],
  ['no conclusion while a vote is open', { ...agree, votes: [party(true), council(null)] }, 'VOTE_OPEN'],
  ['a matter takes an opinion', { ...agree, opinion: null }, 'OPINION_MISSING'],
  ['… which says why unless it agrees', { ...agree, opinion: OpinionKind.DEFER, votes: [] }, 'OPINION_MISSING'],
  ['… and may do without a vote then', { ...agree, opinion: OpinionKind.DEFER, text: '待补充', votes: [] }, null],
  ['a vote that was passed binds', { ...agree, opinion: OpinionKind.DEFER, text: '待补充' }, 'AGAINST_VOTE'],
  ['what is heard has no opinion', { ...agree, matter: false, votes: [] }, 'HEARD_ONLY'],
  ['… and ends without one', { ...agree, matter: false, opinion: null, votes: [] }, null],
] as const satisfies readonly (readonly [string, Conclusion, string | null])[])('%s', (_, conclusion, fault) => {
  expect(faultOfConclusion(conclusion)).toBe(fault);
});

it('takes the vote of the standing council for its decision', () => {
  expect(outcomeOf([party(true)])).toBeNull();
  expect(outcomeOf([party(true), council(true)])).toBe(CouncilOutcome.ADOPTED);
  expect(outcomeOf([party(true), council(false)])).toBe(CouncilOutcome.NOT_ADOPTED);
});
