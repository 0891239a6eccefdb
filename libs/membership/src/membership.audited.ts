import { defineAudited } from '@dangwu/platform/audit';
import { memberStatusWords, postWords } from './member.enums';

/** What this library records. Of a person the log keeps which fields were changed, never what they hold. */
defineAudited({
  actions: {
    'member.register': { zh: '登记党员', en: 'Register a member' },
    'member.change': { zh: '更正党员信息', en: 'Correct a member' },
    'member.transfer': { zh: '转接组织关系', en: 'Transfer an affiliation' },
    'member.endAffiliation': { zh: '结束组织关系', en: 'End an affiliation' },
    'member.withdrawAffiliation': { zh: '撤回待生效的组织关系', en: 'Withdraw an affiliation that lies ahead' },
    'member.appoint': { zh: '任职', en: 'Appoint' },
    'member.endAppointment': { zh: '免职', en: 'End an appointment' },
    'member.reveal': { zh: '查看党员号码全文', en: 'Reveal a number of a member', kind: 'PERSONAL_READ' },
    'member.undoImport': { zh: '撤销导入的党员', en: 'Undo the import of a member' },
    'leadershipTeam.elect': { zh: '登记换届', en: 'Record an election' },
  },
  subjects: {
    Member: { zh: '党员', en: 'Member' },
    LeadershipTeam: { zh: '班子', en: 'Leadership team' },
  },
  fields: {
    field: { zh: '哪个号码', en: 'which number' },
    organization: { zh: '党组织', en: 'organization' },
    renewed: { zh: '换了新值', en: 'given anew' },
    import: { zh: '导入批次', en: 'import' },
    on: { zh: '生效时间', en: 'on' },
    termNo: { zh: '届次', en: 'term' },
    seats: { zh: '职数', en: 'seats' },
    endsOn: { zh: '届满时间', en: 'ends on' },
    remindOn: { zh: '提醒时间', en: 'reminder on' },
    basis: { zh: '依据', en: 'basis' },
    gender: { zh: '性别', en: 'gender' },
    birthDate: { zh: '出生日期', en: 'date of birth' },
    ethnicity: { zh: '民族', en: 'ethnicity' },
    education: { zh: '学历', en: 'education' },
    jobTitle: { zh: '工作岗位', en: 'job' },
    'Member.joinedOn': { zh: '入党时间', en: 'admitted on' },
    fullOn: { zh: '转正时间', en: 'full member on' },
  },
  values: {
    status: memberStatusWords,
    post: postWords,
    kind: {
      FORMAL: { zh: '正式组织关系', en: 'formal affiliation' },
      FUNCTIONAL: { zh: '功能型组织关系', en: 'functional affiliation' },
      MEMBERS: { zh: '党员名册', en: 'roster of members' },
    },
    field: { ID_NUMBER: { zh: '身份证号', en: 'ID number' }, PHONE: { zh: '手机号', en: 'phone number' } },
  },
  personal: {
    Member: {
      name: 'NAME',
      gender: 'HIDDEN',
      birthDate: 'HIDDEN',
      ethnicity: 'HIDDEN',
      education: 'HIDDEN',
      jobTitle: 'HIDDEN',
      joinedOn: 'HIDDEN',
      fullOn: 'HIDDEN',
      idNumber: 'NUMBER',
      phone: 'NUMBER',
    },
  },
});
