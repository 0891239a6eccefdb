import { defineErrors } from '../errors';

export const fileErrors = defineErrors('files', {
  FILE_TOO_LARGE: {
    code: 'BAD_USER_INPUT',
    zh: '文件超过 {limit} MB 的上限。请拆分或压缩后再上传。',
    en: 'The file is larger than the limit of {limit} MB. Split or compress it and upload it again.',
  },
  FILE_EMPTY: {
    code: 'BAD_USER_INPUT',
    zh: '文件“{name}”是空的。请检查后重新上传。',
    en: 'The file "{name}" is empty. Check it and upload it again.',
  },
  FILE_TYPE_REFUSED: {
    code: 'BAD_USER_INPUT',
    zh: '不能接收“{name}”这类文件。可以上传：{allowed}。',
    en: 'Files such as "{name}" are not accepted. You can upload: {allowed}.',
  },
  FILE_CONTENT_MISMATCH: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”的内容与扩展名不符。请用原来的程序打开，另存为 {expected} 后再上传。',
    en: 'What "{name}" contains is not what its extension says. Open it in its own program, save it as {expected} and upload it again.',
  },
  FILE_HOLDS_PROGRAM: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”里有程序、脚本或宏（{entry}），不能接收。请去掉后重新上传；Office 文件请另存为不带宏的格式。',
    en: '"{name}" holds a program, a script or a macro ({entry}) and is not accepted. Take it out and upload it again; save office files without macros.',
  },
  FILE_HOLDS_PACKAGE: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”里还有压缩包（{entry}），无法检查，不能接收。请解开后重新打包上传。',
    en: '"{name}" holds another archive ({entry}), which cannot be checked, and is not accepted. Unpack it and pack it again.',
  },
  FILE_NOT_SENT: {
    code: 'BAD_USER_INPUT',
    zh: '请求里没有文件。请以 multipart/form-data 的字段“file”上传一个文件。',
    en: 'The request carries no file. Upload one file as the field "file" of multipart/form-data.',
  },
  FILE_GONE: {
    code: 'NOT_FOUND',
    zh: '文件“{name}”的内容已不在文件库中。请联系系统管理员从备份恢复。',
    en: 'The content of the file "{name}" is no longer in the store. Ask the system administrator to restore it from the backup.',
  },
});
