import type { MadeInjection } from '@dangwu/testing';
import type { MadeField, MadeLine } from './made-activities';

type Injection = MadeInjection<MadeField>;
const put =
  (field: MadeField, ...values: string[]): Injection[1] =>
  (line, { random }) =>
    void (line[field] = random.of(values));
const isRecorded = (line: MadeLine): boolean => line.presentCount !== '';
const counts = (entitled: number, present: number, remote: number, leave: number) => ({
  entitledCount: String(entitled),
  presentCount: String(present),
  remoteCount: String(remote),
  leaveCount: String(leave),
});
const counted =
  (...given: Parameters<typeof counts>): Injection[1] =>
  (line) =>
    isRecorded(line) && Boolean(Object.assign(line, counts(...given)));

/** Known to the system and not in the list, see `made-rosters.spec.ts`. */
export const twice = '重名党支部';
export const gone = '撤了的党支部';
export const outside = '别处的党支部';
export const group = '第一党小组';
export const retired = '停用的类型';
/** activities the system has, by their ids */
export const elsewhere = 'SYS-ELSEWHERE';
export const putOff = 'SYS-PUT-OFF';
export const otherDay = 'SYS-OTHER-DAY';
export const booked = 'SYS-BOOKED';
export const there = { organization: '第1党支部', type: '党课' };

/** Another row with the id would be a duplicate. */
const withId =
  (externalId: string, more: Partial<MadeLine>): Injection[1] =>
  (line, { made }) => {
    if (made.lines.some((other) => other.externalId === externalId)) return false;
    Object.assign(line, { externalId, ...more });
    return true;
  };

