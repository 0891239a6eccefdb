import {
  DispatchEntity,
  DispatchKind,
  DispatchOutcome,
  DispatchState,
  DispatchStepEntity,
  DispatchStepKind,
} from '@dangwu/decisions';
import { DocumentNumberEntity, numberInWords } from '@dangwu/documents';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';
import type { Days } from './days';
import type { DemoTree } from './demo-tree';

const { REQUEST, REPORT } = DispatchKind;

/** Days count from the one on which the demo is loaded. */
interface DemoDispatch {
  readonly from: string;
  readonly kind: DispatchKind;
  readonly title: string;
  readonly body: string;
  /** by when the superior wants it */
  readonly due?: number;
  readonly act?: number;
  readonly urgent?: string;
  readonly copies?: readonly string[];
  readonly drafted: number;
  readonly issued?: number;
  readonly received?: number;
  readonly reply?: { on: number; outcome: DispatchOutcome; number: number; text: string; due?: number };
  readonly followedUp?: { on: number; text: string };
  readonly closed?: number;
}

const department = '行业协会商会党建工作部（示范）';

/** One in each state, and one that is late. */
const demoDispatches: readonly DemoDispatch[] = [
  {
    from: 'DZ0001',
    kind: REQUEST,
    title: '关于增补协会党委委员的请示',
    body: '因工作变动，协会党委现缺额一名委员。经党委会研究，拟增补一名分管标准工作的同志为委员，按规定履行选举程序。\n妥否，请批复。',
    act: 25,
    copies: ['科技社团党委（示范）'],
    drafted: -16,
    issued: -14,
    received: -12,
  },
  {
    from: 'DZ0001',
    kind: REPORT,
    title: '关于上半年全面从严治党情况的报告',
    body: '现将协会党委上半年履行全面从严治党责任的情况报告如下：组织生活按期开展，会员企业党建指导覆盖面继续扩大，廉政提醒在节前做到全员覆盖。\n特此报告。',
    due: -60,
    drafted: -75,
    issued: -66,
    received: -64,
    closed: -63,
  },
  {
    from: 'DZ0002',
    kind: REQUEST,
    title: '关于召开机关党总支换届大会的请示',
    body: '本届总支委员会任期将满，拟召开党员大会进行换届选举，设委员五名，差额选举。\n妥否，请批复。',
    act: -20,
    drafted: -58,
    issued: -55,
    received: -53,
    reply: {
      on: -48,
      outcome: DispatchOutcome.APPROVED_WITH_CHANGES,
      number: 4,
      text: '同意换届。候选人差额再增加一名，选举结果一个月内报告。',
      due: -6,
    },
  },
  {
    from: 'DZ0002',
    kind: REQUEST,
    title: '关于改造党员活动室的请示',
    body: '党员活动室设施老化，拟利用现有场地简易改造，所需经费在年度党建经费内列支。\n当否，请批复。',
    act: 18,
    drafted: -5,
    issued: -2,
  },
  {
    from: 'DZ0002',
    kind: REQUEST,
    title: '关于组织党员参加行业抢险技术支援的请示',
    body: '会员企业所在地区发生汛情，拟组织十名党员技术骨干参加抢险技术支援。\n请批准。',
    act: -31,
    urgent: '汛情紧急，当日即须出发。',
    drafted: -31,
    issued: -31,
    received: -30,
    reply: {
      on: -29,
      outcome: DispatchOutcome.APPROVED,
      number: 6,
      text: '同意，注意安全。',
      due: -24,
    },
    followedUp: { on: -25, text: '支援任务已完成，人员全部返回，协助三家企业恢复生产。' },
    closed: -24,
  },
  {
    from: 'DZ0002',
    kind: REPORT,
    title: '关于本季度党费收缴使用情况的报告',
    body: '现将本季度党费收缴、使用和管理情况报告如下：应缴党费全部按时收缴，支出主要用于党员教育和走访慰问。',
    due: 6,
    drafted: -1,
  },
];

