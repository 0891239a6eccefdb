import type { Messages } from '@dangwu/platform/errors';
import type { RuleInForce } from '@dangwu/rules';
import { FlagSeverity, OrganizationStatus, OrganizationType, type OrganizationFlagCode } from '../organization.enums';
import { plusMonths, termRuleOf } from '../organization-rules';
import type { RegisteredMembers } from './registered-members';

export type FlagCode = `${OrganizationFlagCode}`;
export type FlagParams = Readonly<Record<string, string | number>>;

/** The rules a flag can come from. */
export const flagRuleKeys = [
  'joint.trigger',
  'branch.size.max',
  'committee.size.min',
  'committee.required',
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
  /** null where nobody was ever registered: then what is reported counts */
  readonly registered: RegisteredMembers | null;
  readonly foundedOn: string | null;
  readonly termEndsOn: string | null;
}

export type RulesByKey = ReadonlyMap<string, RuleInForce>;

/** The flags of one organization on a day. A rule that is not in force, or in words, raises none. */
export function flagsOf(facts: FlagFacts, rules: RulesByKey, on: string): Flag[] {
  if (facts.status !== OrganizationStatus.ACTIVE) return [];
  return [sizeFlag(facts, rules, on), committeeFlag(facts, rules), termFlag(facts, rules, on)].filter(
    (flag) => flag !== undefined,
  );
}

const { BRANCH, JOINT_BRANCH, GENERAL_BRANCH } = OrganizationType;

function sizeFlag(facts: FlagFacts, rules: RulesByKey, on: string): Flag | undefined {
  const { type, registered } = facts;
  const members = registered?.members ?? facts.reportedMemberCount;
  if (members === null) return undefined;
  const counted = registered
    ? { since: registered.since, source: 'REGISTERED' }
    : { since: facts.reportedOn ?? on, source: 'REPORTED' };
  const flag = (code: FlagCode, key: string, count: number, exceeds: Exceeds): Flag | undefined =>
    limitFlag(rules, { code, key, count, ...counted }, exceeds);
  const branch = type === BRANCH || type === JOINT_BRANCH;
  // the regulation counts full members; a report does not tell them apart
  const full = registered?.full ?? members;
  return (
    (type === BRANCH ? flag('JOINT_BRANCH_DUE', 'joint.trigger', full, (count, least) => count < least) : undefined) ??
    (branch || type === GENERAL_BRANCH
      ? flag('COMMITTEE_DUE', 'committee.size.min', members, (count, limit) => count > limit)
      : undefined) ??
    (branch ? flag('GENERAL_BRANCH_DUE', 'branch.size.max', members, (count, most) => count > most) : undefined)
  );
}

/** Only the register tells full members and committees. */
function committeeFlag({ type, registered }: FlagFacts, rules: RulesByKey): Flag | undefined {
  if (!registered || registered.committee || (type !== BRANCH && type !== JOINT_BRANCH)) return undefined;
  const { full: count, since } = registered;
  const asked = {
    code: 'BRANCH_COMMITTEE_DUE',
    key: 'committee.required',
    count,
    since,
    source: 'REGISTERED',
  } as const;
  return limitFlag(rules, asked, (full, least) => full >= least);
}

type Exceeds = (count: number, limit: number) => boolean;

interface Counted {
  readonly code: FlagCode;
  readonly key: string;
  readonly count: number;
  readonly since: string;
  readonly source: string;
}

function limitFlag(
  rules: RulesByKey,
  { code, key, count, since, source }: Counted,
  exceeds: Exceeds,
): Flag | undefined {
  const rule = rules.get(key);
  const limit = rule?.parsed?.numerator;
  if (!rule || limit === undefined || !exceeds(count, limit)) return undefined;
  return { code, severity: severityOf(rule), rule, params: { members: count, limit, source }, since };
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

/** Who counted, and whom; flags stored before members were registered do not say it. */
function counted({ source, members }: FlagParams, full = false): Messages {
  if (source !== 'REGISTERED') return { zh: `上报党员 ${members} 人`, en: `${members} members reported` };
  return {
    zh: `登记的${full ? '正式' : ''}党员 ${members} 人`,
    en: `${members} ${full ? 'full ' : ''}members registered`,
  };
}

const texts: Readonly<Record<FlagCode, (params: FlagParams) => Messages>> = {
  JOINT_BRANCH_DUE: (params) => ({
    zh: `${counted(params, true).zh}，不足 ${params['limit']} 人：应当与邻近单位成立联合党支部。`,
    en: `${counted(params, true).en}, fewer than ${params['limit']}: a joint branch with neighbouring units is due.`,
  }),
  GENERAL_BRANCH_DUE: (params) => ({
    zh: `${counted(params).zh}，超过 ${params['limit']} 人：请研究改设党总支，或者分设党支部。`,
    en: `${counted(params).en}, more than ${params['limit']}: consider a general branch, or several branches.`,
  }),
  COMMITTEE_DUE: (params) => ({
    zh: `${counted(params).zh}，超过 ${params['limit']} 人：请研究改设党委，须报上级批准。`,
    en: `${counted(params).en}, more than ${params['limit']}: consider a committee; the superior approves it.`,
  }),
  BRANCH_COMMITTEE_DUE: ({ members, limit }) => ({
    zh: `登记的正式党员 ${members} 人，达到 ${limit} 人，没有登记支部委员会：应当设立支委会，已设立的请登记班子。`,
    en: `${members} full members registered, ${limit} or more, and no branch committee: elect one, or register its team.`,
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
