import { code, integer, text, type CheckRow, type FaultDefinitions, type ImportDeclaration } from '@dangwu/imports';

/** A row of a workbook of scores: one indicator of one assessed. */
export interface WorkbookScore {
  /** global id of the assessment: names occur twice */
  readonly assessment: string;
  /** key of the indicator */
  readonly node: string;
  readonly subject: string;
  /** as it was downloaded: what was changed since is not written over */
  readonly version: number;
  readonly value: string;
  readonly comment: string;
}
export type WorkbookRow = CheckRow<WorkbookScore>;

export const workbookFields: ImportDeclaration<WorkbookScore>['fields'] = {
  assessment: {
    name: { zh: '对象编号', en: 'Assessment' },
    synonyms: [],
    need: 'HEADING',
    read: code(),
    help: { zh: '认对象用，不要改动', en: 'tells who is assessed; leave it as it is' },
  },
  node: {
    name: { zh: '指标编号', en: 'Indicator key' },
    synonyms: [],
    need: 'HEADING',
    read: code(120),
    help: { zh: '认指标用，不要改动', en: 'tells which indicator it is; leave it as it is' },
  },
  subject: {
    name: { zh: '考核对象', en: 'Assessed' },
    synonyms: [],
    need: 'HEADING',
    read: text(),
    help: { zh: '与编号对照，不要改动', en: 'compared with the id; leave it as it is' },
  },
  version: {
    name: { zh: '下载时版本', en: 'Version' },
    synonyms: [],
    need: 'HEADING',
    read: integer({ min: 0, max: 2_000_000_000 }),
    help: { zh: '认下载以后的改动，不要改动', en: 'tells what was changed since; leave it as it is' },
  },
  value: {
    name: { zh: '评分', en: 'Score' },
    synonyms: [],
    need: 'HEADING',
    read: text(40),
    help: { zh: '选档、打分或记次数；留空的不改动', en: 'a level, points or times; what is blank stays as it is' },
  },
  comment: {
    name: { zh: '评分理由', en: 'Reason' },
    synonyms: [],
    need: 'HEADING',
    read: text(2_000),
    help: { zh: '扣分的要说明理由', en: 'why, where points are cut' },
  },
};

const anew = {
  zh: '请重新下载评分表，在新的表里填写。',
  en: 'Download the workbook anew and fill that in.',
};

export const workbookFaults = {
  ID_MISSING: {
    severity: 'FAULT',
    message: {
      zh: '这一行没有编号，认不出是哪个对象的哪个指标。',
      en: 'This row does not say which indicator of whom it is.',
    },
    advice: anew,
  },
  NOT_TO_SCORE: {
    severity: 'FAULT',
    message: { zh: '编号 {found} 不是您这次要评的对象。', en: '{found} is nobody that you score in this cycle.' },
    advice: {
      zh: '请核对是不是别的考核或别人的表；已登记回避的不能评。',
      en: 'Check whether the workbook is of another cycle or person; those you are recused from are not scored.',
    },
  },
  NOT_ASKED: {
    severity: 'FAULT',
    message: {
      zh: '方案里没有指标 {found}，或者它不用您填。',
      en: 'There is no indicator {found}, or it is not asked of you.',
    },
    advice: anew,
  },
  ROW_TWICE: {
    severity: 'FAULT',
    message: { zh: '第 {first} 行是同一个对象的同一个指标。', en: 'Row {first} is the same indicator of the same.' },
    advice: { zh: '请只留一行。', en: 'Leave one row.' },
  },
  SUBJECT_DIFFERS: {
    severity: 'FAULT',
    message: {
      zh: '这个编号是“{subject}”，表里写的是“{found}”。',
      en: 'This id is of "{subject}"; the row says "{found}".',
    },
    advice: {
      zh: '可能只排序或移动了部分列，各行错位。请重新下载后填写。',
      en: 'Perhaps only some columns were sorted or moved, so that rows were torn apart. Download it anew and fill that in.',
    },
  },
  SHEET_CLOSED: {
    severity: 'FAULT',
    message: { zh: '“{subject}”的评分表不能再改：{whyZh}', en: 'The sheet of "{subject}" is closed: {whyEn}' },
    advice: { zh: '请删去这个对象的各行，或者请有权的人退回。', en: 'Delete its rows, or have the sheet returned.' },
  },
  VALUE_WRONG: {
    severity: 'FAULT',
    message: { zh: '“{found}”不行，应当是{asked}。', en: '"{found}" will not do: {askedEn} is asked for.' },
    advice: { zh: '请改正这一格，或者留空不改动。', en: 'Correct the cell, or leave it blank to change nothing.' },
  },
  CHANGED_SINCE: {
    severity: 'FAULT',
    message: {
      zh: '下载以后已改为“{now}”，表里要改成“{found}”。',
      en: 'Since the download it was changed to "{now}"; the row says "{found}".',
    },
    advice: anew,
  },
} as const satisfies FaultDefinitions;
