import type { DomainError } from '@dangwu/platform/errors';
import type { RuleInForce } from '@dangwu/rules';
import { DispatchCheckKind, DispatchKind } from './dispatch.enums';
import { dispatchErrors } from './dispatch.errors';
import { hiddenRequest, severalMatters } from './dispatch-wording';
import type { Superior, Surroundings } from './surroundings';

const { REQUEST, REPORT } = DispatchKind;

/** A dispatch as it is written, with where its sender stands. */
export interface WrittenDispatch {
  readonly kind: DispatchKind;
  readonly title: string;
  readonly body: string;
  readonly superior: Superior | null;
  readonly levelReason: string | null;
  readonly copies: readonly string[];
  readonly actOn: string | null;
  readonly urgentReason: string | null;
}

/** What a check found. */
export interface CheckedDispatch {
  readonly kind: DispatchCheckKind;
  readonly rule: RuleInForce;
  /** what stands in the way, in words; null: nothing does */
  readonly refusal: DomainError | null;
  /** whether that stops it from being issued, or is only told */
  readonly refuses: boolean;
}

interface Check {
  readonly rule: string;
  readonly of: readonly DispatchKind[];
  /** only tells those of these kinds */
  readonly tells?: DispatchKind;
  find(written: WrittenDispatch, around: Surroundings, rule: RuleWords, today: string): DomainError | null;
}
type RuleWords = ReturnType<typeof wordsOf>;

const wordsOf = ({ name, basis }: RuleInForce) => ({
  ruleZh: `“${name.zh}”`,
  ruleEn: `"${name.en}"`,
  basisZh: basis.zh,
  basisEn: basis.en,
});

/** Each with its rule, whose article its refusal names. */
const checks: Readonly<Record<DispatchCheckKind, Check>> = {
  ONE_LEVEL_UP: {
    rule: 'req.level',
    of: [REQUEST, REPORT],
    find: ({ superior, levelReason }, { superiors }, rule) =>
      superior && superior.level > 1 && !levelReason
        ? dispatchErrors.DISPATCH_LEVEL({ superior: superior.name, next: superiors[0]?.name ?? '', ...rule })
        : null,
  },
  ONE_MATTER: {
    rule: 'req.oneMatter',
    of: [REQUEST, REPORT],
    // there are reports on all the work of a year; what is asked for is asked for one by one
    tells: REPORT,
    find: ({ title }, _, rule) => {
      const matters = severalMatters(title);
      return matters.length ? dispatchErrors.DISPATCH_ONE_MATTER({ matters, ...rule }) : null;
    },
  },
  NO_HIDDEN_REQUEST: {
    rule: 'req.hidden',
    of: [REPORT],
    find: ({ title, body }, _, rule) => {
      const phrase = hiddenRequest(`${title}\n${body}`);
      return phrase ? dispatchErrors.DISPATCH_HIDDEN_REQUEST({ phrase, ...rule }) : null;
    },
  },
  BEFORE_THE_ACT: {
    rule: 'req.before',
    of: [REQUEST],
    find: ({ actOn, urgentReason }, _, rule, today) =>
      actOn && actOn <= today && !urgentReason ? dispatchErrors.DISPATCH_BEFORE({ on: actOn, ...rule }) : null,
  },
  NOT_COPIED_BELOW: {
    rule: 'req.copies',
    of: [REQUEST],
    find: (_, { below: names }, rule) =>
      names.length ? dispatchErrors.DISPATCH_COPIED_BELOW({ names, ...rule }) : null,
  },
  GUIDE_COPIED: {
    rule: 'req.guided',
    of: [REQUEST, REPORT],
    find: ({ copies, superior }, { guide }, rule) =>
      guide && superior?.name !== guide && !copies.includes(guide)
        ? dispatchErrors.DISPATCH_GUIDE_COPY({ guide, ...rule })
        : null,
  },
};

/** All checks that a dispatch of its kind undergoes, with what they found. Pure: drafting shows what issuing refuses. */
export function checkDispatch(written: WrittenDispatch, around: Surroundings, today: string): CheckedDispatch[] {
  return Object.values(DispatchCheckKind)
    .filter((kind) => checks[kind].of.includes(written.kind))
    .map((kind) => {
      const { rule: key, tells, find } = checks[kind];
      const rule = around.rule(key);
      const refusal = find(written, around, wordsOf(rule), today);
      return { kind, rule, refusal, refuses: refusal !== null && tells !== written.kind };
    });
}