/** Requests and reports to superiors with what was done to them. Written as rows, in one go. */
export async function addDispatches(
  tx: EntityManager,
  people: readonly DemoAccount[],
  tree: DemoTree,
  days: Days,
): Promise<void> {
  const author = people.find(({ username }) => username === 'fangzhiyuan')!;
  const staff = people.find(({ username }) => username === 'linjing')!;
  const { associationId, name } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: tree.root });
  const numbers: Record<string, number> = {};
  for (const demo of [...demoDispatches].sort((a, b) => (a.issued ?? 0) - (b.issued ?? 0))) {
    const id = newId();
    const organizationId = tree.id(demo.from);
    const atRoot = organizationId === tree.root;
    const on = (day: number | undefined): string | null => (day === undefined ? null : days.at(day));
    const number = demo.issued === undefined ? null : await numbered(demo, id);
    const replyNumber =
      demo.reply && `协党复${numberInWords(Number(days.at(demo.reply.on).slice(0, 4)), demo.reply.number)}`;
    await tx.insert(DispatchEntity, {
      id,
      associationId,
      organizationId,
      kind: demo.kind,
      title: demo.title,
      body: demo.body,
      superiorOrganizationId: atRoot ? null : tree.root,
      superiorName: atRoot ? department : name,
      copies: [...(demo.copies ?? [])],
      actOn: on(demo.act),
      urgentReason: demo.urgent ?? null,
      dueOn: on(demo.due),
      state: stateOf(demo),
      number,
      issuedOn: on(demo.issued),
      receivedOn: on(demo.received),
      outcome: demo.reply?.outcome ?? null,
      repliedOn: on(demo.reply?.on),
      replyNumber: replyNumber ?? null,
      replyText: demo.reply?.text ?? null,
      followUpAsked: demo.reply?.due !== undefined,
      followUpDueOn: on(demo.reply?.due),
      followedUpOn: on(demo.followedUp?.on),
      followUpText: demo.followedUp?.text ?? null,
      authorName: (atRoot ? staff : author).name,
      createdAt: new Date(`${days.at(demo.drafted)}T09:30:00+08:00`),
    });
    const by = (mine: boolean): string => (mine && !atRoot ? author : staff).name;
    const step = (kind: DispatchStepKind, day: number | undefined, actorName: string, text: string | null = null) =>
      day === undefined
        ? []
        : [{ kind, on: days.at(day), text, actorName, at: new Date(`${days.at(day)}T10:00:00+08:00`) }];
    const steps = [
      ...step(DispatchStepKind.DRAFTED, demo.drafted, by(true)),
      ...step(DispatchStepKind.ISSUED, demo.issued, by(true), number),
      ...step(DispatchStepKind.RECEIVED, demo.received, by(false)),
      ...step(DispatchStepKind.REPLIED, demo.reply?.on, by(false), demo.reply && `${replyNumber} · ${demo.reply.text}`),
      ...step(DispatchStepKind.FOLLOWED_UP, demo.followedUp?.on, by(true), demo.followedUp?.text),
      ...step(DispatchStepKind.CLOSED, demo.closed, by(true)),
    ];
    await tx.insert(
      DispatchStepEntity,
      // of one day the later step stands later
      steps.map((each, i) => ({
        ...each,
        ...{ id: newId(), associationId, dispatchId: id, organizationId },
        at: new Date(each.at.getTime() + i * 60_000),
      })),
    );
  }

  async function numbered({ from, kind, issued }: DemoDispatch, subjectId: string): Promise<string> {
    const year = Number(days.at(issued!).slice(0, 4));
    const key = `${from} ${kind} ${year}`;
    const number = (numbers[key] = (numbers[key] ?? 0) + 1);
    const organizationId = tree.id(from);
    await tx.insert(DocumentNumberEntity, {
      id: newId(),
      associationId,
      organizationId,
      kind,
      year,
      number,
      subjectId,
      createdAt: new Date(`${days.at(issued!)}T10:00:00+08:00`),
    });
    return `${kind === REQUEST ? '请' : '报'}${numberInWords(year, number)}`;
  }
}

function stateOf({ issued, received, reply, closed }: DemoDispatch): DispatchState {
  if (closed !== undefined) return DispatchState.CLOSED;
  if (reply) return DispatchState.REPLIED;
  if (received !== undefined) return DispatchState.RECEIVED;
  return issued === undefined ? DispatchState.DRAFT : DispatchState.ISSUED;
}
