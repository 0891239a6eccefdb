import { defineErrors } from '@dangwu/platform/errors';

export const supervisionErrors = defineErrors('supervision', {
  SUPERVISION_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '这件事现在是“{stateZh}”，不能{actZh}。请刷新后查看。',
    en: 'This item is {stateEn} and cannot be {actEn}. Refresh and look again.',
  },
  SUPERVISION_OWN_WORK: {
    code: 'PRECONDITION_FAILED',
    zh: '这件事由您本人办理，不能由您确认销号。请本组织或上级党组织的其他党务工作者确认。',
    en: 'You carry this out yourself, so it is not for you to close. Let somebody else who keeps the activities of this organization or one that leads it confirm it.',
  },
  SUPERVISION_FILE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到您上传的这个佐证文件。请重新上传后再报告。',
    en: 'The file was not found among your uploads. Upload it again, then report.',
  },
  SUPERVISION_FILE_USED: {
    code: 'CONFLICT',
    zh: '文件“{name}”已经作过佐证，不重复使用。请重新上传，或者不附文件报告。',
    en: 'The file "{name}" was given with a report before. Upload it again, or report without it.',
  },
  PERSON_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到所选的人或组织“{name}”。请重新选择，或者只填姓名。',
    en: 'The chosen person or organization, {name}, was not found. Choose again, or enter a name alone.',
  },
});
