import { defineErrors } from '@dangwu/platform/errors';

export const dispatchErrors = defineErrors('dispatches', {
  DISPATCH_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，不能{actZh}。请按它现在的状态办理。',
    en: '"{title}" is {stateEn} and cannot be {actEn}. Go on with what its state allows.',
  },
  DISPATCH_INCOMPLETE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”还不能印发：{missingZh}。请补上后再印发。',
    en: '"{title}" cannot be issued yet: {missingEn}. Complete it first.',
  },
  DISPATCH_SUPERIOR: {
    code: 'BAD_USER_INPUT',
    zh: '“{superior}”不是“{organization}”的上级党组织，不能作为主送机关。请选择领导它的党组织。',
    en: '"{superior}" does not lead "{organization}", so nothing is sent up to it. Choose an organization that leads it.',
  },
  DISPATCH_LEVEL: {
    code: 'RULE_VIOLATION',
    zh: '“{superior}”不是直接上级，直接上级是“{next}”。依据{ruleZh}（{basisZh}），应当逐级请示报告。请改送直接上级；确需越级的，写明原因。',
    en: '"{superior}" is not the next level up, which is "{next}". By {ruleEn} ({basisEn}) nobody is passed over. Send it to the next level, or give the reason.',
  },
  DISPATCH_ONE_MATTER: {
    code: 'RULE_VIOLATION',
    zh: '标题里有不止一件事：{matters}。依据{ruleZh}（{basisZh}），应当一文一事。请分开行文。',
    en: 'The title names more than one matter: {matters}. By {ruleEn} ({basisEn}) a document is about one. Write one for each.',
  },
  DISPATCH_HIDDEN_REQUEST: {
    code: 'RULE_VIOLATION',
    zh: '报告里写了“{phrase}”，这是请示的话。依据{ruleZh}（{basisZh}），报告不得夹带请示事项。请改为请示，或者删去这句话。',
    en: 'The report says "{phrase}", which asks for a decision. By {ruleEn} ({basisEn}) a report holds no request. Make it a request, or take the words out.',
  },
  DISPATCH_BEFORE: {
    code: 'RULE_VIOLATION',
    zh: '打算 {on} 就办，已经到了或过了这一天。依据{ruleZh}（{basisZh}），应当事前请示。请改日期；情况紧急、必须先办的，写明原因，事后及时报告。',
    en: 'It is planned for {on}, which is not ahead. By {ruleEn} ({basisEn}) a request comes before the act. Change the day; if it cannot wait, say why and report afterwards.',
  },
  DISPATCH_COPIED_BELOW: {
    code: 'RULE_VIOLATION',
    zh: '请示抄送了下级党组织：{names}。依据{ruleZh}（{basisZh}），请示不抄送下级。请从抄送中去掉。',
    en: 'The request is copied to organizations below: {names}. By {ruleEn} ({basisEn}) it is not. Take them out.',
  },
  DISPATCH_GUIDE_COPY: {
    code: 'RULE_VIOLATION',
    zh: '没有抄送“{guide}”，它是负责指导的党组织。依据{ruleZh}（{basisZh}），应当同时抄送。请加到抄送中。',
    en: '"{guide}", which guides the organization, gets no copy. By {ruleEn} ({basisEn}) it does. Add it to the copies.',
  },
  DISPATCH_DAY: {
    code: 'BAD_USER_INPUT',
    zh: '{on} 这一天不对：收文、批复、落实要按先后，不能早于上一步，也不能晚于今天；落实期限不能早于批复。请改正日期。',
    en: '{on} is not possible: receipt, reply and follow-up come one after another and not later than today; a follow-up is due no earlier than the reply. Correct the day.',
  },
  DISPATCH_FILE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到您上传的这个文件。请重新上传，再添加为附件。',
    en: 'You have uploaded no such file. Upload it again, then attach it.',
  },
  DISPATCH_FILE_USED: {
    code: 'CONFLICT',
    zh: '文件“{name}”已经是请示报告的附件了。请重新上传，再添加。',
    en: 'The file "{name}" is attached to a dispatch already. Upload it again.',
  },
  DISPATCH_ATTACHMENTS_TOO_MANY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已有 {count} 个附件，最多 {limit} 个。请合并后再添加。',
    en: '"{title}" has {count} attachments, at most {limit} are kept. Put some of them together.',
  },
  DISPATCH_REPLY_WORDS: {
    code: 'BAD_USER_INPUT',
    zh: '不是原样同意的批复，要写明意见或理由。请补上。',
    en: 'A reply other than plain approval says what is to change, or why not. Add it.',
  },
});
