import { defineAudited } from '@dangwu/platform/audit';
import { attendanceWords, leaveWords } from './attendance-words';

/** What is recorded of invitations, leave and attendance: how many of what; the rows themselves say who. */
defineAudited({
  actions: {
    'invitation.add': { zh: '邀请参会', en: 'Invite to an activity' },
    'invitation.withdraw': { zh: '撤回邀请', en: 'Withdraw invitations' },
    'attendance.start': { zh: '固定参会名单', en: 'Set down the roster of an activity' },
    'attendance.record': { zh: '登记参会', en: 'Record attendance' },
    'attendance.download': { zh: '下载参会名单', en: 'Download a roster' },
    'attendance.import': { zh: '导入参会情况', en: 'Import attendance' },
    'attendance.counts': { zh: '参会人数随名单更正', en: 'Correct counts by attendance' },
    'attendance.signIn': { zh: '扫码签到', en: 'Sign in to an activity' },
    'leave.ask': { zh: '请假', en: 'Ask for leave' },
    'leave.approve': { zh: '批准请假', en: 'Approve leave' },
    'leave.decline': { zh: '不批准请假', en: 'Decline leave' },
    'leave.withdraw': { zh: '撤回请假', en: 'Withdraw a request for leave' },
  },
  subjects: { LeaveRequest: { zh: '请假申请', en: 'Request for leave' } },
  fields: {
    invitations: { zh: '邀请数', en: 'invitations' },
    activityId: { zh: '活动', en: 'activity' },
    people: { zh: '人数', en: 'people' },
    ...attendanceWords,
  },
  values: { state: { ...leaveWords, ...attendanceWords } },
});
