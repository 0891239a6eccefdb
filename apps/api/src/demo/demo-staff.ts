import {
  HandoverEntity,
  HandoverItemEntity,
  HandoverItemState,
  StaffAssignmentEntity,
  StaffPhones,
  StaffTime,
} from '@dangwu/membership';
import { spell, type Actor } from '@dangwu/organization';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import type { DemoTree } from './demo-tree';

const { FULL_TIME, PART_TIME } = StaffTime;
const { OPEN, HANDED_OVER, NOT_APPLICABLE } = HandoverItemState;

type Assigned = readonly [
  code: string,
  name: string,
  position: string,
  time: StaffTime,
  /** days from today */
  since: number,
  until?: number,
];

/** The party-affairs department of the association, and those who do the work in companies and member units. */
const assigned: readonly Assigned[] = [
  ['DZ0001', '林静', '党群工作部主任', FULL_TIME, -900],
  ['DZ0001', '苏禾', '组织干事', FULL_TIME, -640],
  ['DZ0001', '程默', '宣传干事', FULL_TIME, -700, -20],
  ['DZ0001', '夏青', '宣传干事', FULL_TIME, -25],
  ['DZ0002', '方知远', '机关党总支专职干事', FULL_TIME, -480],
  ['DZ0002', '宋晴', '机关党总支干事', PART_TIME, -300, -60],
  ['DZ0004', '江一鸣', '支部党务联络员', PART_TIME, -210],
  ['DZ0022', '贺兰舟', '党委办公室主任', FULL_TIME, -760],
  ['DZ0022', '罗小满', '党建专员', PART_TIME, -90],
  ['DZ0029', '余舟', '党委办公室干事', FULL_TIME, -520, 30],
  ['DZ0029', '秦安', '党委办公室干事', FULL_TIME, -5],
  ['DZ0063', '罗海云', '会员单位党务负责人', PART_TIME, -400],
];

interface Planned {
  readonly from: string;
  readonly to: string;
  readonly dueOn: number;
  readonly items: readonly (readonly [text: string, state: HandoverItemState, note?: string])[];
  readonly confirmed?: readonly [from: string, to: string];
}

/** One handover is done, one goes on, one is overdue; for one who left there is none. */
const planned: readonly Planned[] = [
  {
    from: '程默',
    to: '夏青',
    dueOn: -20,
    items: [
      ['协会公众号后台账号', HANDED_OVER],
      ['2024—2025 年宣传台账', HANDED_OVER, '纸质 3 册，电子版在共享盘'],
      ['宣传设备清单', NOT_APPLICABLE, '由综合管理部统一保管'],
    ],
    confirmed: ['程默', '林静'],
  },
  {
    from: '余舟',
    to: '秦安',
    dueOn: 25,
    items: [
      ['党委印章', OPEN],
      ['党员档案 94 册', OPEN],
      ['党费专户资料', HANDED_OVER],
    ],
  },
  {
    from: '贺兰舟',
    to: '罗小满',
    dueOn: -12,
    items: [
      ['换届选举材料', HANDED_OVER],
      ['“三会一课”记录本 7 本', OPEN],
    ],
  },
];

const basis = '关于党务工作人员任职的通知（示党字〔38〕号）';

/** Who does party-affairs work where, and what goes from one to another. */
export async function addStaff(
  tx: EntityManager,
  app: INestApplicationContext,
  { associationId, accountId }: Actor,
  accounts: readonly { readonly id: string }[],
  tree: DemoTree,
  days: Days,
): Promise<void> {
  const phones = app.get(StaffPhones, { strict: false });
  const ids = new Map<string, { readonly id: string; readonly organizationId: string }>();
  for (const [i, [code, name, position, time, since, until]] of assigned.entries()) {
    const row = { id: newId(), associationId, organizationId: tree.id(code) };
    ids.set(name, row);
    await tx.insert(StaffAssignmentEntity, {
      ...row,
      name,
      ...spell(name),
      position,
      time,
      since: days.at(since),
      until: until === undefined ? null : days.at(until),
      basis,
      ...(await phones.seal(tx, row, `1390000${String(1_000 + i * 37)}`)),
    });
  }
  for (const { from, to, dueOn, items, confirmed } of planned) {
    const { id: fromId, organizationId } = ids.get(from)!;
    const handover = {
      id: newId(),
      associationId,
      organizationId,
      fromId,
      toId: ids.get(to)!.id,
      dueOn: days.at(dueOn),
    };
    const at = new Date(`${days.at(dueOn)}T10:20:00+08:00`);
    const sides = confirmed && {
      fromConfirmedAt: at,
      fromConfirmedBy: accountId,
      fromConfirmedByName: confirmed[0],
      toConfirmedAt: at,
      toConfirmedBy: accounts.find(({ id }) => id !== accountId)!.id,
      toConfirmedByName: confirmed[1],
    };
    await tx.insert(HandoverEntity, { ...handover, ...sides });
    await tx.insert(
      HandoverItemEntity,
      items.map(([text, state, note = null], i) => ({
        id: newId(),
        associationId,
        handoverId: handover.id,
        position: i + 1,
        text,
        state,
        note,
      })),
    );
  }
}
