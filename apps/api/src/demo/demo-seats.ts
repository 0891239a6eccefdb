import { SeatEntity, SeatPost } from '@dangwu/organization';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import type { DemoTree } from './demo-tree';

type Sitting = readonly [post: SeatPost, personName: string, title: string];
const { SECRETARY, DEPUTY_SECRETARY, COMMITTEE_MEMBER, LEADER, DEPUTY_LEADER, GROUP_MEMBER, EXPERT } = SeatPost;

const committee: readonly Sitting[] = [
  [SECRETARY, '高远', '协会理事长'],
  [DEPUTY_SECRETARY, '何志清', '协会秘书长'],
  [DEPUTY_SECRETARY, '罗海云', '会员单位党委书记'],
  [COMMITTEE_MEMBER, '许蔓', '协会副秘书长'],
  [COMMITTEE_MEMBER, '邵宁', '纪检干部'],
  [COMMITTEE_MEMBER, '林静', '党群工作部主任'],
  [COMMITTEE_MEMBER, '丁一苇', '示范应急装备科技有限公司（1）党委书记'],
  [COMMITTEE_MEMBER, '贺兰舟', '示范建筑科技有限公司（2）党委书记'],
  [COMMITTEE_MEMBER, '顾长宁', '检测专业委员会秘书长'],
];
const leadingGroup: readonly Sitting[] = [
  [LEADER, '高远', '功能型党委书记'],
  [DEPUTY_LEADER, '何志清', '秘书处机关党总支书记'],
  [DEPUTY_LEADER, '许蔓', '协会副秘书长'],
  ...['林静', '邵宁', '丁一苇', '贺兰舟', '顾长宁', '温如玉', '陆知行', '沈墨'].map((name): Sitting => [
    GROUP_MEMBER,
    name,
    '协会部门或所办企业负责人',
  ]),
];
const expertGroup: readonly Sitting[] = [
  [LEADER, '钱屹', '大学马克思主义学院教授'],
  [DEPUTY_LEADER, '易安', '党校教授'],
  ...['石敬', '叶知秋', '乔森', '罗澄', '汪晨', '纪云', '伍思'].map((name): Sitting => [
    EXPERT,
    name,
    '高等院校、党校或行业研究机构',
  ]),
];

/** Who sits in the committee at the root, in the leading group and in the expert group. */
export async function fillSeats(tx: EntityManager, associationId: string, tree: DemoTree, days: Days): Promise<void> {
  const since = days.at(-620);
  const rosters: readonly [organizationId: string, sittings: readonly Sitting[]][] = [
    [tree.root, committee],
    [tree.id('DZ0186'), leadingGroup],
    [tree.id('DZ0187'), expertGroup],
  ];
  await tx.insert(
    SeatEntity,
    rosters.flatMap(([organizationId, sittings]) =>
      sittings.map(([post, personName, title], n) => ({
        // those of the same rank sit as they are listed
        id: newId(Date.parse(since) + n),
        associationId,
        organizationId,
        post,
        rank: Object.values(SeatPost).indexOf(post),
        personName,
        title,
        since,
        until: null,
        basis: '示范协会党委会决议〔2025〕2 号',
      })),
    ),
  );
}
