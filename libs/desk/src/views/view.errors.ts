import { defineErrors } from '@dangwu/platform/errors';

export const viewErrors = defineErrors('desk', {
  VIEW_NAME_TAKEN: {
    code: 'CONFLICT',
    zh: '您在这个名册里已有名为“{name}”的视图。请换一个名称，或者先删除那个视图。',
    en: 'You have a view named "{name}" of this ledger already. Choose another name, or delete that view first.',
  },
  VIEW_HOLDS_NUMBER: {
    code: 'BAD_USER_INPUT',
    zh: '筛选条件里有身份证号或手机号，视图不保存个人号码。请去掉号码再保存。',
    en: 'The filter holds an ID number or a phone number. Views keep no numbers of people; take it out, then save.',
  },
  TOO_MANY_VIEWS: {
    code: 'PRECONDITION_FAILED',
    zh: '一个名册最多保存 {most} 个视图。请先删除不用的视图。',
    en: 'At most {most} views of a ledger can be saved. Delete one that is not needed.',
  },
  VIEW_AUDIENCE_MISFIT: {
    code: 'BAD_USER_INPUT',
    zh: '与党组织共享时才填党组织。请补上党组织，或者改选共享范围。',
    en: 'An organization belongs to sharing with an organization only. Name it, or choose another audience.',
  },
  VIEWS_CHANGED: {
    code: 'CONFLICT',
    zh: '视图已在别处增减，没有改动顺序。请刷新后再排。',
    en: 'Views were added or deleted elsewhere; the order was left as it is. Reload and arrange them again.',
  },
});
