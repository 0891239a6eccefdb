import type { Definition } from './permission-definition';

/** What major decisions need: the rules of their review, matters, and what is done with them. */
export const decisionPermissions = {
  'reviewRule.maintain': {
    zh: '制定审议规则',
    en: 'Set review rules',
    description: 'Say which matters are reviewed before they are decided, by whom and how; it counts for all.',
    reach: 'ASSOCIATION',
    includes: ['rule.read'],
  },
  'matter.read': {
    zh: '查看重大事项',
    en: 'Read matters',
    description:
      'Major matters with their materials and record. They are brought before the association, so they are seen across GUIDES edges too.',
    reach: 'TREE',
  },
  'matter.propose': {
    zh: '提出重大事项',
    en: 'Propose matters',
    description: 'Draft matters, hand in materials, submit and withdraw them.',
    reach: 'LEADS',
    includes: ['matter.read', 'file.use'],
  },
  'matter.conduct': {
    zh: '办理重大事项',
    en: 'Conduct matters',
    description: 'Accept or return what was submitted, bring it before whoever decides, record the outcome.',
    reach: 'ASSOCIATION',
    includes: ['matter.read'],
  },
  'matter.export': {
    zh: '导出重大事项台账',
    en: 'Export matters',
    description: 'Download the ledger of matters as a file, of all that is read: across GUIDES edges too.',
    reach: 'TREE',
    includes: ['file.use'],
  },
  'session.read': {
    zh: '查看审议会议',
    en: 'Read sessions',
    description: 'Sessions of the bodies that review matters: agenda, roster, votes, opinions, papers.',
    reach: 'LEADS',
  },
  'session.conduct': {
    zh: '组织审议会议',
    en: 'Conduct sessions',
    description: 'Call sessions, make their agenda, keep the room: attendance, recusals, votes, opinions.',
    reach: 'ASSOCIATION',
    includes: ['session.read', 'matter.conduct'],
  },
  'session.own': {
    zh: '本人参会与表决',
    en: 'Sit in sessions',
    description: 'See the sessions one is entitled to sit in, sign in, state a view, vote.',
    reach: 'ASSOCIATION',
  },
  'advice.own': {
    zh: '提出本人的审议意见',
    en: 'Give opinions one is asked for',
    description:
      'See the matters on which one was asked for an expert opinion or a legal check, with their materials, and answer.',
    reach: 'ASSOCIATION',
  },
  'dispatch.read': {
    zh: '查看请示报告',
    en: 'Read dispatches',
    description: 'Requests and reports to superiors, with their replies; whoever leads the sender sees them.',
    reach: 'LEADS',
  },
  'dispatch.write': {
    zh: '起草印发请示报告',
    en: 'Write dispatches',
    description: 'Draft, issue, follow up, close and withdraw requests and reports to superiors.',
    reach: 'LEADS',
    includes: ['dispatch.read'],
  },
  'dispatch.answer': {
    zh: '答复请示报告',
    en: 'Answer dispatches',
    description: 'Record the receipt of what was sent to the organization, and the reply to it.',
    reach: 'LEADS',
    includes: ['dispatch.read'],
  },
  'dispatch.export': {
    zh: '导出请示报告',
    en: 'Export dispatches',
    description: 'Download the register of requests and reports as a file.',
    reach: 'LEADS',
    includes: ['file.use'],
  },
} as const satisfies Record<string, Definition>;
