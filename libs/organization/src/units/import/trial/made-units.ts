import type { MadeInjection, MadeKind, MadeLine as LineOf, Random } from '@dangwu/testing';
import { isUscc } from '../../uscc';
import { unitFields, type RosterUnit } from '../unit-fields';

export type MadeField = keyof RosterUnit;
/** One unit of a made roster. */
export type MadeLine = LineOf<MadeField>;

export const madeUnits: MadeKind<MadeField> = {
  title: '单位情况一览表',
  headings: (field) => [unitFields[field].name.zh, ...unitFields[field].synonyms],
  days: ['joinedOn'],
  numbers: { partyMemberCount: '人', employeeCount: '人' },
  merged: 'tier',
};

/** Known to the system and not in the roster, see `made-rosters.spec.ts`. */
export const responsible = Array.from({ length: 8 }, (_, i) => ({ name: `第${i + 1}党总支`, code: `Z${i + 1}` }));
export const twice = '重名党总支';
export const dissolved = '撤了的党总支';
export const outside = '别处的党总支';
/** units the system has */
export const taken = { name: '已登记的公司', code: 'OLD-1' };

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** A code of a region that there is not, with its check character. */
export function usccOf(no: number): string {
  const seventeen = `9199${String(no).padStart(13, '0')}`;
  return [...alphabet].map((last) => seventeen + last).find(isUscc)!;
}

/** A roster without any fault. */
export function madeRoster(random: Random, size: number): { lines: MadeLine[]; leaves: MadeLine[] } {
  const lines = Array.from({ length: size }, (_, no): MadeLine => {
    const { name, code } = random.of(responsible);
    const coverage = random.of(['单独建立', '联合建立', '派联络员', '未建立']);
    const own = coverage === '单独建立' || coverage === '联合建立';
    return {
      name: `${random.of([...'东西南北'])}${random.of([...'华泰安宁'])}${no}${random.of(['科技', '检测', '（集团）'])}公司`,
      code: random.chance(0.5) ? `HY${no}` : '',
      uscc: random.chance(0.7) ? usccOf(no) : '',
      kind: random.of(['会员企业', '会办企业', '其他', '']),
      tier: random.of(['秘书处', '会办企业', '分支机构', '理事会', '会员单位']),
      organization: random.of([name, code]),
      coverage,
      coveredBy: own && random.chance(0.5) ? random.of(responsible).name : '',
      liaison: coverage === '派联络员' ? '林晓晨' : '',
      partyMemberCount: random.chance(0.8) ? String(random.below(90)) : '',
      employeeCount: random.chance(0.8) ? String(random.below(900)) : '',
      joinedOn: random.chance(0.8) ? `20${10 + random.below(15)}-0${1 + random.below(9)}-1${random.below(9)}` : '',
    };
  });
  return { lines, leaves: lines };
}

type Injection = MadeInjection<MadeField>;
const put =
  (field: MadeField, ...values: string[]): Injection[1] =>
  (line, { random }) =>
    void (line[field] = random.of(values));
const asEarlier =
  (field: 'name' | 'code' | 'uscc'): Injection[1] =>
  (line, { earlier }) => {
    const other = earlier(line)?.[field];
    if (!other) return false;
    line[field] = other;
    return true;
  };

/** Every fault that a row can have. */
export const byCode: Readonly<Record<string, readonly Injection[]>> = {
  REQUIRED: [
    ['name', put('name', '')],
    ['tier', put('tier', '')],
    ['organization', put('organization', '')],
  ],
  CELL_ERROR: [['employeeCount', put('employeeCount', '#N/A', '#DIV/0!')]],
  TOO_LONG: [
    ['name', put('name', '长'.repeat(101))],
    ['liaison', (line) => line.coverage === '派联络员' && Boolean((line.liaison = '名'.repeat(51)))],
  ],
  BAD_NUMBER: [['partyMemberCount', put('partyMemberCount', '约60', '十二', '2.5')]],
  OUT_OF_RANGE: [['employeeCount', put('employeeCount', '10000001', '-3')]],
  BAD_DATE: [['joinedOn', put('joinedOn', '2019-02-30', '不详', '2019年')]],
  TWO_DIGIT_YEAR: [['joinedOn', put('joinedOn', '98.3.5')]],
  DATE_IN_FUTURE: [['joinedOn', put('joinedOn', '2031-01-01')]],
  BAD_USCC: [['uscc', put('uscc', '91350100M000100Y44', '91350100M000100Y4', '91350100O000100Y43')]],
  DUPLICATE_USCC: [['uscc', asEarlier('uscc')]],
  DUPLICATE_NAME: [['name', asEarlier('name')]],
  DUPLICATE_CODE: [
    ['code', asEarlier('code')],
    ['code', put('code', taken.code)],
  ],
  UNKNOWN_TIER: [['tier', put('tier', '别的层面', '会')]],
  UNKNOWN_KIND: [['kind', put('kind', '私塾', '企')]],
  UNKNOWN_COVERAGE: [['coverage', (line) => !line.coveredBy && !line.liaison && Boolean((line.coverage = '也许建立'))]],
  UNKNOWN_ORGANIZATION: [
    ['organization', put('organization', '查无此党委', 'Z99')],
    ['coveredBy', (line) => line.coveredBy !== '' && Boolean((line.coveredBy = '查无此党委'))],
  ],
  AMBIGUOUS_ORGANIZATION: [['organization', put('organization', twice)]],
  ORGANIZATION_NOT_ACTIVE: [['organization', put('organization', dissolved)]],
  OUT_OF_REACH: [['organization', put('organization', outside)]],
  COVERAGE_MISFIT: [
    ['coveredBy', (line) => line.coverage === '未建立' && Boolean((line.coveredBy = responsible[0]!.name))],
    ['liaison', (line) => line.coverage === '未建立' && Boolean((line.liaison = '林晓晨'))],
  ],
};
