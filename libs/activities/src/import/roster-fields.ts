import { code, day, integer, reader, text, Unreadable, type CellReader, type ImportField } from '@dangwu/imports';
import { earliestDay } from '../activity/activity-lifecycle';
import { shippedTypes } from '../catalogue/shipped-catalogue';

/** A row of a list of activities after reading; what is blank is absent. */
export interface RosterActivity {
  externalId?: string;
  /** name or code of the organization, as written */
  organization: string;
  /** name of the type, as written */
  type: string;
  title: string;
  heldOn: string;
  /** HH:MM */
  from: string;
  to: string;
  /** of what lasts several days */
  endsOn?: string;
  place?: string;
  /** names of topics, as written */
  topics?: readonly string[];
  entitledCount?: number;
  presentCount?: number;
  remoteCount?: number;
  leaveCount?: number;
  summary?: string;
}

const written = /^(上午|早上|下午|晚上|中午|am|pm)?(\d{1,2})(?:[:时点](半|\d{1,2})?)?分?(?::\d{1,2})?(am|pm)?$/i;
const afternoon = /^(下午|晚上|中午|pm)$/i;

/** A time as lists write it: 14:30, 14：30, 14时30分, 14点半, 下午2:30, or a time cell of Excel that lost its format. */
export const time: CellReader<string> = reader((cell) => {
  if (cell.number !== undefined && cell.number > 0 && cell.number < 1) return clock(Math.round(cell.number * 1440));
  const match = written.exec(cell.text.normalize('NFKC').replace(/\s/g, ''));
  // a bare number is no time
  if (!match || cell.kind === 'date' || /^\d+$/.test(match[0])) return new Unreadable('BAD_TIME');
  const [, before, hours, minutes = '0', behind] = match;
  const late = afternoon.test(before ?? behind ?? '') && Number(hours) < 12 ? 12 : 0;
  const [hour, minute] = [Number(hours) + late, minutes === '半' ? 30 : Number(minutes)];
  return hour < 24 && minute < 60 ? clock(hour * 60 + minute) : new Unreadable('BAD_TIME');
});

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const topics: CellReader<readonly string[]> = reader((cell) =>
  cell.text
    .split(/[、,，;；/\n]+/)
    .map((name) => name.trim())
    .filter(Boolean),
);

const count = (name: ImportField['name'], synonyms: readonly string[], help: ImportField['help'], example: number) =>
  ({ name, synonyms, need: 'OPTIONAL', read: integer({ min: 0, max: 1_000_000 }), help, example }) as const;

export const rosterFields: {
  readonly [Key in keyof RosterActivity]-?: ImportField<NonNullable<RosterActivity[Key]>>;
} = {
  externalId: {
    name: { zh: '外部编号', en: 'External id' },
    synonyms: ['活动编号', '外部标识', '系统编号'],
    need: 'OPTIONAL',
    read: code(200),
    help: {
      zh: '本单位系统里的编号；有编号的按编号更新，没有的按组织、类型和开始时间对照。',
      en: "The id in the unit's own system. With it rows update by it, without by organization, type and start.",
    },
    example: 'HD-2026-001',
  },
  organization: {
    name: { zh: '党组织', en: 'Organization' },
    synonyms: ['主办党组织', '党组织名称', '组织名称', '所在党支部', '党支部', '支部名称', '主办单位', '召开组织'],
    need: 'VALUE',
    read: text(200),
    help: { zh: '由哪个党组织召开，填名称或编码。', en: 'Name or code of the organization that holds it.' },
    example: '综合部党支部',
    width: 36,
  },
  type: {
    name: { zh: '活动类型', en: 'Type' },
    synonyms: ['类型', '会议类型', '活动类别', '组织生活类型', '组织生活形式'],
    need: 'VALUE',
    read: text(50),
    choices: shippedTypes.map(({ name }) => name[0]),
    help: { zh: '活动目录里的类型；自设的类型也可以填。', en: 'A type of the catalogue; own ones can be given, too.' },
    example: '主题党日',
  },
  title: {
    name: { zh: '活动名称', en: 'Title' },
    synonyms: ['标题', '活动标题', '会议名称', '活动主题', '名称'],
    need: 'VALUE',
    read: text(200),
    help: { zh: '这一场叫什么。', en: 'What it is called.' },
    example: '九月主题党日',
    width: 36,
  },
  heldOn: {
    name: { zh: '日期', en: 'Day' },
    synonyms: ['活动日期', '召开日期', '举行日期', '开始日期', '会议日期'],
    need: 'VALUE',
    read: day({ earliest: earliestDay, future: true }),
    help: { zh: '写成 2026-09-18 的样子。', en: 'As in 2026-09-18.' },
    example: '2026-09-18',
  },
  from: {
    name: { zh: '开始时间', en: 'From' },
    synonyms: ['开始', '起始时间', '时间'],
    need: 'VALUE',
    read: time,
    help: { zh: '写成 14:30 的样子。', en: 'As in 14:30.' },
    example: '14:30',
  },
  to: {
    name: { zh: '结束时间', en: 'Until' },
    synonyms: ['结束', '终止时间'],
    need: 'VALUE',
    read: time,
    help: { zh: '写成 16:00 的样子，晚于开始时间。', en: 'As in 16:00, later than the start.' },
    example: '16:00',
  },
  endsOn: {
    name: { zh: '结束日期', en: 'Last day' },
    synonyms: ['终止日期', '截止日期'],
    need: 'OPTIONAL',
    read: day({ earliest: earliestDay, future: true }),
    help: { zh: '开几天的才填。', en: 'Only of what lasts several days.' },
  },
  place: {
    name: { zh: '地点', en: 'Place' },
    synonyms: ['活动地点', '会议地点', '召开地点'],
    need: 'OPTIONAL',
    read: text(200),
    help: { zh: '在哪里召开。', en: 'Where it is held.' },
    example: '三楼会议室',
  },
  topics: {
    name: { zh: '主题', en: 'Topics' },
    synonyms: ['活动专题', '专题', '主题分类'],
    need: 'OPTIONAL',
    read: topics,
    help: { zh: '活动目录里的主题，几个之间用顿号隔开。', en: 'Topics of the catalogue, separated by commas.' },
  },
  entitledCount: count(
    { zh: '应到人数', en: 'Entitled' },
    ['应到', '应参加人数', '应到会人数'],
    { zh: '召开以后填：应到多少人。', en: 'Once it was held: how many were to attend.' },
    20,
  ),
  presentCount: count(
    { zh: '实到人数', en: 'Present' },
    ['实到', '实际参加人数', '到会人数', '参加人数'],
    { zh: '召开以后填：实到多少人，含线上。', en: 'Once it was held: how many attended, remote ones too.' },
    18,
  ),
  remoteCount: count(
    { zh: '线上人数', en: 'Remote' },
    ['线上', '线上参加人数', '视频参加人数'],
    { zh: '实到里线上参加的，不填按 0 计。', en: 'Those of the present who took part remotely; none when blank.' },
    0,
  ),
  leaveCount: count(
    { zh: '请假人数', en: 'On leave' },
    ['请假', '请假数'],
    { zh: '请假的人数，不填按 0 计。', en: 'How many were on leave; none when blank.' },
    2,
  ),
  summary: {
    name: { zh: '内容摘要', en: 'Summary' },
    synonyms: ['摘要', '活动内容', '主要内容', '会议内容'],
    need: 'OPTIONAL',
    read: text(5000),
    help: { zh: '几句话写明内容。', en: 'What happened, in a few sentences.' },
    width: 48,
  },
};
