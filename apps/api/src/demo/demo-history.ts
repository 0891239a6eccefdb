import { OrganizationType, ParentRelation, Tier, type Actor } from '@dangwu/organization';
import type { EntityManager } from 'typeorm';
import { Terms } from './demo-terms';
import type { DemoTree } from './demo-tree';
import type { Past } from './past';

/** What happened to the tree over the last year, and what is recorded for the weeks ahead. */
export async function makeHistory(
  tx: EntityManager,
  past: Past,
  actor: Actor,
  tree: DemoTree,
  today: string,
): Promise<void> {
  const { day } = new DayCount(today);
  const entry = (code: string, offset: number, basis: string) => ({
    id: tree.id(code),
    effectiveOn: day(offset),
    basis,
  });
  const { BRANCH, GENERAL_BRANCH, WORKING_GROUP } = OrganizationType;
  const { LEADS, GUIDES } = ParentRelation;

  const grown = entry('QY-04', -330, '关于示协会展有限公司党支部改设党总支的批复（示党字〔21〕号）');
  await past.at(day(-328)).retype(tx, actor, grown, GENERAL_BRANCH);
  await past.at(day(-327)).rename(tx, actor, { ...grown, basis: grown.basis }, '示协会展有限公司党总支');
  await past.at(day(-318)).found(
    tx,
    actor,
    ['策展部', '运营部'].map((office, i) => ({
      parentId: tree.id('QY-04'),
      relation: LEADS,
      type: BRANCH,
      tier: Tier.ENTERPRISE,
      name: `示协会展有限公司${office}党支部`,
      code: `QY-04-${i + 1}`,
      effectiveOn: day(-320),
      reportedMemberCount: 24,
      reportedOn: day(-45),
      basis: '关于成立两个党支部的批复（示党字〔22〕号）',
    })),
  );
  await past
    .at(day(-209))
    .rename(tx, actor, entry('JG-07', -210, '秘书处内设机构调整方案（示协〔31〕号）'), '信息传播部党支部');
  await past.at(day(-119)).move(tx, actor, entry('QY-01-5', -120, '关于计量站划转秘书处的通知（示协〔35〕号）'), {
    parentId: tree.id('JG-00'),
    relation: LEADS,
  });
  await past.at(day(-88)).move(tx, actor, entry('QY-07', -90, '关于装备研究院并入检测认证公司的决定（示协〔38〕号）'), {
    parentId: tree.id('QY-01'),
    relation: LEADS,
  });
  await past
    .at(day(-59))
    .dissolve(tx, actor, entry('QY-08', -60, '关于撤销示协物业服务有限公司党支部的批复（示党字〔44〕号）'));
  await past
    .at(day(-20))
    .rename(tx, actor, entry('HY-009', -25, '企业名称变更登记通知书'), '鄱阳湖应急装备集团公司党委');

  await past.at(day(-3)).found(tx, actor, [
    {
      parentId: tree.root,
      relation: GUIDES,
      type: WORKING_GROUP,
      tier: Tier.BRANCH_INSTITUTION,
      name: '职业教育分会党的工作小组',
      code: 'FZ-14',
      effectiveOn: day(25),
      reportedMemberCount: 2,
      reportedOn: day(-3),
      basis: '关于筹建职业教育分会党的工作小组的批复（示党字〔52〕号）',
    },
  ]);
  await past
    .at(day(-2))
    .rename(tx, actor, entry('JG-03', 12, '秘书处内设机构调整方案（示协〔53〕号）'), '标准与质量部党支部');
  await past.at(day(-1)).move(tx, actor, entry('QY-06', 40, '关于信息技术公司并入传媒公司的决定（示协〔55〕号）'), {
    parentId: tree.id('QY-03'),
    relation: LEADS,
  });
}

class DayCount {
  private readonly terms: Terms;

  constructor(today: string) {
    this.terms = new Terms(today);
  }

  readonly day = (offset: number): string => this.terms.day(offset);
}
