import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of how people come in, and of the accounts by which they do. */
defineAudited({
  actions: {
    beginSignIn: { zh: '登录第一步通过', en: 'Pass the first step of a sign-in', kind: 'SIGN_IN' },
    renewSession: { zh: '权限变化后更换会话', en: 'Renew a session after rights changed', kind: 'SIGN_IN' },
    endSession: { zh: '结束会话', en: 'End a session', kind: 'SIGN_IN' },
    endOtherSessions: { zh: '结束其他会话', en: 'End all other sessions', kind: 'SIGN_IN' },
    useRecoveryCode: { zh: '使用恢复码', en: 'Use a recovery code', kind: 'SIGN_IN' },
    startEnrolment: { zh: '开始设置验证器', en: 'Begin to set up an authenticator' },
    enrolSecondFactor: { zh: '设置验证器', en: 'Set up an authenticator' },
    renewRecoveryCodes: { zh: '更换恢复码', en: 'Renew recovery codes' },
    removeSecondFactor: { zh: '取消验证器', en: 'Remove one’s authenticator' },
    resetSecondFactor: { zh: '重置他人验证器', en: 'Reset somebody’s authenticator' },
    changePassword: { zh: '更改密码', en: 'Change a password' },
    requestPasswordReset: { zh: '申请重设密码', en: 'Ask for a new password by mail' },
    resetPassword: { zh: '通过邮件重设密码', en: 'Set a new password by mail' },
    linkIdentity: { zh: '关联统一身份', en: 'Link an identity' },
    unlinkIdentity: { zh: '解除统一身份', en: 'Unlink an identity' },
    chooseLanguage: { zh: '选择邮件语言', en: 'Choose the language of letters' },
    inviteAccount: { zh: '发出账号邀请', en: 'Invite to an account' },
    acceptInvitation: { zh: '接受账号邀请', en: 'Accept an invitation' },
    sendPasswordReset: { zh: '代发重设密码邮件', en: 'Send a link for a new password' },
    changeAccount: { zh: '更正账号信息', en: 'Correct an account' },
    enableAccount: { zh: '启用账号', en: 'Enable an account' },
  },
  fields: {
    mailed: { zh: '已发邮件', en: 'mailed' },
    mailChanged: { zh: '邮箱已更改', en: 'mail address changed' },
    replaced: { zh: '替换原有', en: 'in place of another' },
    demo: { zh: '演示账号', en: 'of the demo' },
    left: { zh: '剩余', en: 'left' },
    ended: { zh: '结束个数', en: 'ended' },
    sessionId: { zh: '会话', en: 'session' },
    issuer: { zh: '身份提供方', en: 'provider' },
    language: { zh: '语言', en: 'language' },
    way: { zh: '方式', en: 'way' },
    step: { zh: '下一步', en: 'next step' },
    secondFactor: { zh: '第二重验证', en: 'second factor' },
  },
  values: {
    way: {
      PASSWORD: { zh: '密码', en: 'password' },
      SINGLE_SIGN_ON: { zh: '统一身份', en: 'single sign-on' },
    },
    step: {
      SECOND_FACTOR: { zh: '第二重验证', en: 'second factor' },
      NEW_PASSWORD: { zh: '换新密码', en: 'new password' },
      ENROLMENT: { zh: '设置验证器', en: 'setting up an authenticator' },
    },
    secondFactor: {
      TOTP: { zh: '验证器', en: 'authenticator' },
      RECOVERY_CODE: { zh: '恢复码', en: 'recovery code' },
    },
    language: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
    reason: {
      WRONG_CODE: { zh: '验证码不对', en: 'wrong code' },
      SINGLE_SIGN_ON_OVER: { zh: '登录已过期', en: 'the attempt is over' },
      SINGLE_SIGN_ON_NOT_LINKED: { zh: '没有关联的账号', en: 'linked with no account' },
      SINGLE_SIGN_ON_UNAVAILABLE: { zh: '身份提供方不可用', en: 'the provider is unavailable' },
    },
  },
});
