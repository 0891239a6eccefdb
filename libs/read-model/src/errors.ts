/** What a client can do wrong with a read. The application maps it to BAD_USER_INPUT. */
export type ReadInputReason = 'PAGE_SIZE' | 'PAGE_BOTH' | 'CURSOR' | 'ORDER' | 'VALUE';

/** The client asked for something that cannot be; `messages` say what to do. */
export class ReadInputError extends Error {
  override readonly name = 'ReadInputError';
  constructor(
    readonly reason: ReadInputReason,
    readonly messages: { readonly zh: string; readonly en: string },
    readonly params: Record<string, unknown> = {},
  ) {
    super(messages.en);
  }
}

export const pageSize = (max: number): ReadInputError =>
  new ReadInputError(
    'PAGE_SIZE',
    {
      zh: `请给出 first 或 last，取值为 1 到 ${max} 的整数`,
      en: `Give first or last, a whole number from 1 to ${max}`,
    },
    { min: 1, max },
  );

export const pageBoth = (): ReadInputError =>
  new ReadInputError('PAGE_BOTH', {
    zh: 'first 与 last 只能给出其中一个：向后翻页用 first，向前翻页用 last',
    en: 'Give first or last, not both: first to page forward, last to page backward',
  });

export const badCursor = (): ReadInputError =>
  new ReadInputError('CURSOR', {
    zh: '游标与本次查询的排序不符：请使用同一排序所返回的游标，first 配 after，last 配 before',
    en: 'This cursor does not belong to this order: use a cursor answered under the same order, after with first, before with last',
  });

export const badOrder = (known: readonly string[]): ReadInputError =>
  new ReadInputError(
    'ORDER',
    {
      zh: `没有这种排序，请选择：${known.join('、')}`,
      en: `There is no such order, choose one of: ${known.join(', ')}`,
    },
    { known },
  );

export const badValue = (argument?: string): ReadInputError =>
  new ReadInputError(
    'VALUE',
    {
      zh: argument ? `参数 ${argument} 的值不合格式` : '某个参数的值不合其字段的格式，请检查编号、日期与游标',
      en: argument
        ? `The value of ${argument} does not have the right form`
        : 'A value does not fit its field: check ids, dates and cursors',
    },
    argument ? { argument } : {},
  );

/** PostgreSQL's codes for a value that its type cannot hold: number too large, bad date, bad text, not a uuid. */
const BAD_VALUES = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05']);

/** The same error, or what it means for the client. */
export function explain(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && BAD_VALUES.has(code) ? badValue() : error;
}
