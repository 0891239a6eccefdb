import { newId } from '@dangwu/platform/ids';
import {
  ChangeOrganization,
  ChangeOrganizationType,
  DissolveOrganization,
  FoundOrganizations,
  MergeOrganizations,
  MoveOrganization,
  OrganizationType,
  ParentRelation,
  RenameOrganization,
  SplitOrganization,
  SplitPlacement,
  Tier,
  type Actor,
  type OrganizationChange,
} from '@dangwu/organization';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import type { DemoTree } from './demo-tree';
import type { Past } from './past';

const { BRANCH, COMMITTEE, WORKING_GROUP } = OrganizationType;
const { LEADS, GUIDES } = ParentRelation;

/** A change of an organization: entered on one day, effective from another, on a paper. Days count from today. */
type Change = <Wanted extends object>(
  when: { readonly entered: number; readonly from: number | string },
  change: abstract new (...parts: never[]) => OrganizationChange<Wanted>,
  code: string,
  wanted: Wanted,
  basis: string,
) => Promise<void>;

/**
 * What happened to the tree. Soon after the rosters, the changes of earlier years were entered, each from its own day;
 * since then changes are entered when they happen, and some for the weeks ahead.
 */
export async function makeHistory(
  tx: EntityManager,
  app: INestApplicationContext,
  past: Past,
  actor: Actor,
  tree: DemoTree,
  days: Days,
): Promise<void> {
  const frame = app.get(ChangeOrganization, { strict: false });
  const change: Change = ({ entered, from }, type, code, wanted, basis) =>
    past.at(days.at(entered), () => {
      const effectiveOn = typeof from === 'number' ? days.at(from) : from;
      return frame.apply(
        tx,
        actor,
        app.get(type, { strict: false }),
        { id: tree.id(code), effectiveOn, basis },
        wanted,
      );
    });
  await earlierYears(change, tree);
  await recentWeeks(change, tree);
  await past.at(days.at(-3), () =>
    app.get(FoundOrganizations, { strict: false }).foundAll(tx, actor, [
      {
        parentId: tree.root,
        relation: GUIDES,
        type: WORKING_GROUP,
        tier: Tier.BRANCH_INSTITUTION,
        name: '职业教育专业委员会党的工作小组',
        code: 'DZ0195',
        effectiveOn: days.at(25),
        reportedMemberCount: 2,
        reportedOn: days.at(-3),
        basis: '关于筹建职业教育专业委员会党的工作小组的批复（示党字〔52〕号）',
      },
    ]),
  );
  const renaming = '秘书处内设机构调整方案（示协〔53〕号）';
  await change({ entered: -2, from: 12 }, RenameOrganization, 'DZ0010', { name: '秘书处教育培训部党支部' }, renaming);
  const place = { parentId: tree.id('DZ0029'), relation: LEADS };
  await change(
    { entered: -1, from: 40 },
    MoveOrganization,
    'DZ0043',
    place,
    '关于安全评价所划转的决定（示协〔55〕号）',
  );
}

async function earlierYears(change: Change, tree: DemoTree): Promise<void> {
  const split = '关于分设第2、第3党支部的批复（示党字〔2023〕6号）';
  const part = {
    id: newId(),
    name: '示范冶金科技有限公司（3）第3党支部',
    code: 'DZ0028',
    type: BRANCH,
    reportedMemberCount: 13,
  };
  const parts = { placement: SplitPlacement.BESIDE, parts: [part] };
  await change({ entered: -57, from: '2023-02-09' }, SplitOrganization, 'DZ0027', parts, split);

  const grown = '关于示范建筑科技有限公司（2）党总支改设党委的批复（示党字〔21〕号）';
  await change({ entered: -56, from: -330 }, ChangeOrganizationType, 'DZ0022', { type: COMMITTEE }, grown);
  await change(
    { entered: -56, from: -330 },
    RenameOrganization,
    'DZ0022',
    { name: '示范建筑科技有限公司（2）党委' },
    grown,
  );

  const offices = '秘书处内设机构调整方案（示协〔31〕号）';
  await change(
    { entered: -55, from: -210 },
    RenameOrganization,
    'DZ0007',
    { name: '秘书处科技与标准部党支部' },
    offices,
  );
  await change({ entered: -55, from: -210 }, RenameOrganization, 'DZ0014', { name: '秘书处财务部党支部' }, offices);
  const information = { ids: [tree.id('DZ0188')] };
  await change({ entered: -55, from: -210 }, MergeOrganizations, 'DZ0003', information, offices);

  const center = '关于检验中心划转的通知（示协〔35〕号）';
  const place = { parentId: tree.id('DZ0029'), relation: LEADS };
  await change({ entered: -54, from: -120 }, MoveOrganization, 'DZ0033', place, center);
  const name = { name: '示范安全技术科技有限公司（4）第4党支部' };
  await change({ entered: -54, from: -120 }, RenameOrganization, 'DZ0033', name, center);
}

async function recentWeeks(change: Change, tree: DemoTree): Promise<void> {
  const closing = '关于撤销示范物业服务有限公司（7）党支部的批复（示党字〔44〕号）';
  await change({ entered: -47, from: -48 }, DissolveOrganization, 'DZ0190', {}, closing);
  const small = '关于第5党支部并入第4党支部的批复（示党字〔47〕号）';
  await change({ entered: -34, from: -35 }, MergeOrganizations, 'DZ0038', { ids: [tree.id('DZ0189')] }, small);
  const company = '企业名称变更登记通知书';
  await change({ entered: -20, from: -25 }, RenameOrganization, 'DZ0071', { name: '上海石化集团11党委' }, company);
}
