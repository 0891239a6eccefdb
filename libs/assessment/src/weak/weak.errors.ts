import { defineErrors } from '@dangwu/platform/errors';

export const weakErrors = defineErrors('assessment-weak', {
  WEAK_NOT_LISTED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”不在“{title}”的后进名单里，不能移交整改。请重新打开名单再选；列入的条件见规则“{rule}”等。',
    en: '"{name}" is not on the list of weak organizations of "{title}" and cannot be handed over. Open the list again and choose from it; see the rule "{rule}" and those beside it.',
  },
});
