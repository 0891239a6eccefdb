import { defineLetterKinds } from '@dangwu/platform/mail';
import type { LocalText } from '@dangwu/platform/text';

defineLetterKinds({
  ACCOUNT: {
    name: { zh: '账号安全', en: 'Your account' },
    text: { zh: '密码、两步验证、邮箱有变动时', en: 'when password, second factor or address change' },
    compulsory: true,
  },
});

interface Letter {
  readonly subject: LocalText;
  /** paragraphs between empty lines; `{link}` stands in a paragraph of its own */
  readonly text: LocalText;
  /** it holds a link that works like a password */
  readonly confidential?: true;
}

const define = <const D extends Record<string, Letter>>(letters: D): { readonly [K in keyof D]: Letter } => letters;

const ifNotYou = {
  zh: '如果不是您本人办理的，请立即联系系统管理员。',
  en: 'If this was not you, tell the system administrator at once.',
} as const;

/** What is written to people about their accounts. */
export const letterWords = define({
  PASSWORD_RESET: {
    subject: { zh: '重设党务平台的密码', en: 'Set your Dangwu password anew' },
    text: {
      zh: '{name}：\n\n有人为用户名“{username}”申请重设密码。请用下面的链接设置新密码，{until} 前有效，只能用一次。\n\n{link}\n\n如果不是您申请的，不必理会：没有这个链接，密码不会变。',
      en: '{name},\n\nsomebody asked to set the password of "{username}" anew. Use this link before {until}; it works once.\n\n{link}\n\nIf it was not you, do nothing: without the link your password stays as it is.',
    },
    confidential: true,
  },
  INVITATION: {
    subject: { zh: '您的党务平台账号', en: 'Your Dangwu account' },
    text: {
      zh: '{name}：\n\n已为您开设账号，用户名是“{username}”。请用下面的链接设置密码，{until} 前有效，只能用一次。\n\n{link}\n\n以后在 {address} 登录。',
      en: '{name},\n\nan account was opened for you; your user name is "{username}". Use this link to set a password before {until}; it works once.\n\n{link}\n\nFrom then on sign in at {address}.',
    },
    confidential: true,
  },
  PASSWORD_CHANGED: {
    subject: { zh: '您的密码已更改', en: 'Your password was changed' },
    text: {
      zh: `{name}：\n\n用户名“{username}”的密码已于 {now} 更改，其他设备上的登录已结束。\n\n${ifNotYou.zh}`,
      en: `{name},\n\nthe password of "{username}" was changed on {now}; sessions on other devices have ended.\n\n${ifNotYou.en}`,
    },
  },
  SECOND_FACTOR_SET: {
    subject: { zh: '两步验证已启用', en: 'A second factor was set up' },
    text: {
      zh: `{name}：\n\n用户名“{username}”已于 {now} 绑定验证器，以后登录要输入验证码。\n\n${ifNotYou.zh}`,
      en: `{name},\n\nan authenticator was set up for "{username}" on {now}; signing in asks for its code from now on.\n\n${ifNotYou.en}`,
    },
  },
  SECOND_FACTOR_REMOVED: {
    subject: { zh: '两步验证已停用', en: 'The second factor was removed' },
    text: {
      zh: `{name}：\n\n用户名“{username}”的两步验证已于 {now} 停用。\n\n${ifNotYou.zh}`,
      en: `{name},\n\nthe second factor of "{username}" was removed on {now}.\n\n${ifNotYou.en}`,
    },
  },
  RECOVERY_CODE_USED: {
    subject: { zh: '有人用恢复码登录', en: 'A recovery code was used' },
    text: {
      zh: `{name}：\n\n用户名“{username}”于 {now} 用恢复码登录，还剩 {count} 个恢复码。\n\n${ifNotYou.zh}`,
      en: `{name},\n\n"{username}" signed in by a recovery code on {now}; {count} codes are left.\n\n${ifNotYou.en}`,
    },
  },
  IDENTITY_LINKED: {
    subject: { zh: '已关联统一身份', en: 'Single sign-on was linked' },
    text: {
      zh: `{name}：\n\n用户名“{username}”已于 {now} 关联统一身份，以后可以用它登录。\n\n${ifNotYou.zh}`,
      en: `{name},\n\n"{username}" was linked with single sign-on on {now} and can be signed in to by it.\n\n${ifNotYou.en}`,
    },
  },
  MAIL_CHANGED: {
    subject: { zh: '账号的邮箱已更改', en: 'The mail address of your account was changed' },
    text: {
      zh: `{name}：\n\n系统管理员已于 {now} 更改用户名“{username}”的邮箱，以后的邮件不再寄到这里。\n\n${ifNotYou.zh}`,
      en: `{name},\n\nthe system administrator changed the mail address of "{username}" on {now}; later letters go elsewhere.\n\n${ifNotYou.en}`,
    },
  },
});

export type LetterKind = keyof typeof letterWords;
