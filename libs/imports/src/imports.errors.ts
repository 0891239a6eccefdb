import { defineErrors } from '@dangwu/platform/errors';

/** Refusals of whole files and of steps of a batch. What is wrong with single cells are faults, see `fault.ts`. */
export const importErrors = defineErrors('imports', {
  WORKBOOK_UNREADABLE: {
    code: 'BAD_USER_INPUT',
    zh: '打不开这个文件：不是完整的 .xlsx 工作簿。请在 Excel 里打开它，另存为“Excel 工作簿（.xlsx）”后再上传。',
    en: 'This file cannot be opened: it is not a complete .xlsx workbook. Open it in Excel, save it as "Excel Workbook (.xlsx)" and upload that.',
  },
  WORKBOOK_PROTECTED: {
    code: 'BAD_USER_INPUT',
    zh: '这个文件设有密码，或是旧版 .xls。请去掉密码并另存为 .xlsx 后再上传。',
    en: 'This file has a password or is an old .xls. Remove the password, save it as .xlsx and upload that.',
  },
  WORKBOOK_HAS_MACROS: {
    code: 'BAD_USER_INPUT',
    zh: '这个文件带有宏，不予读取。请另存为不含宏的 .xlsx 后再上传。',
    en: 'This file holds macros and is not read. Save it as .xlsx without macros and upload that.',
  },
  WORKBOOK_TOO_LARGE: {
    code: 'BAD_USER_INPUT',
    zh: '文件太大：解压后超过 {limit} MB，没有读取。请删去图片和无关的工作表，或分成几个文件。',
    en: 'The file is too large: unpacked it exceeds {limit} MB, so it was not read. Remove pictures and other sheets, or split it.',
  },
  WORKBOOK_EMPTY: {
    code: 'BAD_USER_INPUT',
    zh: '文件里没有可读的工作表。请确认名册所在的工作表没有隐藏，并且不是空的。',
    en: 'The file has no sheet to read. Make sure the sheet with the roster is not hidden and not empty.',
  },
  SHEET_TOO_MANY_ROWS: {
    code: 'BAD_USER_INPUT',
    zh: '工作表“{sheet}”超过 {limit} 行。请分成几个文件导入。',
    en: 'Sheet "{sheet}" has more than {limit} rows. Split it into several files.',
  },
  SHEET_TOO_MANY_COLUMNS: {
    code: 'BAD_USER_INPUT',
    zh: '工作表“{sheet}”超过 {limit} 列。请删去名册以外的列。',
    en: 'Sheet "{sheet}" has more than {limit} columns. Remove the columns that are not part of the roster.',
  },
  HEADINGS_NOT_FOUND: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到表头。表头要有这些列：{headings}。可以下载模板，把内容粘贴进去。',
    en: 'No row of headings was found. It needs the columns {headings}. You can paste your rows into the template.',
  },
  HEADINGS_MISSING: {
    code: 'BAD_USER_INPUT',
    zh: '第 {row} 行的表头缺少这些列：{headings}。没认出的列：{unknown}。请补上缺的列，或指明哪一列是它。',
    en: 'The headings in row {row} lack {headings}. Columns not recognized: {unknown}. Add what is missing, or say which column it is.',
  },
  MAPPING_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '列的对应关系里有不存在的项：{fields}。请重新选择。',
    en: 'The mapping of columns names something that does not exist: {fields}. Choose again.',
  },
  MAPPING_TWICE: {
    code: 'BAD_USER_INPUT',
    zh: '有两列都对应到“{fields}”。每一项只能来自一列，请改其中一列。',
    en: 'Two columns are mapped to {fields}. Each can come from one column only; change one of them.',
  },
  CELL_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '这批里没有这一格，或者它已经改好了。请刷新后再看。',
    en: 'This import has no such cell, or it was corrected already. Reload it.',
  },
  IMPORT_KIND_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '不认识“{kind}”这种名册。可以导入的有：organizations、units、members。',
    en: 'There is no kind of roster "{kind}". One can import: organizations, units, members.',
  },
  CELL_PERSONAL: {
    code: 'PRECONDITION_FAILED',
    zh: '“{column}”是个人信息，显示相同的格子不一定是同一个号码，不能一起改。请逐格改正。',
    en: '"{column}" is personal data: cells that look the same need not hold the same number. Correct each by itself.',
  },
  IMPORT_USAGE: {
    code: 'BAD_USER_INPUT',
    zh: '用法：npm run import -- --kind organizations|units|members 文件.xlsx [--dry-run] [--good-rows] [--json] [--association 协会名称]',
    en: 'Usage: npm run import -- --kind organizations|units|members FILE.xlsx [--dry-run] [--good-rows] [--json] [--association NAME]',
  },
  IMPORT_ASSOCIATION: {
    code: 'BAD_USER_INPUT',
    zh: '找到 {count} 个协会，不知道导入哪一个。请用 --association 写明协会的全称。',
    en: '{count} associations match; name the one to import into with --association.',
  },
  IMPORT_NOT_IN_STATE: {
    code: 'CONFLICT',
    zh: '这批导入现在{stateZh}，不能再{verbZh}。请刷新后再看。',
    en: 'This import is {stateEn} and cannot be {verbEn} any more. Reload it.',
  },
  IMPORT_HAS_FAULTS: {
    code: 'PRECONDITION_FAILED',
    zh: '还有 {faulty} 行有错、{blocked} 行受其影响，没有写入。请改好后重新上传，或选择只导入 {good} 行没有问题的。',
    en: '{faulty} rows have faults and {blocked} depend on them; nothing was written. Correct and upload again, or import only the {good} good rows.',
  },
  IMPORT_NOTHING_TO_WRITE: {
    code: 'PRECONDITION_FAILED',
    zh: '这批里没有可以写入的行。请改好后重新上传。',
    en: 'This import has no row that could be written. Correct the file and upload it again.',
  },
  IMPORT_OUTDATED: {
    code: 'CONFLICT',
    zh: '检查之后，系统里的数据有了变动，{count} 行不再成立（第 {rows} 行）。没有写入任何内容，请重新检查。',
    en: 'Data changed after the check and {count} rows no longer hold (rows {rows}). Nothing was written; check the file again.',
  },
  IMPORT_UNDO_EXPIRED: {
    code: 'PRECONDITION_FAILED',
    zh: '导入满 {days} 天后不能整批撤销。请逐个更正。',
    en: 'An import cannot be undone as a whole after {days} days. Correct the single records.',
  },
  IMPORT_OUT_OF_REACH: {
    code: 'FORBIDDEN',
    zh: '不能撤销：这批里有 {count} 个不在您现在可以维护的范围内。请交给协会的党务工作人员。',
    en: 'It cannot be undone by you: {count} of its records lie outside what you may maintain now. Ask the party-affairs staff of the association.',
  },
  IMPORT_HAS_DEPENDANTS: {
    code: 'PRECONDITION_FAILED',
    zh: '不能撤销：导入之后有 {count} 处改动依赖它（{subjects}）。请先处理这些，或逐个更正。',
    en: 'It cannot be undone: {count} later changes depend on it ({subjects}). Deal with those first, or correct single records.',
  },
});
