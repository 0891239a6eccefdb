import { defineErrors } from '../errors';

export const keyErrors = defineErrors('keys', {
  PERSON_ERASED: {
    code: 'PRECONDITION_FAILED',
    zh: '该人员的个人信息已依法删除，不能再写入。',
    en: 'The personal data of this person has been erased, so nothing can be written about them any more.',
  },
});
