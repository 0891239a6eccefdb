import { defineErrors } from '@dangwu/platform/errors';

export const memberAccountErrors = defineErrors('member', {
  ACCOUNT_UNKNOWN: {
    code: 'NOT_FOUND',
    zh: '没有用户名是“{username}”的在用账号。请核对用户名；新账号由系统管理员开设。',
    en: 'There is no active account with the user name "{username}". Check it; new accounts are made by the system administrator.',
  },
  ACCOUNT_BOUND: {
    code: 'CONFLICT',
    zh: '这名党员已经有账号，或者这个账号已经属于另一名党员：一人一号。请先解除原来的。',
    en: 'This member has an account already, or the account belongs to another member: one each. Take the other away first.',
  },
  ACCOUNT_NOT_BOUND: {
    code: 'PRECONDITION_FAILED',
    zh: '这名党员没有账号，不必解除。',
    en: 'This member has no account, so there is nothing to take away.',
  },
});
