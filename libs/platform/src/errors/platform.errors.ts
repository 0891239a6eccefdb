import { defineErrors } from './define-errors';

export const platformErrors = defineErrors('platform', {
  UNKNOWN_ID: {
    code: 'NOT_FOUND',
    zh: '找不到这个对象，或者您看不到它。请核对编号。',
    en: 'There is no such object, or it is not visible to you. Check the id.',
  },
  MALFORMED_ID: {
    code: 'BAD_USER_INPUT',
    zh: '“{id}”不是 {type} 的编号。请使用接口返回的 id，原样传回。',
    en: '"{id}" is not an id of a {type}. Pass ids back exactly as the API gave them.',
  },
  STALE_VERSION: {
    code: 'CONFLICT',
    zh: '这条记录已被别人改过（现在是第 {current} 版）。请重新打开，再改一次。',
    en: 'Somebody else changed this record (it is now version {current}). Reload it and change it again.',
  },
  INVALID_FIELDS: {
    code: 'BAD_USER_INPUT',
    zh: '有 {count} 处填写不对：{fields}。请改正后再提交。',
    en: '{count} fields are not right: {fields}. Correct them and submit again.',
  },
  DATABASE_BUSY: {
    code: 'UNAVAILABLE',
    zh: '系统正忙，没有写入任何内容。请稍候再试。',
    en: 'The system is busy and nothing was written. Try again in a moment.',
  },
});
