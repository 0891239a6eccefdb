import { defineErrors } from '@dangwu/platform/errors';

export const schemeErrors = defineErrors('assessment-schemes', {
  SCHEME_NAME_TAKEN: {
    code: 'CONFLICT',
    zh: '已经有名为“{name}”的考核方案。请换一个名称，或者在那个方案里起草新的一版。',
    en: 'There is a scheme called "{name}" already. Choose another name, or draft a new version of that scheme.',
  },
  SCHEME_DRAFT_EXISTS: {
    code: 'CONFLICT',
    zh: '“{name}”已经有草稿（第 {no} 版），一个方案同时只写一份。请打开那份草稿接着改。',
    en: '"{name}" has a draft already (version {no}); a scheme has one at a time. Open it and go on with it.',
  },
  SCHEME_DRAFT_STALE: {
    code: 'CONFLICT',
    zh: '“{name}”的草稿在 {at} 由 {by} 保存过，您改的是之前的内容。请先看看那些改动，再决定用哪一份。',
    en: 'The draft of "{name}" was saved by {by} at {at}; what you changed is older. Look at those changes, then choose which one to keep.',
  },
  SCHEME_PUBLISHED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”第 {no} 版已经发布，不再改动：考核以它为准。要改，请起草新的一版。',
    en: 'Version {no} of "{name}" is published and stays as it is: assessments rest on it. Draft a new version to change it.',
  },
  SCHEME_NOT_PUBLISHED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”还没有发布过，没有可以依据的版本。请先发布现在的草稿。',
    en: '"{name}" was never published, so there is no version to begin from. Publish its draft first.',
  },
  SCHEME_FAULTY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”还有 {count} 处问题，不能发布。第一处：{placeZh}，{firstZh} 请逐处改好再发布。',
    en: '"{name}" still has {count} faults and cannot be published. The first: {placeEn}: {firstEn} Mend them all, then publish.',
  },
  SCHEME_UNREADABLE: {
    code: 'BAD_USER_INPUT',
    zh: '给出的内容不是考核方案：{path} 应为 {expected}。请按接口说明的格式提交。',
    en: 'What was sent is no scheme: at {path} there should be {expected}. Send it in the form that the contract describes.',
  },
  SCHEME_RETIRED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”自 {on} 起停用，不再起草新版，也不能发布。要用，请先恢复。',
    en: '"{name}" is retired since {on}: no version of it is drafted or published. Restore it first to use it.',
  },
  SCHEME_IN_USE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”没有停用，不用恢复。',
    en: '"{name}" is not retired; there is nothing to restore.',
  },
  SCHEME_NO_DRAFT_LEFT: {
    code: 'PRECONDITION_FAILED',
    zh: '这份草稿是“{name}”仅有的内容，舍弃后方案就空了。请改好发布，或者停用这个方案。',
    en: 'This draft is all there is of "{name}"; without it the scheme would be empty. Mend and publish it, or retire the scheme.',
  },
});
