import { defineErrors } from '@dangwu/platform/errors';

export const attachmentErrors = defineErrors('attachments', {
  ATTACHMENTS_TOO_MANY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已有 {count} 个附件，最多 {limit} 个。请先删去不需要的，或合并成一个文件。',
    en: '"{title}" has {count} attachments, at most {limit} are kept. Delete what is not needed, or put them into one file.',
  },
  ATTACHMENT_FILE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到您上传的这个文件。请重新上传，再添加为附件。',
    en: 'You have uploaded no such file. Upload it again, then attach it.',
  },
  ATTACHMENT_IS_SIGNATURE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”是会议记录的纸质签字页，和签字版本一起保存，不能删除。签错了请更正会议记录。',
    en: '"{name}" is the page on which minutes were signed; it is kept with that version. Correct the minutes if it is wrong.',
  },
  ATTACHMENT_USED: {
    code: 'CONFLICT',
    zh: '文件“{name}”已经是附件了。请重新上传，再添加到这场活动。',
    en: 'The file "{name}" is attached already. Upload it again to attach it here.',
  },
});
