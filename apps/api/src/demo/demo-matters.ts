import { AdviceKind, AdviceStance, MatterCategory } from '@dangwu/decisions';
import { decidedMatters } from './demo-decided';
import type { DemoAdvice, DemoExecution } from './demo-execution';

const wan = (count: number): string => String(count * 1_000_000);

/** What a matter of the demo says, and how far it has come. Days count from the day of loading. */
export interface DemoMatter {
  /** code of the organization that proposes it */
  readonly at: string;
  readonly category: MatterCategory;
  readonly title: string;
  readonly amountFen: string | null;
  readonly background: string;
  readonly options: string;
  readonly socialEffect: string;
  readonly urgentReason?: string;
  readonly materials: readonly string[];
  readonly drafted: number;
  readonly submitted?: number;
  readonly returned?: { readonly on: number; readonly reason: string };
  /** submitted again, with what was changed */
  readonly again?: {
    readonly on: number;
    readonly amountFen?: string;
    readonly options?: string;
    readonly material?: string;
  };
  readonly accepted?: number;
  readonly withdrawn?: { readonly on: number; readonly reason: string };
  readonly advice?: readonly DemoAdvice[];
  readonly execution?: DemoExecution;
}

const { EXPERT, LEGAL } = AdviceKind;
const { LARGE_FUNDS, MAJOR_DEPLOYMENT, MAJOR_PROJECT, INSTITUTION, PERSONNEL } = MatterCategory;
const [application, plan, study, funds] = ['议题申请表', '实施方案', '可行性研究报告', '资金来源与预算'];

