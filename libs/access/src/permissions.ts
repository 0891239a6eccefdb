import { activityPermissions } from './activity-permissions';
import { assessmentPermissions } from './assessment-permissions';
import { decisionPermissions } from './decision-permissions';
import type { Definition } from './permission-definition';

const define = <const D extends Record<string, Definition>>(definitions: D): D => definitions;

/** The vocabulary of permissions: one for people and for API clients, as data. `docs/permissions.md` is printed from it. */
export const permissions = define({
  'organization.identify': {
    zh: '查看组织标识',
    en: 'See the identity of organizations',
    description: 'Code, name, type and superiors of every party organization of the association.',
    reach: 'ASSOCIATION',
  },
  'organization.read': {
    zh: '查看党组织',
    en: 'Read organizations',
    description: 'Everything the register holds on a party organization: terms, counts, flags, history.',
    reach: 'LEADS',
  },
  'organization.maintain': {
    zh: '维护党组织',
    en: 'Maintain organizations',
    description:
      'Found, rename, change type, move, dissolve. The register is the association’s own, so its staff keep it across GUIDES edges.',
    reach: 'TREE',
    includes: ['organization.read'],
  },
  'organization.import': {
    zh: '导入党组织',
    en: 'Import organizations',
    description: 'Check a roster, write it, take it back.',
    reach: 'TREE',
    includes: ['import.read', 'file.use'],
  },
  'organization.export': {
    zh: '导出党组织',
    en: 'Export organizations',
    description: 'Download lists of organizations as a file.',
    reach: 'LEADS',
    includes: ['file.use'],
  },
  'unit.read': {
    zh: '查看单位',
    en: 'Read units',
    description: 'Units, how the party covers them, and their history.',
    reach: 'LEADS',
  },
  'unit.maintain': {
    zh: '维护单位',
    en: 'Maintain units',
    description: 'Register, change and close units, say how they are covered, import rosters of units.',
    reach: 'TREE',
    includes: ['unit.read'],
  },
  'unit.export': {
    zh: '导出单位',
    en: 'Export units',
    description: 'Download lists of units as a file.',
    reach: 'LEADS',
    includes: ['file.use', 'export.request'],
  },
  'member.read': {
    zh: '查看党员',
    en: 'Read members',
    description:
      'The register of members, their posts and the leadership of organizations. ID numbers and phones stay masked.',
    reach: 'LEADS',
  },
  'member.maintain': {
    zh: '维护党员',
    en: 'Maintain members',
    description: 'Register members, transfer them, appoint them, record elections.',
    reach: 'LEADS',
    includes: ['member.read'],
  },
  'member.import': {
    zh: '导入党员',
    en: 'Import members',
    description: 'Check a roster of members, write it, take it back.',
    reach: 'LEADS',
    includes: ['import.read', 'file.use'],
  },
  'member.export': {
    zh: '导出党员',
    en: 'Export members',
    description:
      'Download lists of members, of leadership teams and of elections to prepare as a file. Numbers stay masked.',
    reach: 'LEADS',
    includes: ['file.use', 'export.request'],
  },
  'member.unmask': {
    zh: '显示党员的身份证号和手机号',
    en: 'Reveal ID numbers and phones of members',
    description:
      'Look at one number of one member or of one of the staff, giving the reason. Each look stands in the audit log.',
    reach: 'LEADS',
    includes: ['member.read'],
  },
  'member.erase': {
    zh: '删除党员个人信息',
    en: 'Erase the personal data of members',
    description:
      'Erase for good what is known of a person who left, but for what statistics need; it cannot be taken back.',
    reach: 'LEADS',
    includes: ['member.maintain'],
  },
  'staff.read': {
    zh: '查看党务工作者',
    en: 'Read party-affairs staff',
    description: 'Who does party-affairs work at which organization, and what is handed over. Phones stay masked.',
    reach: 'LEADS',
  },
  'staff.maintain': {
    zh: '维护党务工作者',
    en: 'Maintain party-affairs staff',
    description: 'Assign party-affairs staff, plan and confirm handovers.',
    reach: 'TREE',
    includes: ['staff.read'],
  },
  ...activityPermissions,
  ...decisionPermissions,
  ...assessmentPermissions,
  'rule.read': {
    zh: '查看规则',
    en: 'Read rules',
    description: 'The register of rules with their basis.',
    reach: 'ASSOCIATION',
  },
  'rule.confirm': {
    zh: '确认规则',
    en: 'Confirm rules',
    description:
      'Confirm that a shipped rule was compared with the text of its basis; it counts for the whole association.',
    reach: 'ASSOCIATION',
    includes: ['rule.read'],
  },
  'rule.override': {
    zh: '制定更严规则',
    en: 'Override rules',
    description: 'Set a stricter rule for an organization, or (at the root) for the association; withdraw it.',
    reach: 'TREE',
    includes: ['rule.read'],
  },
  'notification.read': {
    zh: '查看本人通知',
    en: 'Read one’s own notifications',
    description: 'Notifications addressed to oneself, and live events about them.',
    reach: 'ASSOCIATION',
  },
  'view.keep': {
    zh: '保存视图',
    en: 'Keep views',
    description: 'Save views of ledgers for oneself, and use those that others share with one.',
    reach: 'ASSOCIATION',
  },
  'view.share': {
    zh: '共享视图',
    en: 'Share views',
    description:
      'Let those who may read a ledger at an organization use one’s saved view; at the root, or for the whole association, everyone who reads the ledger.',
    reach: 'TREE',
  },
  'job.read': {
    zh: '查看本人任务',
    en: 'Read one’s own jobs',
    description: 'Progress and result of jobs one started oneself; cancel them.',
    reach: 'ASSOCIATION',
  },
  'file.use': {
    zh: '使用本人文件',
    en: 'Use one’s own files',
    description:
      'Upload files, and download what one uploaded or a job made for one; see one’s own requests for large exports.',
    reach: 'ASSOCIATION',
  },
  'export.request': {
    zh: '申请大批量导出',
    en: 'Ask for a large export',
    description:
      'Ask, with a reason, for a list of more people than may be exported at once; fetch it after another person approved.',
    reach: 'LEADS',
    includes: ['file.use'],
  },
  'export.approve': {
    zh: '批准大批量导出',
    en: 'Approve large exports',
    description: 'Approve or refuse the large export another person asked for; it gives no sight of the people in it.',
    reach: 'ASSOCIATION',
    includes: ['export.oversee'],
  },
  'export.oversee': {
    zh: '查看大批量导出申请',
    en: 'See requests for large exports',
    description: 'Who asked to export how many people, why, and who approved it.',
    reach: 'ASSOCIATION',
  },
  'import.read': {
    zh: '查看导入',
    en: 'Read imports',
    description: 'Batches one imported: rows, faults, receipt.',
    reach: 'TREE',
  },
  'import.oversee': {
    zh: '查看全协会的导入',
    en: 'Oversee imports',
    description: 'Batches that anybody in the association imported, and those of the command line.',
    reach: 'ASSOCIATION',
  },
  'audit.read': {
    zh: '查看审计日志',
    en: 'Read the audit log',
    description: 'Who did what, when, from where.',
    reach: 'ASSOCIATION',
  },
  'access.read': {
    zh: '查看授权',
    en: 'Read grants',
    description: 'Which account holds which role where.',
    reach: 'ASSOCIATION',
  },
  'access.grant': {
    zh: '授予与收回角色',
    en: 'Grant and revoke roles',
    description: 'Give and take roles, and the policy of access.',
    reach: 'ASSOCIATION',
    includes: ['access.read'],
  },
  'account.own': {
    zh: '管理本人账号',
    en: 'Keep one’s own account',
    description: 'One’s own password, second factor, sessions and single sign-on.',
    reach: 'ASSOCIATION',
  },
  'access.own': {
    zh: '查看本人授权',
    en: 'See one’s own grants',
    description: 'Which roles one holds where, since when and until when, and one’s own emergency requests.',
    reach: 'ASSOCIATION',
  },
  'access.request': {
    zh: '申请紧急授权',
    en: 'Ask for emergency access',
    description: 'Ask, with a reason, for a role at an organization for one hour; another person confirms it.',
    reach: 'LEADS',
  },
  'access.confirm': {
    zh: '确认紧急授权',
    en: 'Confirm emergency access',
    description: 'Confirm or refuse what another person asked for.',
    reach: 'ASSOCIATION',
    includes: ['access.oversee'],
  },
  'access.oversee': {
    zh: '查看紧急授权',
    en: 'See emergency access',
    description: 'Who asked for emergency access, why, and who confirmed it.',
    reach: 'ASSOCIATION',
  },
  'publication.manage': {
    zh: '公开与撤回',
    en: 'Publish and withdraw',
    description:
      'Show parts of an organization and of what it leads to the organization that guides it, and withdraw them.',
    reach: 'OWN',
  },
  'account.manage': {
    zh: '管理账号',
    en: 'Manage accounts',
    description:
      'Create, invite, disable and restore accounts, send links for new passwords. It gives no role: that is access.grant.',
    reach: 'ASSOCIATION',
  },
  'setting.manage': {
    zh: '管理系统设置',
    en: 'Manage settings',
    description: 'Settings of the system.',
    reach: 'ASSOCIATION',
  },
  'api.explore': {
    zh: '使用接口探索',
    en: 'Use the API explorer',
    description: 'Make a token for an hour, with one’s own rights, for trying the API.',
    reach: 'ASSOCIATION',
  },
  'inbox.read': {
    zh: '查看开发收件箱',
    en: 'Read the development inbox',
    description: 'Mails caught by the development inbox.',
    reach: 'ASSOCIATION',
  },
});

export type Permission = keyof typeof permissions;
