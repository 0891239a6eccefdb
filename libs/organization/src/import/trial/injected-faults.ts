import type { MadeInjection } from '@dangwu/testing';
import type { MadeField, MadeLine, MadeTree } from './made-rosters';

type Injection = MadeInjection<MadeField, MadeTree>;

const put =
  (field: MadeField, ...values: string[]): Injection[1] =>
  (line, { random }) =>
    void (line[field] = random.of(values));
/** A code that no other line has: of two the later one would be a duplicate. */
const unused =
  (owners: readonly { readonly code: string }[]): Injection[1] =>
  (line, { made }) => {
    const owner = owners.find(({ code }) => made.lines.every((other) => other.code !== code));
    if (owner) line.code = owner.code;
    return owner !== undefined;
  };
const isGroup = (line: MadeLine): boolean => line.type === '党小组';

/** Known to the system and not in the roster, see `made-rosters.spec.ts`. */
const several = (name: string, code: string) =>
  Array.from({ length: 12 }, (_, i) => ({ name: `${name}${i}`, code: `${code}${i}` }));
export const gone = several('撤了的党委', 'GONE');
export const preparing = several('筹建的党委', 'SOON');
export const outside = { name: '别处的党委', code: 'AWAY' };

/** Every fault that a row which nobody refers to can have. */
export const byCode: Readonly<Record<string, readonly Injection[]>> = {
  REQUIRED: [
    ['code', put('code', '')],
    ['name', put('name', '')],
    ['type', put('type', '')],
    ['relation', put('relation', '')],
  ],
  CELL_ERROR: [
    ['tier', put('tier', '#N/A')],
    ['reportedMemberCount', put('reportedMemberCount', '#REF!')],
  ],
  TOO_LONG: [['name', put('name', '长'.repeat(201))]],
  BAD_NUMBER: [
    ['reportedMemberCount', put('reportedMemberCount', '约60', '十二', '6-8')],
    ['termYears', put('termYears', '三年', '2.5')],
  ],
  OUT_OF_RANGE: [
    ['reportedMemberCount', put('reportedMemberCount', '100001', '-3')],
    ['termYears', put('termYears', '0', '30')],
  ],
  BAD_DATE: [['foundedOn', put('foundedOn', '2019-02-30', '不详', '2019年13月1日', '2019/2.1')]],
  DATE_WITHOUT_DAY: [['foundedOn', put('foundedOn', '2005年2月', '2005.2', '200502')]],
  TWO_DIGIT_YEAR: [['foundedOn', put('foundedOn', '98.3.5', '05年2月1日')]],
  DATE_IN_FUTURE: [['foundedOn', put('foundedOn', '2031-01-01', '20310101')]],
  DATE_TOO_EARLY: [['foundedOn', put('foundedOn', '1919-05-04', '1911.10.10')]],
  BAD_CODE: [['code', put('code', '编 码', 'A#1', '*')]],
  DUPLICATE_CODE: [
    [
      'code',
      (line, { earlier }) => {
        const other = earlier(line);
        if (other) line.code = other.code;
        return other !== undefined;
      },
    ],
  ],
  DUPLICATE_NAME: [
    [
      'name',
      (line, { earlier }) => {
        const other = earlier(line);
        if (!other || isGroup(other) !== isGroup(line)) return false;
        Object.assign(line, { name: other.name, parent: other.parent });
        // the parent is another one, the day must not be before its
        line.foundedOn = other.foundedOn;
        return true;
      },
    ],
  ],
  CODE_OF_DISSOLVED: [['code', unused(gone)]],
  CODE_OF_PREPARING: [['code', unused(preparing)]],
  UNKNOWN_TYPE: [['type', put('type', '党支委', '部', '党委或党支部')]],
  UNKNOWN_RELATION: [['relation', put('relation', '管', '领导和指导')]],
  UNKNOWN_TIER: [['tier', put('tier', '别的层面', '会')]],
  UNKNOWN_PARENT: [['parent', put('parent', '查无此党委', 'M99999')]],
  AMBIGUOUS_PARENT: [['parent', (line) => !isGroup(line) && Boolean((line.parent = '重名党委'))]],
  PARENT_DISSOLVED: [['parent', (line) => !isGroup(line) && Boolean((line.parent = gone[0]!.name))]],
  OUT_OF_REACH: [['parent', (line) => !isGroup(line) && Boolean((line.parent = outside.name))]],
  SECOND_ROOT: [['parent', put('parent', '')]],
  CYCLE: [['parent', (line) => void (line.parent = line.name)]],
  TOO_DEEP: [['parent', (line, { made }) => !isGroup(line) && Boolean((line.parent = made.lowest.name))]],
  TYPE_UNDER_TYPE: [
    [
      'parent',
      (line, { earlier }) => {
        const other = earlier(line);
        if (!other || !isGroup(other)) return false;
        line.parent = other.name;
        line.foundedOn = other.foundedOn;
        return true;
      },
    ],
  ],
  GROUP_IS_LED: [['relation', (line) => isGroup(line) && Boolean((line.relation = '指导'))]],
  FOUNDED_BEFORE_PARENT: [['foundedOn', put('foundedOn', '1984-12-31', '1983年2月1日')]],
};
