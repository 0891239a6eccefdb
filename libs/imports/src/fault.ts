import { fill, type ErrorParams, type Messages } from '@dangwu/platform/errors';

/** A fault keeps its row out; a flag only points something out. */
export type FaultSeverity = 'FAULT' | 'FLAG';

export interface FaultDefinition {
  readonly severity: FaultSeverity;
  /** what is wrong, per rule; `{name}` is filled from the parameters, `{found}` with what stands in the cell */
  readonly message: Messages;
  /** what to do */
  readonly advice: Messages;
}

export type FaultDefinitions = Readonly<Record<string, FaultDefinition>>;

/** One thing found at one cell. */
export interface Fault {
  readonly code: string;
  readonly severity: FaultSeverity;
  /** key of the field; null for the row as a whole */
  readonly field: string | null;
  /** what the cell shows; null when it is blank */
  readonly found: string | null;
  readonly message: Messages;
  readonly advice: Messages;
  /** the closest value that would do, where there is one: the parameter `suggestion` of whoever found the fault */
  readonly suggestion: string | null;
}

export function makeFault(
  definitions: FaultDefinitions,
  code: string,
  field: string | null,
  found: string | null,
  params: ErrorParams,
): Fault {
  const definition = definitions[code];
  if (!definition) throw new TypeError(`Fault code ${code} is not defined`);
  const values = { found: found ?? '', ...params };
  const both = ({ zh, en }: Messages): Messages => ({ zh: fill(zh, values), en: fill(en, values) });
  return {
    code,
    severity: definition.severity,
    field,
    found,
    message: both(definition.message),
    advice: both(definition.advice),
    suggestion: typeof params['suggestion'] === 'string' ? params['suggestion'] : null,
  };
}

/** Faults that any kind of roster can have; the kinds add their own. */
export const cellFaults = {
  REQUIRED: {
    severity: 'FAULT',
    message: { zh: '“{column}”没有填。', en: '"{column}" is blank.' },
    advice: { zh: '请填写这一格。', en: 'Fill in this cell.' },
  },
  CELL_ERROR: {
    severity: 'FAULT',
    message: { zh: '这一格是公式错误 {found}。', en: 'The formula in this cell gives {found}.' },
    advice: { zh: '请在 Excel 里改好公式，或直接填写结果。', en: 'Correct the formula in Excel, or type its result.' },
  },
  TOO_LONG: {
    severity: 'FAULT',
    message: {
      zh: '内容有 {length} 个字，超过 {limit} 个字的上限。',
      en: 'The text has {length} characters; {limit} are allowed.',
    },
    advice: { zh: '请缩短。', en: 'Shorten it.' },
  },
  BAD_NUMBER: {
    severity: 'FAULT',
    message: { zh: '“{found}”不是整数。', en: '"{found}" is not a whole number.' },
    advice: { zh: '请只填数字，例如 62。', en: 'Type digits only, for example 62.' },
  },
  OUT_OF_RANGE: {
    severity: 'FAULT',
    message: { zh: '{found} 不在 {min} 到 {max} 之间。', en: '{found} does not lie between {min} and {max}.' },
    advice: { zh: '请核对后改正。', en: 'Check it and correct it.' },
  },
  BAD_DATE: {
    severity: 'FAULT',
    message: { zh: '“{found}”不是日历上的一天。', en: '"{found}" is not a day of the calendar.' },
    advice: { zh: '请写成 2019-02-01 的样子。', en: 'Write it as in 2019-02-01.' },
  },
  DATE_WITHOUT_DAY: {
    severity: 'FAULT',
    message: { zh: '“{found}”没有写到日。', en: '"{found}" has no day.' },
    advice: { zh: '请写明年、月、日，例如 2019-02-01。', en: 'Give year, month and day, for example 2019-02-01.' },
  },
  TWO_DIGIT_YEAR: {
    severity: 'FAULT',
    message: {
      zh: '“{found}”的年份只有两位，分不清是哪个世纪。',
      en: 'The year of "{found}" has two digits; the century is unclear.',
    },
    advice: { zh: '请写四位年份，例如 2019-02-01。', en: 'Write the year with four digits, for example 2019-02-01.' },
  },
  DATE_IN_FUTURE: {
    severity: 'FAULT',
    message: { zh: '{date} 晚于今天（{today}）。', en: '{date} is later than today ({today}).' },
    advice: { zh: '请核对年份。', en: 'Check the year.' },
  },
  DATE_TOO_EARLY: {
    severity: 'FAULT',
    message: {
      zh: '{date} 早于 {earliest}，不可能是这个日期。',
      en: '{date} is earlier than {earliest} and cannot be right.',
    },
    advice: { zh: '请核对年份。', en: 'Check the year.' },
  },
  TOTAL_MISMATCH: {
    severity: 'FLAG',
    message: {
      zh: '第 {row} 行的合计写着 {stated}，名册里是 {counted}。',
      en: 'The totals in row {row} say {stated}; the rows give {counted}.',
    },
    advice: { zh: '请核对有没有漏掉或多出的行。', en: 'Check whether rows are missing or surplus.' },
  },
} as const satisfies FaultDefinitions;
