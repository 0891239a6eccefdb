import { defineAudited } from '@dangwu/platform/audit';
import { sessionBodyWords, sessionStateWords } from './session-words';

// what activities call a cancelled one stands for sessions as well
const { PLANNED, NOTIFIED, OPEN } = sessionStateWords;

/** What is recorded while sessions are planned. */
defineAudited({
  actions: {
    'session.call': { zh: '召集审议会议', en: 'Call a session' },
    'session.change': { zh: '修改审议会议', en: 'Change a session' },
    'session.changeRoster': { zh: '修改会议名单', en: 'Change the roster of a session' },
    'session.schedule': { zh: '事项排入会议', en: 'Put a matter on a session' },
    'session.addItem': { zh: '添加议题', en: 'Add an item to a session' },
    'session.arrange': { zh: '排列议程', en: 'Arrange the agenda of a session' },
    'session.removeItem': { zh: '撤下议题', en: 'Take an item off a session' },
    'session.notify': { zh: '发出会议通知', en: 'Call the members of a session' },
    'session.cancel': { zh: '取消审议会议', en: 'Cancel a session' },
    'matter.schedule': { zh: '事项排会', en: 'Schedule a matter' },
    'matter.unschedule': { zh: '事项撤下议程', en: 'Take a matter off the agenda' },
  },
  subjects: { ReviewSession: { zh: '审议会议', en: 'Session' } },
  fields: {
    joint: { zh: '与常务理事会一并召开', en: 'joint' },
    body: { zh: '名单', en: 'body' },
    roster: { zh: '参会人员', en: 'roster' },
    item: { zh: '议题', en: 'item' },
    minutes: { zh: '时长（分钟）', en: 'minutes' },
    agenda: { zh: '议程', en: 'agenda' },
    session: { zh: '会议', en: 'session' },
    told: { zh: '通知人数', en: 'told' },
  },
  values: {
    state: { PLANNED, NOTIFIED, OPEN },
    body: sessionBodyWords,
  },
  personal: { ReviewSession: { roster: 'NAME' } },
});
