import { defineErrors } from '@dangwu/platform/errors';

/** Refusals of the request itself, before any operation runs. */
export const requestErrors = defineErrors('request', {
  SYNTAX: {
    code: 'BAD_USER_INPUT',
    zh: '查询写得不完整或有语法错误（第 {line} 行第 {column} 列）。请改正后再发。',
    en: 'The document has a syntax error at line {line}, column {column}. Correct it and send it again.',
  },
  INVALID_DOCUMENT: {
    code: 'BAD_USER_INPUT',
    zh: '查询与接口不符：{detail}。请对照接口说明改正。',
    en: 'The document does not fit the schema: {detail}. Compare it with the schema reference.',
  },
  UNWRITABLE_TEXT: {
    code: 'BAD_USER_INPUT',
    zh: '内容里有无法保存的字符（空字符，或残缺的 Unicode 字符）。请删去后再提交。',
    en: 'A text holds what cannot be stored: a NUL, or half of a Unicode character. Remove it and submit again.',
  },
  BAD_REQUEST: {
    code: 'BAD_USER_INPUT',
    zh: '请求的格式不对：请用 POST 发送 application/json，内容是 query、variables、operationName；一次一个操作。',
    en: 'The request is malformed: POST application/json with query, variables and operationName, one operation at a time.',
  },
  PREFLIGHT_REQUIRED: {
    code: 'BAD_USER_INPUT',
    zh: '请求被拦下，以防跨站伪造。请用 application/json 发送，或加上请求头 apollo-require-preflight: true。',
    en: 'Blocked as a possible cross-site request. Send application/json, or add the header apollo-require-preflight: true.',
  },
  FOREIGN_ORIGIN: {
    code: 'FORBIDDEN',
    zh: '请求被拦下：它由另一个网站的页面发出，却带着您的登录。请回到本平台再做这一步。',
    en: 'Blocked: a page of another site sent this with your session. Do this from within the console.',
  },
  UNTRUSTED_DOCUMENT: {
    code: 'FORBIDDEN',
    zh: '凭登录会话只能发送控制台自己的查询。要自己写查询，请用访问令牌（请求头 Authorization: Bearer）。',
    en: 'With a session only the console’s own documents are taken. To write documents, use an access token (Authorization: Bearer).',
  },
  UNKNOWN_DOCUMENT: {
    code: 'BAD_USER_INPUT',
    zh: '服务器不认识这个查询，控制台可能已经更新。请刷新页面后再试。',
    en: 'The server does not know this document; the console may have been updated. Reload the page and try again.',
  },
  TOO_MANY: {
    code: 'RATE_LIMITED',
    zh: '请求太多：每分钟的开销上限是 {limit}。请在 {wait} 秒后再试，或减小每页条数。',
    en: 'Too many requests: the limit is a cost of {limit} a minute. Try again in {wait} seconds, or ask for smaller pages.',
  },
  TOO_SLOW: {
    code: 'UNAVAILABLE',
    zh: '{seconds} 秒内没有完成，已停止等待。请缩小范围后再试；如果刚才在提交，请先查看是否已经生效。',
    en: 'Not done within {seconds} seconds, so the wait was ended. Narrow it down and try again; if this was a change, see first whether it took effect.',
  },
  TOO_LARGE: {
    code: 'BAD_USER_INPUT',
    zh: '请求超过 {limit}。请拆小后再发；大批数据请用导入。',
    en: 'The request is larger than {limit}. Split it; use an import for large amounts.',
  },
  TOO_DEEP: {
    code: 'QUERY_TOO_COMPLEX',
    zh: '查询嵌套了 {depth} 层，最多 {limit} 层。请分成几次查询。',
    en: 'The document nests {depth} levels; {limit} is the limit. Split it into several.',
  },
  TOO_MANY_ALIASES: {
    code: 'QUERY_TOO_COMPLEX',
    zh: '查询用了 {count} 个别名，最多 {limit} 个。请分成几次查询。',
    en: 'The document has {count} aliases; {limit} is the limit. Split it into several.',
  },
  TOO_COSTLY: {
    code: 'QUERY_TOO_COMPLEX',
    zh: '查询的开销是 {cost}，上限 {limit}（每个对象算 1，列表乘以每页条数）。请减少每页条数或嵌套的列表。',
    en: 'The document costs {cost}; {limit} is the limit (1 an object, lists times their page size). Ask for smaller pages or fewer nested lists.',
  },
  TOO_LONG: {
    code: 'QUERY_TOO_COMPLEX',
    zh: '查询太长，最多 {limit} 个词。请分成几次查询。',
    en: 'The document is too long; {limit} tokens is the limit. Split it into several.',
  },
  TOO_REPETITIVE: {
    code: 'QUERY_TOO_COMPLEX',
    zh: '查询里同一个字段重复太多次，无法检查。请每个字段只写一次。',
    en: 'The document repeats the same fields so often that it cannot be checked. Name each field once.',
  },
  ONE_MUTATION: {
    code: 'QUERY_TOO_COMPLEX',
    zh: '一次只能写一件事，这里有 {count} 件。请分开发送。',
    en: 'One mutation a document; this one has {count}. Send them one by one.',
  },
  INTROSPECTION_NEEDS_SESSION: {
    code: 'UNAUTHENTICATED',
    zh: '登录后才能查看接口结构。请先登录。',
    en: 'The schema can be inspected only when signed in. Sign in first.',
  },
  UNKNOWN_PAGE: {
    code: 'NOT_FOUND',
    zh: '没有这个地址。请核对路径。',
    en: 'There is nothing at this address. Check the path.',
  },
  INTERNAL: {
    code: 'INTERNAL',
    zh: '系统出错，没有写入任何内容。请把编号 {traceId} 告诉管理员。',
    en: 'Something went wrong on our side and nothing was written. Give the number {traceId} to your administrator.',
  },
});
