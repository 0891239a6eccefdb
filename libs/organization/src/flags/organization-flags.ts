import type { Messages } from '@dangwu/platform/errors';
import type { RuleInForce } from '@dangwu/rules';
import { FlagSeverity, OrganizationStatus, OrganizationType, type OrganizationFlagCode } from '../organization.enums';
import { plusMonths, termRuleOf } from '../organization-rules';

/** "7 or more full members without a branch committee" cannot be told before members and posts are registered. */
export type FlagCode = `${OrganizationFlagCode}`;
export type FlagParams = Readonly<Record<string, string | number>>;

/** The rules a flag can come from. */
export const flagRuleKeys = [
  'joint.trigger',
  'branch.size.max',
  'committee.size.min',
  'term.remind',
  'term.committee',
  'term.generalBranch',
  'term.branch',
] as const;

export interface Flag {
  readonly code: FlagCode;
  readonly severity: FlagSeverity;
  readonly rule: RuleInForce;
  readonly params: FlagParams;
  /** from which day it stands */
  readonly since: string;
}

/** Whether two flags say the same, be it since another day. */
export const isSameFlag = (one: Flag, other: Flag): boolean =>
  one.code === other.code &&
  one.rule.id === other.rule.id &&
  one.severity === other.severity &&
  Object.keys(one.params).every((name) => one.params[name] === other.params[name]);

/** What flags are computed from. */
export interface FlagFacts {
  readonly type: OrganizationType;
  readonly status: OrganizationStatus;
  readonly reportedMemberCount: number | null;
  readonly reportedOn: string | null;
  readonly foundedOn: string | null;
  readonly termEndsOn: string | null;
}

export type RulesByKey = ReadonlyMap<string, RuleInForce>;

/** The flags of one organization on a day. A rule that is not in force, or in words, raises none. */
export function flagsOf(facts: FlagFacts, rules: RulesByKey, on: string): Flag[] {
  if (facts.status !== OrganizationStatus.ACTIVE) return [];
  return [sizeFlag(facts, rules, on), termFlag(facts, rules, on)].filter((flag) => flag !== undefined);
}

const { BRANCH, JOINT_BRANCH, GENERAL_BRANCH } = OrganizationType;

function sizeFlag(facts: FlagFacts, rules: RulesByKey, on: string): Flag | undefined {
  const { type, reportedMemberCount: members } = facts;
  const since = facts.reportedOn ?? on;
  if (members === null || since > on) return undefined;
  const flag = (code: FlagCode, key: string, exceeds: (limit: number) => boolean): Flag | undefined => {
    const rule = rules.get(key);
    const limit = rule?.parsed?.numerator;
    if (!rule || limit === undefined || !exceeds(limit)) return undefined;
    return { code, severity: severityOf(rule), rule, params: { members, limit }, since };
  };
  const branch = type === BRANCH || type === JOINT_BRANCH;
  return (
    (type === BRANCH ? flag('JOINT_BRANCH_DUE', 'joint.trigger', (least) => members < least) : undefined) ??
    (branch || type === GENERAL_BRANCH
      ? flag('COMMITTEE_DUE', 'committee.size.min', (limit) => members > limit)
      : undefined) ??
    (branch ? flag('GENERAL_BRANCH_DUE', 'branch.size.max', (most) => members > most) : undefined)
  );
}

function termFlag(facts: FlagFacts, rules: RulesByKey, on: string): Flag | undefined {
  const { termEndsOn } = facts;
  const termKey = termRuleOf(facts.type);
  if (!termEndsOn || !termKey) return undefined;
  if (termEndsOn <= on) {
    const rule = rules.get(termKey);
    return (
      rule && { code: 'TERM_OVERDUE', severity: severityOf(rule), rule, params: { termEndsOn }, since: termEndsOn }
    );
  }
  const rule = rules.get('term.remind');
  const months = rule?.parsed?.numerator;
  if (!rule || months === undefined) return undefined;
  const since = plusMonths(termEndsOn, -months);
  return since <= on
    ? { code: 'TERM_ENDS_SOON', severity: severityOf(rule), rule, params: { termEndsOn, months }, since }
    : undefined;
}

const severityOf = (rule: RuleInForce): FlagSeverity =>
  rule.strength === 'MUST' ? FlagSeverity.REFUSAL : FlagSeverity.ALERT;

const texts: Readonly<Record<FlagCode, (params: FlagParams) => Messages>> = {
  JOINT_BRANCH_DUE: ({ members, limit }) => ({
    zh: `上报党员 ${members} 人，不足 ${limit} 人：应当与邻近单位成立联合党支部。`,
    en: `${members} members reported, fewer than ${limit}: a joint branch with neighbouring units is due.`,
  }),
  GENERAL_BRANCH_DUE: ({ members, limit }) => ({
    zh: `上报党员 ${members} 人，超过 ${limit} 人：请研究改设党总支，或者分设党支部。`,
    en: `${members} members reported, more than ${limit}: consider a general branch, or several branches.`,
  }),
  COMMITTEE_DUE: ({ members, limit }) => ({
    zh: `上报党员 ${members} 人，超过 ${limit} 人：请研究改设党委，须报上级批准。`,
    en: `${members} members reported, more than ${limit}: consider a committee; the superior approves it.`,
  }),
  TERM_ENDS_SOON: ({ termEndsOn, months }) => ({
    zh: `本届任期到 ${termEndsOn} 届满，离届满不到 ${months} 个月：请着手准备换届。`,
    en: `The term ends on ${termEndsOn}, in less than ${months} months: prepare the election.`,
  }),
  TERM_OVERDUE: ({ termEndsOn }) => ({
    zh: `本届任期已在 ${termEndsOn} 届满：请按期换届；延期须经上级批准，一般不超过一年。`,
    en: `The term ended on ${termEndsOn}: hold the election. A delay needs approval, normally one year at most.`,
  }),
};

/** What a flag says to people. */
export const flagMessage = (code: FlagCode, params: FlagParams): Messages => texts[code](params);
