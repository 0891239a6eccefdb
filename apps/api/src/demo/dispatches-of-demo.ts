import { DispatchKind, DispatchOutcome } from '@dangwu/decisions';

const { REQUEST, REPORT } = DispatchKind;

/** A request or report of the demo. Days count from the one on which the demo is loaded. */
export interface DemoDispatch {
  readonly from: string;
  readonly kind: DispatchKind;
  readonly title: string;
  readonly body: string;
  /** by when the superior wants it */
  readonly due?: number;
  readonly act?: number;
  readonly urgent?: string;
  readonly copies?: readonly string[];
  /** titles of its attachments, each with what it says */
  readonly attachments?: Readonly<Record<string, string>>;
  readonly drafted: number;
  readonly issued?: number;
  readonly received?: number;
  readonly reply?: {
    on: number;
    outcome: DispatchOutcome;
    number: number;
    text: string;
    due?: number;
    scanned?: boolean;
  };
  readonly followedUp?: { on: number; text: string };
  readonly closed?: number;
}

/** The body outside the tree to which the root writes. */
export const department = '行业协会商会党建工作部（示范）';

/** One in each state, one that is due soon, one that is late, and some with attachments. */
export const demoDispatches: readonly DemoDispatch[] = [
  {
    from: 'DZ0001',
    kind: REQUEST,
    title: '关于增补协会党委委员的请示',
    body: '因工作变动，协会党委现缺额一名委员。经党委会研究，拟增补一名分管标准工作的同志为委员，按规定履行选举程序。\n妥否，请批复。',
    act: 25,
    copies: ['科技社团党委（示范）'],
    attachments: {
      增补党委委员人选考察材料:
        '考察组与二十三名党员和职工谈话，人选政治坚定、作风民主、熟悉标准化工作，考察意见为同意。',
      协会党委会议记录摘要: '党委会应到七人、实到七人，一致同意增补委员的提名，按程序报批。',
    },
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
      scanned: true,
    },
  },
  {
    from: 'DZ0002',
    kind: REQUEST,
    title: '关于改造党员活动室的请示',
    body: '党员活动室设施老化，拟利用现有场地简易改造，所需经费在年度党建经费内列支。\n当否，请批复。',
    act: 18,
    attachments: {
      党员活动室改造方案:
        '利用现有场地九十六平方米，更新照明、学习屏和书架，设宣誓区和先锋榜，不动承重结构，工期二十天。',
      改造经费测算表:
        '照明和电气一万二千元，学习屏一万八千元，书架和展板九千元，合计三万九千元，在年度党建经费内列支。',
      活动室平面图: '入口、学习区、宣誓区和先锋榜的位置见图示，疏散通道宽度保持一米八。',
    },
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
  {
    from: 'DZ0002',
    kind: REQUEST,
    title: '关于举办青年党员标准化技能比武的请示',
    body: '为发挥青年党员在标准攻关中的作用，拟举办一次技能比武，参赛党员约六十名，场地和评委由标准化技术委员会协助。\n妥否，请批复。',
    act: 2,
    attachments: {
      技能比武实施方案: '分理论、实操两个环节，设个人奖六名、团体奖三名，比武成绩作为推荐技术能手的参考。',
    },
    drafted: -9,
    issued: -8,
    received: -7,
  },
];
