import { defineErrors } from '@dangwu/platform/errors';

export const minutesErrors = defineErrors('minutes', {
  MINUTES_TOO_EARLY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，还不能写会议记录。活动开始以后再记录；草稿请先安排。',
    en: '"{title}" is {stateEn}: no minutes can be kept yet. They are kept from its beginning on; a draft is scheduled first.',
  },
  MINUTES_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”的会议记录现在是“{stateZh}”，不能{actZh}。签字以后先撤回再修改；锁定以后请更正。',
    en: 'The minutes of "{title}" are {stateEn} and cannot be {actEn}. Take a signature back before changing them; correct what is locked.',
  },
  MINUTES_CONFLICT: {
    code: 'CONFLICT',
    zh: '{savedBy}刚刚保存了这份会议记录，您的内容还没有保存，也没有丢失。请对照两份内容，选一份或合并以后再保存。',
    en: '{savedBy} has just saved these minutes. What you wrote is not saved and not lost: compare both, choose one or bring them together, and save again.',
  },
  MINUTES_INCOMPLETE: {
    code: 'PRECONDITION_FAILED',
    zh: '会议记录还不能签字：{missingZh}。请补上后再签。',
    en: 'The minutes cannot be signed yet: {missingEn}. Complete them first.',
  },
  MINUTES_VOTES: {
    code: 'BAD_USER_INPUT',
    zh: '一项表决共 {votes} 票，多于应到 {entitled} 人。请核对票数。',
    en: 'A vote has {votes} ballots, more than the {entitled} entitled. Check the counts.',
  },
  MINUTES_CHANGED: {
    code: 'CONFLICT',
    zh: '会议记录在您看过以后又改动了，这次签字没有生效。请重新阅读后再签。',
    en: 'The minutes were changed after you read them, so your signature did not take effect. Read them again and sign.',
  },
  MINUTES_SIGNED_BY_YOU: {
    code: 'PRECONDITION_FAILED',
    zh: '记录人和主持人要由两个账号分别签字，您已经签过了。请主持人“{chair}”本人登录后签字。',
    en: 'Recorder and chair sign with two accounts, and you have signed already. Let the chair, {chair}, sign in and sign.',
  },
  MINUTES_SIGNER: {
    code: 'PRECONDITION_FAILED',
    zh: '这里要“{name}”本人签字，您登录的账号是“{account}”。请本人登录后签字；姓名写错了请先改正。',
    en: 'This is for {name} to sign, and you are signed in as {account}. Let that person sign in, or correct the name first.',
  },
  MINUTES_TEXT_REFUSED: {
    code: 'BAD_USER_INPUT',
    zh: '正文里有不能保存的内容（{what}）。只支持段落、换行、列表、加粗、斜体和下划线，请去掉后再保存。',
    en: 'The text has something that is not kept ({what}). Paragraphs, breaks, lists, bold, italic and underline are; take it out and save again.',
  },
  MINUTES_TEXT_LONG: {
    code: 'BAD_USER_INPUT',
    zh: '一项议程的正文过长，超过 {limit} 个字符。请精简，或把材料作为附件上传。',
    en: 'The text of a point is longer than {limit} characters. Shorten it, or attach the material as a file.',
  },
  MINUTES_CHAIR_AMBIGUOUS: {
    code: 'PRECONDITION_FAILED',
    zh: '有 {count} 个账号叫“{name}”，不知道由谁签字。请在主持人一栏从列表中选择本人。',
    en: '{count} accounts are called {name}, so it is not known who signs. Choose the chair from the list.',
  },
  MINUTES_CHAIR_SIGNS: {
    code: 'PRECONDITION_FAILED',
    zh: '主持人“{name}”有账号，应由本人登录签字，不登记纸质签字。已通知本人。',
    en: 'The chair, {name}, has an account and signs with it; no signature on paper is recorded. The chair was told.',
  },
  MINUTES_PAPER_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到签字页。请先把主持人签过字的页面扫描或拍照，添加为“{title}”的附件（PDF 或图片），再登记。',
    en: 'The signed page was not found. Scan or photograph it, attach it to "{title}" as a PDF or picture, then record it.',
  },
  MINUTES_PAPER_BY_RECORDER: {
    code: 'PRECONDITION_FAILED',
    zh: '您是记录人，纸质签字要由另一个账号登记。请本组织或上级党组织的其他党务工作者登记。',
    en: 'You are the recorder, so another account records the signature on paper. Let somebody else who keeps the activities here do it.',
  },
});