/** Matters of an association in several states: earlier first, since numbers are given in their order. */
export const demoMatters: readonly DemoMatter[] = [
  ...decidedMatters,
  {
    at: 'DZ0007',
    category: LARGE_FUNDS,
    title: '年度财务审计服务采购',
    amountFen: wan(18),
    background: '上一份审计服务合同到期，年度财务审计须在换届审计前完成。',
    options: '按协会采购办法比选三家会计师事务所。',
    socialEffect: '',
    materials: [application],
    drafted: -70,
    submitted: -69,
    accepted: -67,
    execution: {
      forwarded: -66,
      decided: -64,
      begun: -63,
      milestones: [
        {
          text: '完成比选并签订合同',
          owner: 'fangzhiyuan',
          due: -50,
          reported: { on: -53, evidence: '比选三家，合同已签订。', file: '审计服务合同.docx' },
          closed: -52,
        },
        {
          text: '出具审计报告',
          owner: '会计师事务所',
          due: -25,
          reported: { on: -27, evidence: '审计报告已出具，无保留意见。' },
          closed: -26,
        },
      ],
      report: { on: -24, text: '年度财务审计已完成，出具无保留意见的审计报告，费用 17.6 万元，未超批准额度。' },
      closed: -23,
    },
  },
  {
    at: 'DZ0007',
    category: LARGE_FUNDS,
    title: '行业统计直报系统升级',
    amountFen: wan(150),
    background: '直报系统使用九年，会员填报平均耗时 40 分钟，数据口径与国家统计标准不一致。',
    options: '在原平台上升级填报、校核和汇总三个模块，与公共服务平台共用账号。',
    socialEffect: '填报时间缩短到 10 分钟以内，数据按月发布。',
    materials: [application, funds],
    drafted: -41,
    submitted: -38,
    accepted: -36,
  },
  {
    at: 'DZ0022',
    category: MAJOR_PROJECT,
    title: '检测实验室扩建',
    amountFen: wan(1250),
    background: '现有实验室面积和设备不能满足新标准的检测需要，会员送检平均等待 23 个工作日。',
    options: '方案一：在现址加建二层，投资 1250 万元；方案二：租用产业园厂房改造，年租金 180 万元。建议采用方案一。',
    socialEffect: '送检等待缩短到 8 个工作日以内，服务中小会员企业约 300 家。',
    materials: [application, study, funds],
    drafted: -34,
    submitted: -30,
    accepted: -27,
    advice: [
      {
        kind: EXPERT,
        who: 'qianyi',
        question: '加建二层的技术方案是否可行，检测能力测算是否合理？',
        asked: -5,
        due: 3,
      },
      {
        kind: LEGAL,
        who: 'shaoning',
        question: '建设手续和招标方式是否合法合规？',
        asked: -20,
        due: -13,
        given: {
          on: -15,
          stance: AdviceStance.SUPPORT,
          text: '加建须取得建设工程规划许可，招标方式符合规定，合法合规。',
        },
      },
    ],
  },
  {
    at: 'DZ0002',
    category: LARGE_FUNDS,
    title: '行业公共服务平台二期建设',
    amountFen: wan(480),
    background: '平台一期上线两年，注册会员 4200 家。会员反映标准查询、线上培训和证书核验分散在三个系统，需要打通。',
    options: '分两个阶段实施：先统一身份和数据，再上线移动端。',
    socialEffect: '会员一次登录办理全部业务，年减少纸质材料约 6 万份。',
    materials: [application, study, funds],
    drafted: -19,
    submitted: -17,
    returned: { on: -16, reason: '没有资金来源说明。依据审议规则，请补充会费结余和专项资金的构成后重新提交。' },
    again: {
      on: -11,
      amountFen: wan(460),
      options: '分两个阶段实施：先统一身份和数据，再上线移动端。资金来源：会费结余 260 万元，专项 200 万元。',
      material: funds,
    },
    accepted: -10,
    advice: [
      {
        kind: EXPERT,
        who: 'qianyi',
        question: '统一身份和数据的技术路线是否可行，投资测算是否合理？',
        asked: -9,
        due: -2,
        given: {
          on: -4,
          stance: AdviceStance.SUPPORT_WITH_RESERVATION,
          score: 4,
          text: '技术路线可行。移动端上线前应先完成等级保护测评，建议把测评列为第一阶段的验收条件。',
        },
      },
      { kind: LEGAL, who: 'xuman', question: '采购方式和合同草案是否合法合规？', asked: -9, due: -1 },
    ],
  },
  {
    at: 'DZ0007',
    category: LARGE_FUNDS,
    title: '办公设备集中采购',
    amountFen: wan(28),
    background: '部分办公电脑使用超过八年，已停止安全更新。',
    options: '按政府采购目录集中采购 56 台。',
    socialEffect: '',
    materials: [application],
    drafted: -15,
    submitted: -14,
    accepted: -13,
    execution: {
      forwarded: -12,
      decided: -11,
      begun: -10,
      milestones: [
        {
          text: '签订采购合同',
          owner: 'fangzhiyuan',
          due: -6,
          reported: { on: -7, evidence: '合同已签订，编号 2026-采-031。', file: '采购合同2026-采-031.docx' },
          closed: -6,
        },
        { text: '到货验收', owner: 'fangzhiyuan', due: -1 },
        { text: '旧设备数据清除和报废', owner: '信息中心', due: 20 },
      ],
    },
  },
  {
    at: 'DZ0014',
    category: LARGE_FUNDS,
    title: '数据中心托管合同续签',
    amountFen: wan(96),
    background: '托管合同年底到期。',
    options: '续签两年。',
    socialEffect: '',
    materials: [application, funds],
    drafted: -13,
    submitted: -12,
    withdrawn: { on: -9, reason: '与平台二期的机房方案合并考虑，另行提出。' },
  },
  {
    at: 'DZ0003',
    category: LARGE_FUNDS,
    title: '会展中心大屏更新（一期）',
    amountFen: wan(180),
    background: '主展厅大屏亮度衰减，影响年会和展会使用。',
    options: '更换主展厅大屏 120 平方米。',
    socialEffect: '',
    materials: [application, funds],
    drafted: -9,
    submitted: -8,
    accepted: -6,
  },
  {
    at: 'DZ0003',
    category: LARGE_FUNDS,
    title: '会展中心大屏更新（二期）',
    amountFen: wan(170),
    background: '配套更换分会场和走廊显示设备。',
    options: '更换分会场大屏 110 平方米。',
    socialEffect: '',
    materials: [application, funds],
    drafted: -4,
    submitted: -3,
  },
  {
    at: 'DZ0014',
    category: LARGE_FUNDS,
    title: '办公楼屋面渗漏抢修',
    amountFen: wan(65),
    background: '连续降雨造成六层机房上方屋面渗漏，已临时遮挡。',
    options: '委托原施工单位抢修并更换防水层。',
    socialEffect: '',
    urgentReason: '渗漏危及机房供电安全，已先行抢修，按规定补审。',
    materials: [application, funds],
    drafted: -2,
    submitted: -2,
  },
  {
    at: 'DZ0002',
    category: MAJOR_DEPLOYMENT,
    title: '新版行业标准宣贯工作部署',
    amountFen: null,
    background: '十二项行业标准将于明年一月实施，会员希望集中解读。',
    options: '分六个片区宣贯，线上同步直播，党员业务骨干担任讲师。',
    socialEffect: '覆盖会员企业约 1800 家，降低换版成本。',
    materials: [application, plan],
    drafted: -3,
    submitted: -1,
  },
  {
    at: 'DZ0002',
    category: INSTITUTION,
    title: '设立绿色低碳专业委员会',
    amountFen: null,
    background: '会员提出成立绿色低碳方向的专业委员会，已征集发起单位 46 家。',
    options: '先设筹备组，年底前完成章程和主任委员人选酝酿。',
    socialEffect: '推动行业碳核算方法统一。',
    materials: [application, '机构设置方案'],
    drafted: -8,
    submitted: -6,
    returned: { on: -4, reason: '机构设置方案没有说明与标准化委员会的职责划分，请补充。' },
  },
  {
    at: 'DZ0002',
    category: PERSONNEL,
    title: '增补常务理事人选',
    amountFen: null,
    background: '两名常务理事因工作变动提出辞任。',
    options: '按章程从理事中增补两名。',
    socialEffect: '',
    materials: [application],
    drafted: -1,
  },
];
