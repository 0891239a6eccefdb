import { defineErrors } from '@dangwu/platform/errors';

export const setupErrors = defineErrors('setup', {
  SETUP_CLOSED: {
    code: 'CONFLICT',
    zh: '这个系统已经安装过，安装只做一次，不能重来。请直接登录；要另建一个协会，请用另一个数据库。',
    en: 'This installation was set up already, which happens once and for good. Sign in; for another association use another database.',
  },
  SETUP_TOKEN_WRONG: {
    code: 'FORBIDDEN',
    zh: '安装口令不对或已过期。它打印在启动这个系统的终端上；在服务器上运行 npm run setup 可以得到新的口令。',
    en: 'The set-up token is wrong or has expired. It stands on the terminal that started this system; npm run setup on the server prints a new one.',
  },
  SETUP_LOCKED: {
    code: 'RATE_LIMITED',
    zh: '安装口令连续 {limit} 次不对，暂停 {minutes} 分钟。请在 {wait} 分钟后再试。',
    en: 'The set-up token was wrong {limit} times in a row, so set-up is paused for {minutes} minutes. Try again in {wait} minutes.',
  },
  SETUP_SAME_PERSON: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”填写了两次：系统管理员、安全管理员、审计管理员必须是三个不同的人（三员分立）。请改为另一个人。',
    en: '"{name}" is entered twice: system administrator, security administrator and auditor are three different people. Enter somebody else.',
  },
});
