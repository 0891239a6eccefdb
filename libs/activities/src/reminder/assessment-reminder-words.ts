/** What reminders of assessments are called. */
export const ofAssessments = {
  notifications: {
    ASSESSMENTS_ASKED: {
      title: { zh: '{count} 项考核请您办理', en: 'Assessments ask for you: {count}' },
      text: { zh: '{linesZh}。', en: '{linesEn}.' },
    },
    ASSESSMENTS_DUE: {
      title: { zh: '{count} 项考核即将到期', en: 'Assessments due soon: {count}' },
      text: { zh: '{linesZh}。', en: '{linesEn}.' },
    },
    ASSESSMENTS_LATE: {
      title: { zh: '{count} 项考核已逾期', en: 'Assessments overdue: {count}' },
      text: { zh: '{linesZh}。仍可办理，会记为逾期。', en: '{linesEn}. It can still be done, and is marked as late.' },
    },
  },
  notificationOf: {
    ASSESSMENT_ASKED: 'ASSESSMENTS_ASKED',
    ASSESSMENT_DUE: 'ASSESSMENTS_DUE',
    ASSESSMENT_LATE: 'ASSESSMENTS_LATE',
  },
  letterKinds: {
    ASSESSMENT_LATE: {
      name: { zh: '考核逾期', en: 'Assessments overdue' },
      text: { zh: '考核中等您办的事逾期时', en: 'when something an assessment asks of you is overdue' },
    },
    ASSESSMENT_DUE: {
      name: { zh: '考核到期提醒', en: 'Assessments due' },
      text: { zh: '考核中等您办的事快到期时', en: 'when something an assessment asks of you is due soon' },
    },
    ASSESSMENT_ASKED: {
      name: { zh: '考核待办', en: 'Assessments' },
      text: { zh: '考核请您自评、核实或评分时', en: 'when an assessment asks you to assess, verify or score' },
    },
  },
  listOf: {
    ASSESSMENT_ASKED: '/assessments',
    ASSESSMENT_DUE: '/assessments',
    ASSESSMENT_LATE: '/assessments',
  },
  headings: {
    ASSESSMENT_ASKED: { zh: '考核请您办理', en: 'Assessments ask for you' },
    ASSESSMENT_DUE: { zh: '考核即将到期', en: 'Assessments due soon' },
    ASSESSMENT_LATE: { zh: '考核已逾期', en: 'Assessments overdue' },
  },
} as const;
