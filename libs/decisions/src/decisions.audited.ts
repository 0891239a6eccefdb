import { tierWords } from '@dangwu/organization';
import { defineAudited } from '@dangwu/platform/audit';
import { matterActWords, matterStateWords, outcomeWords } from './matter/matter-words';
import {
  ballotWords,
  baseWords,
  categoryWords,
  decidingWords,
  reviewingWords,
  speakingWords,
} from './review-rule/review-rule-words';

// what activities call a draft stands for these as well
const { DRAFT: _, ...stateWords } = matterStateWords;

/** What this library records. */
defineAudited({
  actions: {
    shipReviewRules: { zh: '载入审议规则', en: 'Load the shipped review rules' },
    'reviewRule.set': { zh: '制定审议规则', en: 'Set review rules' },
    'matter.draft': { zh: '起草事项', en: 'Draft a matter' },
    'matter.change': { zh: '修改事项', en: 'Change a matter' },
    'matter.addMaterial': { zh: '添加事项材料', en: 'Hand in a material' },
    'matter.removeMaterial': { zh: '移除事项材料', en: 'Take out a material' },
    'matter.downloadMaterial': { zh: '下载事项材料', en: 'Download a material', kind: 'EXPORT' },
    'matter.submit': { zh: '提交事项', en: 'Submit a matter' },
    'matter.withdraw': { zh: '撤回事项', en: 'Withdraw a matter' },
    'matter.accept': { zh: '受理事项', en: 'Accept a matter' },
    'matter.return': { zh: '退回事项', en: 'Return a matter' },
    'matter.forward': { zh: '事项送审', en: 'Forward a matter' },
    'matter.decide': { zh: '登记事项决定', en: 'Record a decision' },
    'matter.gateRefused': { zh: '拒绝未经前置审议的事项上会', en: 'Refuse a matter without the opinion it needs' },
  },
  subjects: {
    ReviewRule: { zh: '审议规则', en: 'Review rule' },
    Matter: { zh: '重大事项', en: 'Matter' },
    MatterMaterial: { zh: '事项材料', en: 'Material of a matter' },
  },
  fields: {
    category: { zh: '类别', en: 'category' },
    bands: { zh: '金额档次', en: 'bands' },
    amountFrom: { zh: '金额下限（分）', en: 'from, in fen' },
    amountTo: { zh: '金额上限（分）', en: 'to, in fen' },
    reviewRequired: { zh: '须前置审议', en: 'reviewed before' },
    reviewingBody: { zh: '审议机构', en: 'reviewed by' },
    materials: { zh: '材料', en: 'materials' },
    daysAhead: { zh: '提前工作日', en: 'working days ahead' },
    presence: { zh: '到会比例', en: 'presence' },
    majorityBase: { zh: '计票基数', en: 'majority of' },
    majority: { zh: '通过比例', en: 'majority' },
    ballot: { zh: '表决方式', en: 'ballot' },
    speakingOrder: { zh: '发言次序', en: 'speaking order' },
    expertOpinion: { zh: '专家意见', en: 'expert opinion' },
    legalCheck: { zh: '法律审查', en: 'legal check' },
    decidingBody: { zh: '决定机构', en: 'decided by' },
    urgentDays: { zh: '紧急事项补审天数', en: 'days for urgent ones' },
    amountFen: { zh: '金额（分）', en: 'amount in fen' },
    background: { zh: '背景和理由', en: 'background' },
    options: { zh: '方案', en: 'options' },
    socialEffect: { zh: '社会影响', en: 'social effect' },
    urgent: { zh: '紧急', en: 'urgent' },
    urgentReason: { zh: '紧急原因', en: 'why it is urgent' },
    material: { zh: '材料', en: 'material' },
    number: { zh: '文号', en: 'number' },
    meetingOn: { zh: '会议日期', en: 'meeting on' },
    outcome: { zh: '决定', en: 'outcome' },
    decidedOn: { zh: '决定日期', en: 'decided on' },
    act: { zh: '动作', en: 'act' },
    recordNo: { zh: '记录序号', en: 'entry of the record' },
    recordHash: { zh: '记录哈希', en: 'hash of the entry' },
  },
  values: {
    state: stateWords,
    category: categoryWords,
    tier: tierWords,
    reviewingBody: reviewingWords,
    decidingBody: decidingWords,
    majorityBase: baseWords,
    ballot: ballotWords,
    speakingOrder: speakingWords,
    outcome: outcomeWords,
    act: matterActWords,
  },
});
