import { defineAudited } from '@dangwu/platform/audit';
import { roles, roleKeys } from './roles';

/** What this library records. People are named by their account, so events keep no name of theirs. */
defineAudited({
  actions: {
    signIn: { zh: '登录', en: 'Sign in', kind: 'SIGN_IN' },
    signOut: { zh: '退出', en: 'Sign out', kind: 'SIGN_IN' },
    signInRefused: { zh: '登录被拒', en: 'Sign-in refused', kind: 'SIGN_IN' },
    createAccount: { zh: '建立账号', en: 'Create an account' },
    disableAccount: { zh: '停用账号', en: 'Disable an account' },
    grantRole: { zh: '授予角色', en: 'Grant a role' },
    revokeRole: { zh: '收回角色', en: 'Revoke a role' },
  },
  subjects: { Account: { zh: '账号', en: 'Account' } },
  fields: {
    username: { zh: '用户名', en: 'user name' },
    role: { zh: '角色', en: 'role' },
    grantId: { zh: '授权', en: 'grant' },
    organizationId: { zh: '党组织', en: 'organization' },
  },
  values: {
    role: Object.fromEntries(roleKeys.map((key) => [key, { zh: roles[key].zh, en: roles[key].en }])),
    reason: {
      WRONG_PASSWORD: { zh: '密码不对', en: 'wrong password' },
      UNKNOWN_NAME: { zh: '没有这个用户名', en: 'unknown name' },
      DISABLED: { zh: '账号已停用', en: 'account disabled' },
    },
  },
  personal: { Account: { name: 'NAME' } },
});