/** Every fault that a row can have, flags among them. */
export const byCode: Readonly<Record<string, readonly Injection[]>> = {
  REQUIRED: [
    ['organization', put('organization', '')],
    ['type', put('type', '')],
    ['title', put('title', '')],
    ['heldOn', put('heldOn', '')],
    ['from', put('from', '')],
    ['to', put('to', '')],
  ],
  CELL_ERROR: [['place', put('place', '#N/A', '#REF!')]],
  TOO_LONG: [
    ['title', put('title', '长'.repeat(201))],
    ['place', put('place', '远'.repeat(201))],
  ],
  BAD_NUMBER: [['leaveCount', (line) => isRecorded(line) && Boolean((line.leaveCount = '两三个'))]],
  OUT_OF_RANGE: [['remoteCount', (line) => isRecorded(line) && Boolean((line.remoteCount = '-1'))]],
  BAD_DATE: [['heldOn', put('heldOn', '2024-02-30', '不详', '2024年13月1日')]],
  DATE_WITHOUT_DAY: [['heldOn', put('heldOn', '2024年2月')]],
  TWO_DIGIT_YEAR: [['heldOn', put('heldOn', '24.3.5')]],
  DATE_TOO_EARLY: [['heldOn', put('heldOn', '1921-06-30')]],
  BAD_TIME: [
    ['from', put('from', '上午', '25:00', '9点70分', '14')],
    ['to', put('to', '散会时', '12:60')],
  ],
  UNKNOWN_ORGANIZATION: [['organization', put('organization', '查无此支部', 'B99')]],
  AMBIGUOUS_ORGANIZATION: [['organization', put('organization', twice)]],
  OUT_OF_REACH: [['organization', put('organization', outside)]],
  ORGANIZATION_NOT_THERE: [
    [
      'heldOn',
      (line) => line.endsOn === '' && line.type !== '党课' && Boolean(Object.assign(line, { organization: gone })),
    ],
  ],
  UNKNOWN_TYPE: [['type', put('type', '茶话会', '会')]],
  TYPE_RETIRED: [['type', put('type', retired)]],
  TYPE_NOT_HERE: [
    ['type', (line) => line.type === '支部党员大会' && Boolean(Object.assign(line, { organization: group }))],
  ],
  DAY_TOO_FAR: [
    [
      'heldOn',
      (line) => {
        if (isRecorded(line) || line.endsOn) return false;
        line.heldOn = '2031-05-01';
        return true;
      },
    ],
  ],
  END_BEFORE_START: [
    ['to', (line) => line.endsOn === '' && Boolean(Object.assign(line, { from: '9:30', to: '9:30' }))],
  ],
  TOO_MANY_DAYS: [['endsOn', (line) => line.heldOn < '2024' && Boolean((line.endsOn = '2024-06-01'))]],
  UNKNOWN_TOPIC: [['topics', put('topics', '钓鱼', '党风廉政、钓鱼')]],
  TOO_MANY_TOPICS: [['topics', put('topics', Array<string>(11).fill('会员服务').join('、'))]],
  COUNTS_INCOMPLETE: [
    ['entitledCount', (line) => isRecorded(line) && Boolean(((line.entitledCount = ''), true))],
    ['presentCount', (line) => isRecorded(line) && Boolean(((line.presentCount = ''), true))],
  ],
  COUNTS_AHEAD: [['leaveCount', (line, { made }) => isRecorded(line) && line.endsOn === '' && ahead(line, made.lines)]],
  COUNT_PRESENT: [['presentCount', counted(10, 11, 0, 0)]],
  COUNT_REMOTE: [['remoteCount', counted(10, 8, 9, 0)]],
  COUNT_LEAVE: [['leaveCount', counted(10, 8, 0, 3)]],
  DUPLICATE_ID: [
    [
      'externalId',
      (line, { earlier }) => {
        const other = earlier(line);
        if (!other?.externalId) return false;
        line.externalId = other.externalId;
        return true;
      },
    ],
  ],
  DUPLICATE_ROW: [
    [
      'from',
      (line, { earlier }) => {
        const other = earlier(line);
        if (!other) return false;
        const { organization, type, heldOn, from, to, endsOn } = other;
        Object.assign(line, { organization, type, heldOn, from, to, endsOn });
        return true;
      },
    ],
  ],
  ID_ELSEWHERE: [['externalId', withId(elsewhere, {})]],
  PUT_OFF: [['externalId', withId(putOff, there)]],
  DAY_DIFFERS: [['heldOn', withId(otherDay, there)]],
  TIMES_BOOKED: [['from', withId(booked, { ...there, heldOn: '2022-12-30', from: '9:00', to: '10:00', endsOn: '' })]],
  ODD_TIME: [['from', (line) => line.endsOn === '' && Boolean((line.from = '3:00'))]],
  SAME_DAY: [
    [
      'heldOn',
      (line, { earlier, made }) => {
        const other = earlier(line);
        if (!other) return false;
        const { organization, type, heldOn } = other;
        // a time that no other row has
        const no = made.lines.indexOf(line);
        const hour = 6 + (Math.floor(no / 28) % 12);
        const from = `${hour}:${String((no % 28) + 1).padStart(2, '0')}`;
        Object.assign(line, { organization, type, heldOn, from, to: `${hour + 1}:00`, endsOn: '' });
        return true;
      },
    ],
  ],
  NONE_PRESENT: [['presentCount', counted(10, 0, 0, 4)]],
  QUORUM_NOT_MET: [
    [
      'presentCount',
      (line) => line.type === '支部党员大会' && isRecorded(line) && Boolean(Object.assign(line, counts(10, 4, 0, 4))),
    ],
  ],
};

/** A day that is still to come and that no other row has. */
function ahead(line: MadeLine, lines: readonly MadeLine[]): boolean {
  const taken = new Set(lines.map(({ heldOn }) => heldOn));
  const free = Array.from({ length: 28 }, (_, i) => `2027-02-${String(i + 1).padStart(2, '0')}`).find(
    (day) => !taken.has(day),
  );
  if (free) line.heldOn = free;
  return free !== undefined;
}
