import {
  choice,
  code,
  text,
  type CheckRow,
  type FaultDefinitions,
  type ImportDeclaration,
  type ImportField,
} from '@dangwu/imports';
import { attendanceWords } from '../attendance-words';
import { AttendanceState } from '../attendance.enums';

/** A row of a workbook of attendance. */
export interface SheetPerson {
  /** of the row of the roster: names occur twice, and one of another activity is none of this */
  readonly id: string;
  readonly name: string;
  /** as it stood when the workbook was downloaded; blank: unmarked */
  readonly before: AttendanceState;
  readonly state: AttendanceState;
  readonly reason: string;
}
export type SheetRowRead = CheckRow<SheetPerson>;

const { ENTITLED, MADE_UP, ...others } = AttendanceState;
const words = (state: AttendanceState): string[] => [attendanceWords[state].zh, attendanceWords[state].en];
const states = {
  ...(Object.fromEntries(Object.values(others).map((state) => [state, words(state)])) as Record<
    Exclude<AttendanceState, 'ENTITLED' | 'MADE_UP'>,
    string[]
  >),
  [MADE_UP]: words(MADE_UP),
  [ENTITLED]: words(ENTITLED),
};

/** What the drop-down offers, as the page does: 补学 follows an activity. */
export const choicesOf = (over: boolean): string[] =>
  Object.values(AttendanceState)
    .filter((state) => state !== ENTITLED && (over || state !== MADE_UP))
    .concat(ENTITLED)
    .map((state) => attendanceWords[state].zh);

const state = (name: ImportField['name'], help: ImportField['help']): ImportField<AttendanceState> => ({
  name,
  synonyms: [],
  need: 'HEADING',
  read: choice<AttendanceState>(states, 'UNKNOWN_STATE'),
  help,
});

export const sheetFields: ImportDeclaration<SheetPerson>['fields'] = {
  id: {
    name: { zh: '编号', en: 'Id' },
    synonyms: [],
    need: 'HEADING',
    read: code(),
    help: { zh: '认人用，不要改动', en: 'tells who it is; leave it as it is' },
  },
  name: {
    name: { zh: '姓名', en: 'Name' },
    synonyms: [],
    need: 'HEADING',
    read: text(),
    help: { zh: '与编号对照，不要改动', en: 'compared with the id; leave it as it is' },
  },
  before: state(
    { zh: '下载时', en: 'As downloaded' },
    { zh: '下载时的登记，不要改动', en: 'as it stood at the download; leave it as it is' },
  ),
  state: state(
    { zh: '参会情况', en: 'Attendance' },
    { zh: '从下拉列表中选择；留空的不改动', en: 'choose from the list; what is blank stays as it is' },
  ),
  reason: {
    name: { zh: '原因或备注', en: 'Reason or remark' },
    synonyms: [],
    need: 'OPTIONAL',
    read: text(),
    help: { zh: '请假、缺席、补学的原因', en: 'of leave, absence, making up' },
  },
};

const anew = {
  zh: '请重新下载名单，在新的表里填写。',
  en: 'Download the roster anew and fill that in.',
};

export const sheetFaults = {
  ID_MISSING: {
    severity: 'FAULT',
    message: { zh: '这一行没有编号，认不出是谁。', en: 'This row has no id: it does not say who it is about.' },
    advice: {
      zh: '名单以外的人请先邀请，再重新下载；多余的行请删去。',
      en: 'Invite whoever is not on the roster, then download it anew; delete rows that are not needed.',
    },
  },
  NOT_ON_THIS_ROSTER: {
    severity: 'FAULT',
    message: {
      zh: '编号 {found} 不在这场活动的参会名单上。',
      en: 'The id {found} is not on the roster of this activity.',
    },
    advice: {
      zh: '请核对是不是别的活动的表。这场活动的名单请从它的页面下载。',
      en: 'Check whether this is the workbook of another activity. That of this one is on its page.',
    },
  },
  PERSON_TWICE: {
    severity: 'FAULT',
    message: { zh: '第 {first} 行是同一个编号。', en: 'Row {first} has the same id.' },
    advice: { zh: '请每人只留一行。', en: 'Leave one row for each person.' },
  },
  NAME_DIFFERS: {
    severity: 'FAULT',
    message: {
      zh: '这个编号是“{name}”，表里写的是“{found}”。',
      en: 'This id is of "{name}"; the row says "{found}".',
    },
    advice: {
      zh: '可能只排序了部分列，各行错位。请重新下载后填写。',
      en: 'Perhaps only some columns were sorted, so that rows were torn apart. Download it anew and fill that in.',
    },
  },
  UNKNOWN_STATE: {
    severity: 'FAULT',
    message: { zh: '“{found}”不是参会情况。', en: '"{found}" is no state of attendance.' },
    advice: { zh: '请从下拉列表中选择：{choices}。', en: 'Choose one of the list: {choices}.' },
  },
  CHANGED_SINCE: {
    severity: 'FAULT',
    message: {
      zh: '下载以后已登记为“{now}”，表里要改成“{found}”。',
      en: 'Since the download it was recorded as "{nowEn}"; the row says "{found}".',
    },
    advice: anew,
  },
} as const satisfies FaultDefinitions;
