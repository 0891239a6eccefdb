import { defineErrors } from '@dangwu/platform/errors';

/** Refusals around accounts, passwords, second factors and single sign-on. */
export const identityErrors = defineErrors('access', {
  SIGN_IN_STEP_OVER: {
    code: 'PRECONDITION_FAILED',
    zh: '这次登录的下一步已经过期，或者已经做完。请从用户名和密码重新开始。',
    en: 'The next step of this sign-in is over or was done already. Begin again with user name and password.',
  },
  SIGN_IN_AGAIN: {
    code: 'PRECONDITION_FAILED',
    zh: '这一步需要刚刚登录过（{minutes} 分钟之内）。请退出后重新登录，再做一次。',
    en: 'This needs a sign-in of the last {minutes} minutes. Sign out, sign in again and repeat it.',
  },
  SECOND_FACTOR_WRONG: {
    code: 'BAD_USER_INPUT',
    zh: '验证码不对，或者已经用过，还可以试 {remaining} 次。请等验证器显示下一个验证码再输入；手机时间不准时也会这样。',
    en: 'The code is wrong or was used already; {remaining} tries are left. Wait for the next code of the authenticator; a phone whose clock is off also shows wrong ones.',
  },
  SECOND_FACTOR_LOCKED: {
    code: 'RATE_LIMITED',
    zh: '验证码连续 {limit} 次不对，第二步验证已锁定 {minutes} 分钟。请在 {wait} 分钟后再试。',
    en: 'The code was wrong {limit} times in a row, so the second step is locked for {minutes} minutes. Try again in {wait} minutes.',
  },
  SECOND_FACTOR_MISSING: {
    code: 'PRECONDITION_FAILED',
    zh: '这个账号还没有启用两步验证，这一步无从做起。请先在“我的账号”里启用。',
    en: 'This account has no second factor, so there is nothing to do. Set it up on the page of your account first.',
  },
  SECOND_FACTOR_COMPULSORY: {
    code: 'PRECONDITION_FAILED',
    zh: '系统管理员、安全管理员、审计管理员必须使用两步验证，不能停用。要换手机，请在“我的账号”里重新绑定。',
    en: 'System administrator, security administrator and auditor must have a second factor, so it cannot be removed. To change the phone, set it up anew instead.',
  },
  ENROLMENT_NOT_STARTED: {
    code: 'PRECONDITION_FAILED',
    zh: '请先取得密钥并加入验证器，再输入它显示的验证码。',
    en: 'Fetch the secret and add it to the authenticator first, then enter the code it shows.',
  },
  PASSWORD_WRONG: {
    code: 'BAD_USER_INPUT',
    zh: '当前密码不对，还可以试 {remaining} 次。连续 {limit} 次不对，将锁定 {minutes} 分钟。',
    en: 'The current password is wrong; {remaining} tries are left. After {limit} failures in a row the name is locked for {minutes} minutes.',
  },
  PASSWORD_USED_BEFORE: {
    code: 'BAD_USER_INPUT',
    zh: '这个密码最近用过：新密码不能与最近 {count} 个相同。请换一个。',
    en: 'This password was used lately: the last {count} cannot be taken again. Choose another.',
  },
  LINK_OVER: {
    code: 'PRECONDITION_FAILED',
    zh: '这个链接已经用过、过期，或者不完整。请重新申请；邀请过期请联系系统管理员再发一次。',
    en: 'This link was used, has expired or is not complete. Ask for a new one; for an invitation, ask the system administrator.',
  },
  RESET_LIMITED: {
    code: 'RATE_LIMITED',
    zh: '短时间内申请了 {limit} 次，先停一停。请在 {wait} 分钟后再试，并检查邮箱里已有的邮件。',
    en: 'It was asked for {limit} times within a short while. Try again in {wait} minutes, and look at the letters that have come.',
  },
  MAIL_FORM: {
    code: 'BAD_USER_INPUT',
    zh: '“{mail}”不是完整的邮箱地址。请检查后再提交。',
    en: '"{mail}" is not a complete mail address. Check it and submit again.',
  },
  MAIL_MISSING: {
    code: 'PRECONDITION_FAILED',
    zh: '这个账号没有邮箱，链接无处可寄。请先填写邮箱。',
    en: 'This account has no mail address, so a link cannot be sent. Enter one first.',
  },
  ACCOUNT_OWN: {
    code: 'PRECONDITION_FAILED',
    zh: '不能对自己的账号做这一步。请由另一位系统管理员办理，或在“我的账号”里办理。',
    en: 'This cannot be done to one’s own account. Let another system administrator do it, or use the page of your account.',
  },
  LAST_ADMINISTRATOR: {
    code: 'PRECONDITION_FAILED',
    zh: '这是唯一在用的“{roleZh}”，停用后就没有人担任了（三员分立）。请先由安全管理员授予另一个账号。',
    en: 'This is the only active "{roleEn}"; nobody would be left in that office. Let the security administrator grant it to another account first.',
  },
  ADMINISTRATOR_PROTECTED: {
    code: 'FORBIDDEN',
    zh: '这是管理员账号（三员分立），它的邮箱和两步验证不能由另一位管理员更改。本人可用恢复码登录；都丢失时由运维人员在服务器上办理（见运维手册）。',
    en: 'This is an administrator’s account: its mail address and second factor are not changed by another administrator. Recovery codes sign the person in; if they are lost too, it is done on the server (see operations).',
  },
  SINGLE_SIGN_ON_OFF: {
    code: 'PRECONDITION_FAILED',
    zh: '这个系统没有接入单位统一身份。请用用户名和密码登录。',
    en: 'Single sign-on is not set up here. Sign in by user name and password.',
  },
  SINGLE_SIGN_ON_UNAVAILABLE: {
    code: 'UNAVAILABLE',
    zh: '单位统一身份服务暂时没有应答。请稍后再试，或用用户名和密码登录。',
    en: 'The provider of single sign-on does not answer. Try again later, or sign in by user name and password.',
  },
  SINGLE_SIGN_ON_OVER: {
    code: 'PRECONDITION_FAILED',
    zh: '这次统一身份登录已经过期、已经用过，或者不是从这个浏览器开始的。请从登录页重新开始。',
    en: 'This single sign-on is over, was used already, or was not begun in this browser. Begin again from the sign-in page.',
  },
  SINGLE_SIGN_ON_REFUSED: {
    code: 'UNAUTHENTICATED',
    zh: '单位统一身份没有确认您的身份（可能是您取消了登录）。请重新开始；总是这样请联系系统管理员。',
    en: 'The provider of single sign-on did not confirm who you are (perhaps you cancelled). Begin again; if it keeps happening, ask the system administrator.',
  },
  SINGLE_SIGN_ON_NOT_LINKED: {
    code: 'UNAUTHENTICATED',
    zh: '您的统一身份还没有与这里的账号关联。请先用用户名和密码登录，在“我的账号”里关联；邮箱相同不会自动关联。',
    en: 'Your identity is not linked with an account here. Sign in by user name and password and link it on the page of your account; an equal mail address links nothing.',
  },
  SINGLE_SIGN_ON_LINKED: {
    code: 'CONFLICT',
    zh: '这个统一身份已经与一个账号关联，或者这个账号已经关联了另一个统一身份。请先解除原来的关联。',
    en: 'This identity is linked with an account already, or the account with another identity. Take that link away first.',
  },
  LAST_WAY_IN: {
    code: 'PRECONDITION_FAILED',
    zh: '这个账号没有密码，解除后就无法登录。请先设置密码（登录页“忘记密码”）。',
    en: 'This account has no password, so nobody could sign in afterwards. Set one first ("Forgotten password" on the sign-in page).',
  },
});
