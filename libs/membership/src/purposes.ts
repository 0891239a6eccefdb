import type { Messages } from '@dangwu/platform/errors';

/** What personal data of members and staff is needed for; in the register of personal data. */
export const purposes = {
  identity: {
    zh: '确认是同一个人：登记、转接、导入时不重复、不认错',
    en: 'to tell people apart: registering, transferring, importing without doubles',
  },
  contact: { zh: '联系本人：通知活动、核实情况', en: 'to reach the person: activities, questions' },
  development: {
    zh: '发展党员和党龄、年龄条件的核对',
    en: 'conditions of admission: age, time as a member',
  },
  statistics: { zh: '党内统计和班子结构分析', en: 'statistics of the party, composition of leadership' },
  request: { zh: '本人查阅、复制自己的信息', en: 'for the person who asks what is kept of them' },
  duty: { zh: '谁承担这项工作、谁交接', en: 'who does this work and hands it over' },
} as const satisfies Readonly<Record<string, Messages>>;
