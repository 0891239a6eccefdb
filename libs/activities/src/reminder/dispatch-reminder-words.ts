/** What reminders of requests and reports to superiors are called. */
export const ofDispatches = {
  notifications: {
    DISPATCHES_DUE: {
      title: { zh: '{count} 件请示报告即将到期', en: 'Dispatches due soon: {count}' },
      text: { zh: '{linesZh}。', en: '{linesEn}.' },
    },
    DISPATCHES_LATE: {
      title: { zh: '{count} 件请示报告已逾期', en: 'Dispatches overdue: {count}' },
      text: { zh: '{linesZh}。请尽快办理。', en: '{linesEn}. Deal with them soon.' },
    },
    DISPATCH_REPLIES_LATE: {
      title: { zh: '{count} 件请示逾期未获批复', en: 'Replies overdue: {count}' },
      text: {
        zh: '{linesZh}。请向上级了解办理情况；没有批复，不要先办。',
        en: '{linesEn}. Ask the superior how it stands; without a reply, do not go ahead.',
      },
    },
  },
  notificationOf: {
    DISPATCH_DUE: 'DISPATCHES_DUE',
    DISPATCH_LATE: 'DISPATCHES_LATE',
    DISPATCH_REPLY_LATE: 'DISPATCH_REPLIES_LATE',
  },
  letterKinds: {
    DISPATCH_LATE: {
      name: { zh: '请示报告逾期', en: 'Dispatches overdue' },
      text: { zh: '等您办理的请示报告逾期时', en: 'when a dispatch that waits for you is overdue' },
    },
    DISPATCH_REPLY_LATE: {
      name: { zh: '批复逾期', en: 'Replies overdue' },
      text: { zh: '您的请示到期还没有批复时', en: 'when a request of yours was not replied to in time' },
    },
    DISPATCH_DUE: {
      name: { zh: '请示报告到期提醒', en: 'Dispatches due' },
      text: { zh: '等您办理的请示报告快到期时', en: 'when a dispatch that waits for you is due soon' },
    },
  },
  listOf: {
    DISPATCH_DUE: '/dispatches',
    DISPATCH_LATE: '/dispatches',
    DISPATCH_REPLY_LATE: '/dispatches?tab=underway',
  },
  headings: {
    DISPATCH_DUE: { zh: '请示报告即将到期', en: 'Dispatches due soon' },
    DISPATCH_LATE: { zh: '请示报告已逾期', en: 'Dispatches overdue' },
    DISPATCH_REPLY_LATE: { zh: '逾期未获批复', en: 'Replies overdue' },
  },
} as const;
