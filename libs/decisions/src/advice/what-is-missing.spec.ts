import { AdviceKind, AdviceState } from './advice.enums';
import { SessionRequirement, whatIsMissing } from './what-is-missing';

const { EXPERT, LEGAL } = AdviceKind;
const { EXPERT_OPINION, LEGAL_CHECK } = SessionRequirement;
const rule = { expertOpinion: true, legalCheck: true };
const given = (kind: AdviceKind) => ({ kind, state: AdviceState.GIVEN });

it.each([
  ['neither opinion', [], [EXPERT_OPINION, LEGAL_CHECK]],
  ['the legal check alone', [given(EXPERT)], [LEGAL_CHECK]],
  [
    'opinions that are only asked for, declined or revoked',
    [AdviceState.ASKED, AdviceState.DECLINED, AdviceState.REVOKED].flatMap((state) => [
      { kind: EXPERT, state },
      { kind: LEGAL, state },
    ]),
    [EXPERT_OPINION, LEGAL_CHECK],
  ],
  ['nothing', [given(EXPERT), given(LEGAL)], []],
] as const)('lacks %s', (_, advice, expected) => {
  expect(whatIsMissing({ advice }, rule)).toEqual(expected);
});

it('lacks what its rule asks for, and nothing of what another asks', () => {
  expect(whatIsMissing({ advice: [] }, { expertOpinion: false, legalCheck: false })).toEqual([]);
});
