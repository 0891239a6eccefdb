import {
  CoverageKind,
  UnitKind,
  UnitLedger,
  Tier,
  type Actor,
  type NewUnit,
  type UnitFacts,
} from '@dangwu/organization';
import type { EntityManager } from 'typeorm';
import { enterprises, fields, offices, unitName, unitPlans } from './demo-names';
import { Terms } from './demo-terms';
import type { DemoTree } from './demo-tree';

const { OWN_ORGANIZATION, JOINT_ORGANIZATION, LIAISON, UNCOVERED } = CoverageKind;
const root = 'DZ0001';
const two = (i: number): string => String(i + 1).padStart(2, '0');
const three = (i: number): string => String(i + 1).padStart(3, '0');

/** Liaisons whom the secretariat sends. Invented. */
const liaisons = ['周敏', '陈立', '何晓', '孙维', '郑宁'];

/** The character that makes seventeen others a unified social credit code (GB 32100-2015). */
function withCheck(body: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let [sum, weight] = [0, 1];
  for (const one of body) {
    sum += alphabet.indexOf(one) * weight;
    weight = (weight * 3) % 31;
  }
  return body + alphabet[(31 - (sum % 31)) % 31]!;
}

/** Units around the tree of the demo: most are covered, some could have an organization and have none. */
export function demoUnits(tree: DemoTree, today: string): UnitFacts[] {
  const terms = new Terms(today);
  const units: UnitFacts[] = [];
  const add = (unit: Partial<UnitFacts> & Pick<UnitFacts, 'name' | 'kind' | 'tier' | 'coverage'>, at: string): void => {
    const covered = unit.coverage === OWN_ORGANIZATION || unit.coverage === JOINT_ORGANIZATION;
    const members = unit.partyMemberCount ?? 0;
    units.push({
      organizationId: tree.id(at),
      code: null,
      // the fictitious region 99: nobody has such a code
      uscc: unit.kind === UnitKind.INTERNAL_DEPARTMENT ? null : withCheck(`51990000${terms.whole(1e8, 999_999_999)}`),
      coveredById: covered ? tree.id(at) : null,
      liaison: null,
      partyMemberCount: members,
      employeeCount: members * terms.whole(3, 12) + terms.whole(4, 60),
      joinedOn: null,
      foundedOn: null,
      closedOn: null,
      ...unit,
    });
  };
  departments(add);
  owned(add);
  branchInstitutions(add, terms);
  members(add, terms);
  return units;
}

type Add = (unit: Partial<UnitFacts> & Pick<UnitFacts, 'name' | 'kind' | 'tier' | 'coverage'>, at: string) => void;

function departments(add: Add): void {
  const of = { kind: UnitKind.INTERNAL_DEPARTMENT, tier: Tier.SECRETARIAT, coverage: OWN_ORGANIZATION };
  offices.forEach(({ name, members: partyMemberCount }, i) =>
    add({ ...of, name: `协会秘书处${name}`, partyMemberCount }, `JG-${two(i)}`),
  );
}

/** The property company's branch was dissolved: nobody covers it since. */
function owned(add: Add): void {
  const of = { kind: UnitKind.OWNED_ENTERPRISE, tier: Tier.ENTERPRISE };
  enterprises.forEach(({ name, members: partyMemberCount }, i) => {
    const dissolved = two(i) === '08';
    const coverage = dissolved ? UNCOVERED : OWN_ORGANIZATION;
    add({ ...of, name, partyMemberCount, coverage }, dissolved ? root : `QY-${two(i)}`);
  });
}

function branchInstitutions(add: Add, terms: Terms): void {
  const of = { kind: UnitKind.BRANCH_INSTITUTION, tier: Tier.BRANCH_INSTITUTION };
  fields.forEach((field, i) => {
    const coverage = i % 3 === 0 ? LIAISON : JOINT_ORGANIZATION;
    const liaison = coverage === LIAISON ? liaisons[i % liaisons.length]! : null;
    const partyMemberCount = terms.whole(coverage === LIAISON ? 0 : 3, coverage === LIAISON ? 4 : 9);
    add({ ...of, name: `${field}分会`, coverage, liaison, partyMemberCount }, `FZ-${two(i)}`);
  });
}

/** The sixty that have organizations, and thirty-two that have none yet. */
function members(add: Add, terms: Terms): void {
  const of = { kind: UnitKind.MEMBER_COMPANY, tier: Tier.MEMBER_UNIT };
  const joined = () => terms.day(-terms.whole(400, 6000));
  unitPlans.forEach(({ type }, i) => {
    const coverage = type === 'JOINT_BRANCH' ? JOINT_ORGANIZATION : OWN_ORGANIZATION;
    const partyMemberCount = { COMMITTEE: 210, GENERAL_BRANCH: 70, BRANCH: 18, JOINT_BRANCH: 5 }[type] + (i % 7);
    const code = `HY${three(i)}`;
    add({ ...of, code, name: unitName(i), coverage, partyMemberCount, joinedOn: joined() }, `HY-${three(i)}`);
  });
  const kinds = [UnitKind.MEMBER_COMPANY, UnitKind.MEMBER_INSTITUTION, UnitKind.MEMBER_SOCIAL_ORGANIZATION];
  for (let i = 0; i < 32; i++) {
    const kind = kinds[i % 5 === 4 ? 2 : i % 4 === 3 ? 1 : 0]!;
    // names of the sixty come round again after twenty more
    const suffix = ['', '研究所', '促进会'][kinds.indexOf(kind)] || (i < 20 ? '' : '工程技术有限公司');
    const coverage = i % 3 === 0 ? LIAISON : UNCOVERED;
    // every fourth could found an organization of its own and has not
    const partyMemberCount = i % 4 === 1 ? terms.whole(3, 14) : terms.whole(0, 2);
    add(
      {
        ...of,
        kind,
        code: `HY${three(60 + i)}`,
        name: unitName(60 + i).replace(/(股份)?有限公司$|集团公司$/, suffix || '$&'),
        coverage,
        liaison: coverage === LIAISON ? liaisons[i % liaisons.length]! : null,
        partyMemberCount,
        joinedOn: joined(),
      },
      root,
    );
  }
}

/** Enters the units of the demo as the secretariat did it, on the day on which they reported last. */
export async function addUnits(
  tx: EntityManager,
  ledger: UnitLedger,
  actor: Actor,
  tree: DemoTree,
  today: string,
): Promise<number> {
  const units: NewUnit[] = demoUnits(tree, today).map((facts) => ({ facts }));
  const entry = {
    effectiveOn: new Terms(today).day(-20),
    basis: `会员单位党建情况摸底（示党函〔${today.slice(0, 4)}〕12号）`,
  };
  return (await ledger.register(tx, actor, units, entry)).length;
}
