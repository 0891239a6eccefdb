import { CouncilOutcome, MatterCategory } from '@dangwu/decisions';
import type { DemoMatter } from './demo-matters';

const { LARGE_FUNDS } = MatterCategory;
const materials = ['议题申请表', '资金来源与预算'];
const wan = (count: number): string => String(count * 1_000_000);

/** Matters that a session has agreed to and that were decided since, one of them not as the opinion said. */
export const decidedMatters: readonly DemoMatter[] = [
  {
    at: 'DZ0004',
    category: LARGE_FUNDS,
    title: '会员服务热线外包',
    amountFen: wan(120),
    background: '热线由各部门轮值，高峰时段接通率不到六成，会员投诉集中。',
    options: '公开招标确定服务商，合同期两年，按接通率和满意度考核付费。',
    socialEffect: '接通率提高到九成五以上，各部门每月节省约 60 个工时。',
    materials,
    drafted: -78,
    submitted: -76,
    accepted: -74,
    execution: {
      forwarded: -49,
      decided: -47,
      begun: -45,
      milestones: [
        {
          text: '完成招标并签订服务合同',
          owner: 'fangzhiyuan',
          due: -30,
          reported: { on: -33, evidence: '公开招标三家应标，合同已签订。' },
          closed: -31,
        },
        { text: '热线试运行一个月并评估', owner: '会员服务部', due: 12 },
      ],
    },
  },
  {
    at: 'DZ0014',
    category: LARGE_FUNDS,
    title: '展会物资仓库租赁',
    amountFen: wan(86),
    background: '现有仓库年底退租，展具和宣传物资约 900 立方米需要存放。',
    options: '租用城东物流园 600 平方米仓库五年。',
    socialEffect: '',
    materials,
    drafted: -77,
    submitted: -75,
    accepted: -73,
    execution: {
      forwarded: -49,
      decided: -47,
      outcome: CouncilOutcome.ADOPTED_WITH_CHANGES,
      reason: '展会规模逐年变化，租期由五年改为三年，到期按使用率再定；其余按审议意见执行。',
      begun: -45,
      milestones: [{ text: '签订租赁合同并完成搬迁', owner: 'fangzhiyuan', due: 16 }],
    },
  },
  {
    at: 'DZ0010',
    category: LARGE_FUNDS,
    title: '培训中心备用电源抢购',
    amountFen: wan(60),
    background: '备用柴油发电机检测不合格，培训班期间供电没有保障。',
    options: '按紧急采购程序购置 500 千瓦发电机组一台。',
    socialEffect: '',
    urgentReason: '全国培训班十日后开班，供电保障不能等待，先行采购，按规定补审。',
    materials,
    drafted: -65,
    submitted: -65,
    accepted: -64,
    execution: {
      forwarded: -49,
      decided: -47,
      begun: -45,
      milestones: [
        {
          text: '发电机组验收并入网',
          owner: '培训中心工程部',
          due: -40,
          reported: { on: -42, evidence: '机组验收合格，满载试运行 4 小时正常。' },
          closed: -41,
        },
      ],
      report: { on: -39, text: '备用电源已投入使用，费用 57.8 万元，未超批准额度。' },
      closed: -38,
    },
  },
];
