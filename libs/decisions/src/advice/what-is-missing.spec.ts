import { WorkCalendar } from '@dangwu/calendar';
import { AdviceKind, AdviceState } from './advice.enums';
import { earliestSession, SessionRequirement, whatIsMissing } from './what-is-missing';

const { EXPERT, LEGAL } = AdviceKind;
const { EXPERT_OPINION, LEGAL_CHECK, DAYS_AHEAD } = SessionRequirement;
const calendar = new WorkCalendar([]);
const rule = { expertOpinion: true, legalCheck: true, daysAhead: 3 };
const given = (kind: AdviceKind) => ({ kind, state: AdviceState.GIVEN });
const all = [given(EXPERT), given(LEGAL)];

describe('the first day of a session', () => {
  it.each([
    // a Friday: Saturday and Sunday do not count
    ['2026-09-11', 3, '2026-09-16'],
    ['2026-09-11', 0, '2026-09-11'],
    // over the National Day, of which only the statutory days are known here
    ['2026-09-30', 1, '2026-10-05'],
    ['2026-09-14', 5, '2026-09-21'],
  ])('papers of %s, %d working days ahead: %s', (today, daysAhead, expected) => {
    expect(earliestSession(today, { daysAhead }, calendar)).toBe(expected);
  });
});

describe('what is missing', () => {
  it.each([
    ['neither opinion', [], null, [EXPERT_OPINION, LEGAL_CHECK]],
    ['the legal check alone', [given(EXPERT)], null, [LEGAL_CHECK]],
    [
      'opinions that are only asked for, declined or revoked',
      [AdviceState.ASKED, AdviceState.DECLINED, AdviceState.REVOKED].flatMap((state) => [
        { kind: EXPERT, state },
        { kind: LEGAL, state },
      ]),
      null,
      [EXPERT_OPINION, LEGAL_CHECK],
    ],
    ['nothing', all, null, []],
    ['working days', all, '2026-09-15', [DAYS_AHEAD]],
    ['nothing on the day itself', all, '2026-09-16', []],
  ] as const)('%s', (_, advice, session, expected) => {
    const on = session && { session, today: '2026-09-11', calendar };
    expect(whatIsMissing({ urgent: false, advice }, rule, on)).toEqual(expected);
  });

  it('is what its rule asks for, and nothing of what another asks', () => {
    expect(
      whatIsMissing({ urgent: false, advice: [] }, { ...rule, expertOpinion: false, legalCheck: false }, null),
    ).toEqual([]);
  });

  it('are no days ahead when a matter is urgent, but the opinions all the same', () => {
    const on = { session: '2026-09-11', today: '2026-09-11', calendar };
    expect(whatIsMissing({ urgent: true, advice: [] }, rule, on)).toEqual([EXPERT_OPINION, LEGAL_CHECK]);
  });
});
