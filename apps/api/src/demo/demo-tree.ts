import { newId } from '@dangwu/platform/ids';
import { OrganizationType, ParentRelation, Tier, type OrganizationFacts } from '@dangwu/organization';
import { earlyDays, lateDays, Terms, type TermState } from './demo-terms';
import { enterprises, fields, offices, unitName, unitPlans } from './demo-names';

const { FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH, BRANCH, JOINT_BRANCH } = OrganizationType;
const { PARTY_GROUP, WORKING_GROUP, LEADING_GROUP, EXPERT_GROUP } = OrganizationType;

/** Organizations that were entered on one day. */
export interface Roster {
  readonly recordedOn: string;
  readonly organizations: readonly OrganizationFacts[];
}

export interface DemoTree {
  readonly rosters: readonly Roster[];
  readonly root: string;
  /** by code */
  id(code: string): string;
}

interface Planned {
  readonly code: string;
  readonly name: string;
  readonly type: OrganizationType;
  readonly under: string;
  readonly tier: Tier;
  readonly relation?: ParentRelation;
  readonly members?: number;
  readonly term?: TermState;
  readonly late?: boolean;
}

const rootCode = 'DZ0001';

/** The association's tree. Terms are laid around today, so that the demo shows the same whenever it is loaded. */
export function buildTree(today: string): DemoTree {
  const terms = new Terms(today);
  const ids = new Map<string, string>();
  const since = new Map<string, string>();
  const early: OrganizationFacts[] = [];
  const late: OrganizationFacts[] = [];
  const id = (code: string): string => {
    const known = ids.get(code);
    if (!known) throw new Error(`The demo has no organization ${code}`);
    return known;
  };

  const add = (planned: Planned): void => {
    const { code, name, type, under, tier, members, term = 'RUNNING', late: isLate = false } = planned;
    const foundedOn = terms.foundedOn(type, term, isLate);
    const above = since.get(under) ?? foundedOn;
    // older than its parent: it stands in this tree since the parent does
    const effectiveOn = foundedOn < above ? above : foundedOn;
    ids.set(code, newId());
    since.set(code, effectiveOn);
    (isLate ? late : early).push({
      id: id(code),
      parentId: id(under),
      relation: planned.relation ?? ParentRelation.LEADS,
      type,
      tier,
      name,
      code,
      foundedOn,
      effectiveOn,
      basis: `关于成立${name}的批复（示党字〔${foundedOn.slice(0, 4)}〕${terms.whole(3, 60)}号）`,
      ...(members === undefined ? {} : { reportedMemberCount: members, reportedOn: terms.day(-45) }),
    });
  };

  ids.set(rootCode, newId());
  since.set(rootCode, '2019-02-01');
  early.push({
    id: id(rootCode),
    parentId: null,
    relation: null,
    type: FUNCTIONAL_COMMITTEE,
    tier: Tier.COUNCIL,
    name: '示范行业协会党委（功能型）',
    code: rootCode,
    foundedOn: '2019-02-01',
    effectiveOn: '2019-02-01',
    termYears: 5,
    basis: '关于同意成立示范行业协会功能型党委的批复（示工委〔2019〕4号）',
  });
  council(add);
  secretariat(add);
  owned(add);
  institutions(add, terms);
  memberUnits(add, terms);
  return {
    rosters: [
      { recordedOn: terms.day(-earlyDays), organizations: early },
      { recordedOn: terms.day(-lateDays), organizations: late },
    ],
    root: id(rootCode),
    id,
  };
}

type Add = (planned: Planned) => void;

function council(add: Add): void {
  const of = { under: rootCode, tier: Tier.COUNCIL };
  add({ ...of, code: 'LS-01', name: '示范行业协会党建工作领导小组', type: LEADING_GROUP, members: 11 });
  add({ ...of, code: 'LS-02', name: '示范行业协会党建专家组', type: EXPERT_GROUP, members: 9 });
}

function secretariat(add: Add): void {
  const tier = Tier.SECRETARIAT;
  const members = offices.reduce((sum, office) => sum + office.members, 0);
  add({ code: 'JG-00', name: '示范行业协会机关党总支', type: GENERAL_BRANCH, under: rootCode, tier, members });
  offices.forEach(({ name, members, groups = 0, term }, i) => {
    const code = `JG-${String(i + 1).padStart(2, '0')}`;
    add({ code, name: `${name}党支部`, type: BRANCH, under: 'JG-00', tier, members, term });
    for (let n = 1; n <= groups; n++) {
      const group = `${name}第${'一二三'[n - 1]}党小组`;
      const share = Math.floor(members / groups);
      add({ code: `${code}-${n}`, name: group, type: PARTY_GROUP, under: code, tier, members: share });
    }
  });
}

function owned(add: Add): void {
  const tier = Tier.ENTERPRISE;
  enterprises.forEach(({ name, type, members, branches = [], term }, i) => {
    const code = `QY-${String(i + 1).padStart(2, '0')}`;
    const suffix = { COMMITTEE: '党委', GENERAL_BRANCH: '党总支', BRANCH: '党支部' }[type];
    add({ code, name: `${name}${suffix}`, type: OrganizationType[type], under: rootCode, tier, members, term });
    branches.forEach((branch, n) =>
      add({
        code: `${code}-${n + 1}`,
        name: `${name}${branch.name}党支部`,
        type: BRANCH,
        under: code,
        tier,
        members: branch.members,
        term: branch.term,
      }),
    );
  });
}

function institutions(add: Add, terms: Terms): void {
  fields.forEach((field, i) =>
    add({
      code: `FZ-${String(i + 1).padStart(2, '0')}`,
      name: `${field}分会党的工作小组`,
      type: WORKING_GROUP,
      under: rootCode,
      tier: Tier.BRANCH_INSTITUTION,
      relation: ParentRelation.GUIDES,
      members: terms.whole(3, 9),
    }),
  );
}

function memberUnits(add: Add, terms: Terms): void {
  const tier = Tier.MEMBER_UNIT;
  const relation = ParentRelation.GUIDES;
  unitPlans.forEach(({ type, branches, members, term }, i) => {
    const name = unitName(i);
    const code = `HY-${String(i + 1).padStart(3, '0')}`;
    const late = term !== 'OVERDUE';
    const suffix = { COMMITTEE: '党委', GENERAL_BRANCH: '党总支', BRANCH: '党支部', JOINT_BRANCH: '联合党支部' }[type];
    const [least, most] = { COMMITTEE: [120, 420], GENERAL_BRANCH: [52, 96], BRANCH: [4, 38], JOINT_BRANCH: [5, 18] }[
      type
    ] as [number, number];
    const count = members ?? terms.whole(least, most);
    const place = { under: rootCode, tier, relation, late, term };
    add({
      ...place,
      code,
      name: `${name}${suffix}`,
      type: { COMMITTEE, GENERAL_BRANCH, BRANCH, JOINT_BRANCH }[type],
      members: count,
    });
    for (let n = 1; n <= branches; n++)
      add({
        code: `${code}-${n}`,
        name: `${name}第${'一二三四五六'[n - 1]}党支部`,
        type: BRANCH,
        under: code,
        tier,
        members: terms.whole(6, 46),
        late,
        term: terms.whole(1, 14) === 1 ? 'SOON' : 'RUNNING',
      });
  });
}
