/** What reminders of matters are called: opinions that are asked for, and reviews that are late. */
export const ofMatters = {
  notifications: {
    ADVICE_ASKED: {
      title: { zh: '{count} 项事项请您提出意见', en: 'Your opinion is asked for: {count}' },
      text: { zh: '{linesZh}。', en: '{linesEn}.' },
    },
    ADVICE_DUE: {
      title: { zh: '{count} 项意见即将到期', en: 'Opinions due soon: {count}' },
      text: { zh: '{linesZh}。', en: '{linesEn}.' },
    },
    ADVICE_LATE: {
      title: { zh: '{count} 项意见已逾期', en: 'Opinions overdue: {count}' },
      text: { zh: '{linesZh}。请尽快提出意见，或说明不能提出的原因。', en: '{linesEn}. Give them soon, or decline.' },
    },
    ADVICE_NUDGED: {
      title: { zh: '催要 {count} 项意见', en: 'You are urged for an opinion: {count}' },
      text: { zh: '{linesZh}。', en: '{linesEn}.' },
    },
    ADVICE_ANSWERED: {
      title: { zh: '收到 {count} 项意见', en: 'Opinions received: {count}' },
      text: { zh: '{linesZh}。', en: '{linesEn}.' },
    },
    REVIEWS_LATE: {
      title: { zh: '{count} 项紧急事项超过补审期限', en: 'Urgent matters not reviewed in time: {count}' },
      text: { zh: '{linesZh}。请尽快安排审议。', en: '{linesEn}. Have them reviewed soon.' },
    },
  },
  notificationOf: {
    ADVICE_ASKED: 'ADVICE_ASKED',
    ADVICE_DUE: 'ADVICE_DUE',
    ADVICE_LATE: 'ADVICE_LATE',
    ADVICE_NUDGE: 'ADVICE_NUDGED',
    ADVICE_ANSWERED: 'ADVICE_ANSWERED',
    REVIEW_LATE: 'REVIEWS_LATE',
  },
  letterKinds: {
    ADVICE_NUDGE: {
      name: { zh: '催要意见', en: 'Urging for an opinion' },
      text: { zh: '有人催要您的意见时', en: 'when somebody urges you for an opinion' },
      compulsory: true,
    },
    ADVICE_LATE: {
      name: { zh: '意见逾期', en: 'Opinions overdue' },
      text: { zh: '请您提出的意见逾期时', en: 'when an opinion you were asked for is overdue' },
    },
    ADVICE_DUE: {
      name: { zh: '意见到期提醒', en: 'Opinions due' },
      text: { zh: '请您提出的意见快到期时', en: 'when an opinion you were asked for is due soon' },
    },
    ADVICE_ASKED: {
      name: { zh: '征求意见', en: 'Opinions asked for' },
      text: { zh: '有事项请您提出意见时', en: 'when your opinion on a matter is asked for' },
    },
    ADVICE_ANSWERED: {
      name: { zh: '收到意见', en: 'Opinions received' },
      text: { zh: '您征求的意见有了答复时', en: 'when somebody answers whom you asked for an opinion' },
    },
    REVIEW_LATE: {
      name: { zh: '紧急事项逾期', en: 'Urgent matters late' },
      text: { zh: '紧急事项超过补审期限时', en: 'when an urgent matter was not reviewed in time' },
    },
  },
  listOf: {
    ADVICE_ASKED: '/my-reviews',
    ADVICE_DUE: '/my-reviews',
    ADVICE_LATE: '/my-reviews',
    ADVICE_NUDGE: '/my-reviews',
    ADVICE_ANSWERED: '/matters',
    REVIEW_LATE: '/matters?late=review',
  },
  headings: {
    ADVICE_ASKED: { zh: '请您提出意见', en: 'Your opinion is asked for' },
    ADVICE_DUE: { zh: '意见即将到期', en: 'Opinions due soon' },
    ADVICE_LATE: { zh: '意见已逾期', en: 'Opinions overdue' },
    ADVICE_NUDGE: { zh: '催要意见', en: 'You are urged for an opinion' },
    ADVICE_ANSWERED: { zh: '收到意见', en: 'Opinions received' },
    REVIEW_LATE: { zh: '紧急事项超过补审期限', en: 'Urgent matters not reviewed in time' },
  },
} as const;
