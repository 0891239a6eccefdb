import { AdviceKind, AdviceStance } from '../advice/advice.enums';
import { MatterState, OpinionKind } from '../matter/matter.enums';
import type { ItemFacts, MatterFacts, SessionFacts } from '../papers/session-facts';
import {
  BallotKind,
  DecidingBody,
  MajorityBase,
  MatterCategory,
  ReviewingBody,
} from '../review-rule/review-rule.enums';
import { SeatAttendance, SessionBody, SessionItemState, ViewKind } from '../session/session.enums';

const seat = (id: string, body: SessionBody, name: string, attendance: SeatAttendance, chair = false) => ({
  id,
  body,
  name,
  post: '',
  chair,
  attendance,
});
const { PARTY, COUNCIL } = SessionBody;
const { PRESENT, REMOTE, ON_LEAVE, ABSENT } = SeatAttendance;

export const trialMatter: MatterFacts = {
  number: '前审〔2026〕2号',
  title: '行业公共服务平台二期建设',
  state: MatterState.REVIEWED,
  category: MatterCategory.LARGE_FUNDS,
  amountFen: '460000000',
  background: '平台一期上线两年，注册会员4200家。会员反映标准查询、线上培训和证书核验分散在三个系统，需要打通。',
  options: '分两个阶段实施：先统一身份和数据，再上线移动端。资金来源：会费结余260万元，专项200万元。',
  socialEffect: '会员一次登录办理全部业务，年减少纸质材料约6万份。',
  urgentReason: null,
  proposer: '秘书处党总支',
  proposedBy: '林静',
  versionNo: 2,
  outcome: null,
  rule: {
    basis: '《示范行业协会“三重一大”决策办法》第九条',
    presence: '>= 1/2',
    majority: '> 1/2',
    majorityBase: MajorityBase.ENTITLED,
    ballot: BallotKind.OPEN,
    councilBallot: null,
    expertOpinion: true,
    legalCheck: false,
    decidingBody: DecidingBody.STANDING_COUNCIL,
  },
  materials: [
    {
      kind: '可行性研究报告',
      no: 1,
      name: '可研.pdf',
      type: 'application/pdf',
      size: 12,
      sha256: 'a'.repeat(64),
      fileId: 'f1',
    },
    {
      kind: '资金来源与预算',
      no: 2,
      name: '预算.xlsx',
      type: 'application/vnd.ms-excel',
      size: 2048,
      sha256: 'b'.repeat(64),
      fileId: 'f2',
    },
  ],
  advice: [
    {
      kind: AdviceKind.EXPERT,
      advisor: '钱思远',
      stance: AdviceStance.SUPPORT_WITH_RESERVATION,
      text: '数据迁移应先做演练。',
      file: null,
    },
  ],
};

export const trialItem: ItemFacts & { matter: MatterFacts; opinion: OpinionKind } = {
  id: 'i1',
  no: 1,
  title: trialMatter.title,
  minutes: 30,
  state: SessionItemState.CONCLUDED,
  opinion: OpinionKind.AGREE,
  opinionText: '项目必要，资金来源清楚。请秘书处加强进度管理，每季度向党委报告一次。',
  matter: trialMatter,
  recusals: [{ seatId: 'p4', reason: '配偶在投标单位任职' }],
  views: [
    { seatId: 'p2', kind: ViewKind.SPOKEN, text: '建议先行试点再全面推开。' },
    { seatId: 'p5', kind: ViewKind.WRITTEN, text: '同意，注意数据安全。' },
  ],
  votes: [
    {
      body: PARTY,
      secrecy: 'OPEN',
      entitled: 4,
      present: 3,
      recused: 1,
      majorityBase: MajorityBase.ENTITLED,
      base: 4,
      needed: 3,
      inFavour: 3,
      against: 0,
      abstained: 0,
      passed: true,
    },
    {
      body: COUNCIL,
      secrecy: 'SECRET',
      entitled: 3,
      present: 3,
      recused: 0,
      majorityBase: MajorityBase.PRESENT,
      base: 3,
      needed: 2,
      inFavour: 1,
      against: 1,
      abstained: 1,
      passed: false,
    },
  ],
};

/** A joint session with one matter and one thing that is only heard. */
export const trialSession: SessionFacts = {
  association: '示范行业协会',
  organization: '示范行业协会功能型党委',
  reviewingBody: ReviewingBody.FUNCTIONAL_COMMITTEE,
  joint: true,
  title: '2026年第12次党委会（与常务理事会一并召开）',
  year: 2026,
  no: 12,
  startsAt: new Date('2026-10-15T06:00:00Z'),
  endsAt: new Date('2026-10-15T08:30:00Z'),
  place: '二层第一会议室',
  seats: [
    seat('p1', PARTY, '罗景行', PRESENT, true),
    seat('p2', PARTY, '秦悦', PRESENT),
    seat('p3', PARTY, '方宁', REMOTE),
    seat('p4', PARTY, '杜若川', PRESENT),
    seat('p5', PARTY, '白露', ON_LEAVE),
    seat('c1', COUNCIL, '周常务', PRESENT, true),
    seat('c2', COUNCIL, '罗景行', PRESENT),
    seat('c3', COUNCIL, '陶然', PRESENT),
    seat('c4', COUNCIL, '余漫', ABSENT),
  ],
  items: [
    trialItem,
    {
      id: 'i2',
      no: 2,
      title: '听取第三季度财务情况',
      minutes: 15,
      state: SessionItemState.CONCLUDED,
      opinion: null,
      opinionText: '',
      matter: null,
      recusals: [],
      views: [],
      votes: [],
    },
  ],
};
