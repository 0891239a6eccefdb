import { defineErrors } from '@dangwu/platform/errors';

export const attendanceErrors = defineErrors('activities', {
  ATTENDANCE_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，没有参会情况可登记。请先安排这场活动，或登记补开的那一场。',
    en: '"{title}" is {stateEn}: there is no attendance to record. Schedule it first, or record that of its make-up.',
  },
  ATTENDANCE_NOT_BEGUN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”从 {from} 起可以登记参会情况，现在还早。请到时再登记。',
    en: 'Attendance of "{title}" can be recorded from {from} on; it is too early. Record it then.',
  },
  NOT_ON_ROSTER: {
    code: 'BAD_USER_INPUT',
    zh: '“{title}”的参会名单上没有：{who}。应到名单在活动开始时固定；确需参加的，请先邀请。',
    en: 'Not on the roster of "{title}": {who}. The roster is set down when the activity begins; invite whoever attends as well.',
  },
  MARKED_TWICE: {
    code: 'BAD_USER_INPUT',
    zh: '同一人出现了两次：{who}。请每人只报一行。',
    en: 'Named twice: {who}. Send one row for each person.',
  },
  ROSTER_NOT_SET_DOWN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”的参会名单还没有固定，没有可下载的。请先开始登记，再下载。',
    en: 'The roster of "{title}" is not set down yet, so there is none to download. Start recording, then download it.',
  },
  ROSTER_TOO_LONG: {
    code: 'RULE_VIOLATION',
    zh: '“{title}”的名单有 {people} 人，超过“{rule}”（{limit} 人）。请在页面上登记，或由接口报送。',
    en: 'The roster of "{title}" has {people} people, more than "{ruleEn}" ({limit}). Record them on the page, or by the API.',
  },
  ATTENDANCE_FILE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到您上传的文件，读过一次的也不再保留。请重新上传填好的参会名单。',
    en: 'No such file of yours was found; one that was read is not kept. Upload the roster that you filled in again.',
  },
  ATTENDANCE_FILE_TOO_LARGE: {
    code: 'BAD_USER_INPUT',
    zh: '《{name}》超过 {limit} MB，不像是下载的参会名单，没有读取。请用从活动页面下载的表。',
    en: '"{name}" exceeds {limit} MB and does not look like a downloaded roster; it was not read. Use the workbook from the page of the activity.',
  },
  WHICH_MEMBER: {
    code: 'BAD_USER_INPUT',
    zh: '第 {row} 行要写明是谁：党员标识或外部标识，二者取一。',
    en: 'Row {row} must say who it is about: either the member or the external id of the member.',
  },
  COUNTS_MISSING: {
    code: 'BAD_USER_INPUT',
    zh: '没有登记到人，请填写应到和实到人数。',
    en: 'Nobody was recorded by name: say how many were entitled and how many present.',
  },
  COUNTS_BY_NAME: {
    code: 'CONFLICT',
    zh: '参会情况已登记到人：应到 {entitled}、实到 {present}、线上 {remote}、请假 {leave}，与所填人数不同。请更正参会名单，人数随之变化。',
    en: 'Attendance is recorded by name: {entitled} entitled, {present} present, {remote} remote, {leave} on leave, which differs from the counts sent. Correct the roster; the counts follow.',
  },
  NO_MEMBER_RECORD: {
    code: 'PRECONDITION_FAILED',
    zh: '您的账号还没有与党员名册中的本人对应，不能签到或请假。请联系本支部党务工作者绑定账号。',
    en: 'Your account is not bound to a member of the register, so you cannot sign in to activities or ask for leave. Ask the staff of your branch to bind it.',
  },
  NOT_EXPECTED: {
    code: 'PRECONDITION_FAILED',
    zh: '您不在这场活动的应到或受邀人员中。确需参加的，请联系活动的组织者。',
    en: 'You are neither entitled nor invited to this activity. Whoever organizes it can invite you.',
  },
  SIGN_IN_NOT_OPEN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”不在签到时间：签到从 {from} 到 {to}。会后请由组织者登记。',
    en: '"{title}" cannot be signed in to now: only from {from} to {to}. Afterwards whoever organizes it records who attended.',
  },
  SIGN_IN_CODE_OLD: {
    code: 'PRECONDITION_FAILED',
    zh: '这个签到码已经过期，不能用照片签到。请扫描会场屏幕上现在的码，或请组织者登记。',
    en: 'This code has expired; a photograph of it is no use. Scan the one on the screen of the room now, or let the organizer record you.',
  },
  SIGN_IN_CODE_WRONG: {
    code: 'BAD_USER_INPUT',
    zh: '这不是这场活动的签到码。请扫描会场屏幕上的码。',
    en: 'This is not a code of this activity. Scan the one on the screen of the room.',
  },
  LEAVE_TOO_LATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已经开始或不再举行，不能再请假或审批。请由组织者直接登记。',
    en: '"{title}" has begun or is not held: leave can neither be asked for nor decided. The organizer records it instead.',
  },
  LEAVE_ASKED: {
    code: 'CONFLICT',
    zh: '您已经就“{title}”请过假，现在是“{stateZh}”。请等待审批，或联系组织者。',
    en: 'You asked for leave from "{title}" already; it is {stateEn}. Wait for the decision, or talk to whoever organizes it.',
  },
  LEAVE_DECIDED: {
    code: 'CONFLICT',
    zh: '这份请假已由{by}处理：{stateZh}。请刷新后查看。',
    en: 'This request was decided by {by}: {stateEn}. Load it anew.',
  },
  LEAVE_NOT_WITHDRAWN: {
    code: 'PRECONDITION_FAILED',
    zh: '您就“{title}”没有可以撤回的请假：待批的随时可以撤回，已批准的在活动开始前可以撤回。情况有变的，请联系组织者登记。',
    en: 'There is no request for leave from "{title}" to withdraw: an undecided one can be withdrawn at any time, an approved one until it begins. Tell whoever organizes it what has changed.',
  },
  OWN_LEAVE: {
    code: 'RULE_VIOLATION',
    zh: '不能审批本人的请假。请由其他负责人审批。',
    en: 'Nobody decides on their own leave. Somebody else in charge does.',
  },
});
