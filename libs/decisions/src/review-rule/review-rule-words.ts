import type { Messages } from '@dangwu/platform/errors';
import type {
  BallotKind,
  DecidingBody,
  MajorityBase,
  MatterCategory,
  ReviewingBody,
  SpeakingOrder,
} from './review-rule.enums';

/** What people call the values: in refusals and the audit log. */
export const categoryWords: Readonly<Record<MatterCategory, Messages>> = {
  MAJOR_DECISION: { zh: '重大决策', en: 'major decisions' },
  MAJOR_DEPLOYMENT: { zh: '重大工作部署', en: 'major deployments' },
  MAJOR_PROJECT: { zh: '重大项目实施', en: 'major projects' },
  LARGE_FUNDS: { zh: '大额资金使用', en: 'large funds' },
  INSTITUTION: { zh: '重要机构设置', en: 'institutions' },
  PERSONNEL: { zh: '重要人事安排', en: 'personnel' },
};

export const reviewingWords: Readonly<Record<ReviewingBody, Messages>> = {
  FUNCTIONAL_COMMITTEE: { zh: '功能型党委', en: 'the functional committee' },
  LEADING_GROUP: { zh: '党建工作领导小组', en: 'the leading group' },
};

export const decidingWords: Readonly<Record<DecidingBody, Messages>> = {
  COUNCIL: { zh: '理事会', en: 'the council' },
  STANDING_COUNCIL: { zh: '常务理事会', en: 'the standing council' },
  OFFICE_MEETING: { zh: '办公会', en: 'the office meeting' },
};

export const baseWords: Readonly<Record<MajorityBase, Messages>> = {
  ENTITLED: { zh: '应到人数', en: 'those entitled' },
  PRESENT: { zh: '到会人数', en: 'those present' },
};

export const ballotWords: Readonly<Record<BallotKind, Messages>> = {
  OPEN: { zh: '举手或记名表决', en: 'open vote' },
  SECRET: { zh: '无记名投票', en: 'secret ballot' },
};

export const speakingWords: Readonly<Record<SpeakingOrder, Messages>> = {
  CHAIR_LAST: { zh: '主持人末位表态', en: 'the chair last' },
  EVERYONE_CHAIR_LAST: { zh: '逐一表态，主持人末位表态', en: 'everyone, the chair last' },
};

/** An amount in the words of people: 300 万元, 1234.50 元. */
export function amountInWords(fen: string): Messages {
  const value = BigInt(fen);
  const tenThousand = 1_000_000n;
  if (value >= tenThousand && value % 10_000n === 0n) {
    const hundredths = value / 10_000n;
    const rest = hundredths % 100n;
    const figure = `${hundredths / 100n}${rest ? `.${String(rest).padStart(2, '0').replace(/0$/, '')}` : ''}`;
    return { zh: `${figure}万元`, en: `${figure} × 10,000 yuan` };
  }
  const cents = value % 100n;
  const figure = `${value / 100n}${cents ? `.${String(cents).padStart(2, '0')}` : ''}`;
  return { zh: `${figure}元`, en: `${figure} yuan` };
}
