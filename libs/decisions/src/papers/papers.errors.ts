import { defineErrors } from '@dangwu/platform/errors';

export const papersErrors = defineErrors('papers', {
  SESSION_DOCUMENT_EARLY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在不能印发{kindZh}：{whyZh}。请等到那一步再印发。',
    en: '{kindEn} of "{title}" cannot be issued now: {whyEn}. Issue it when that is done.',
  },
  SESSION_DOCUMENT_ISSUED: {
    code: 'CONFLICT',
    zh: '{kindZh}已经印发，文号是 {number}，不能重复印发。请下载已印发的文件。',
    en: '{kindEn} was issued as {number} and is not issued twice. Download what was issued.',
  },
  SEAL_IMAGE_MISSING: {
    code: 'PRECONDITION_FAILED',
    zh: '还没有上传{bodyZh}的签章图像。请先上传，或者不用签章印发。',
    en: 'There is no picture of the seal of {bodyEn}. Add it first, or issue without one.',
  },
  SEAL_IMAGE_UNFIT: {
    code: 'BAD_USER_INPUT',
    zh: '文件“{name}”不能作签章图像：须是不超过 2 MB、长宽都不超过 2000 像素的 PNG 或 JPG 图片。请换一个文件。',
    en: 'The file "{name}" is no picture of a seal: it takes a PNG or JPEG of at most 2 MB and 2000 pixels a side. Choose another.',
  },
});
