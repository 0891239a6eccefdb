import type { MadeInjection } from '@dangwu/testing';
import { checkCharacter } from '../../id-number';
import { idNumberOf, later, type MadeField, type MadeLine } from './made-members';

type Injection = MadeInjection<MadeField>;

const put =
  (field: MadeField, ...values: string[]): Injection[1] =>
  (line, { random }) =>
    void (line[field] = random.of(values));
const isFull = (line: MadeLine): boolean => line.status === '正式党员';
const isAdmitted = (line: MadeLine): boolean => line.joinedOn !== '';

/** Known to the system and not in the roster, see `made-rosters.spec.ts`. */
export const twice = '重名党支部';
export const takesNone = ['专家组', '撤了的党支部'] as const;
export const outside = '别处的党支部';
/** members the system has: one who lies outside, one whose transfer is recorded ahead */
export const away = idNumberOf('1970-01-01', 100_000, true);
export const moving = idNumberOf('1970-01-01', 100_001, true);
export const withSecretary = '有书记的党支部';

const stateOf = (idNumber: string) => ({ idNumber, gender: '女', birthDate: '1970-01-01' });
/** A person of the system; the rest of the line stays as clean as it was. */
const somebody =
  (idNumber: string): Injection[1] =>
  (line, { made }) => {
    // of two rows with one number the later would be a duplicate
    if (made.lines.some((other) => other.idNumber === idNumber)) return false;
    Object.assign(line, stateOf(idNumber));
    if (isAdmitted(line)) line.joinedOn = '1990-06-01';
    if (isFull(line)) line.fullOn = '1991-06-01';
    return true;
  };
const withFault = (idNumber: string): string => {
  const seventeen = idNumber.slice(0, 17);
  const right = checkCharacter(seventeen);
  return `${seventeen}${right === '1' ? '2' : '1'}`;
};

/** Every fault that a row can have, flags among them. */
export const byCode: Readonly<Record<string, readonly Injection[]>> = {
  REQUIRED: [
    ['name', put('name', '')],
    ['idNumber', put('idNumber', '')],
    ['organization', put('organization', '')],
    ['status', put('status', '')],
  ],
  CELL_ERROR: [
    ['education', put('education', '#N/A')],
    ['jobTitle', put('jobTitle', '#REF!')],
  ],
  TOO_LONG: [
    ['name', put('name', '长'.repeat(51))],
    ['ethnicity', put('ethnicity', '族'.repeat(51))],
  ],
  BAD_DATE: [
    ['birthDate', put('birthDate', '1989-02-30', '不详', '1989年13月1日')],
    ['joinedOn', (line) => isAdmitted(line) && Boolean((line.joinedOn = '2019/2.1'))],
  ],
  DATE_WITHOUT_DAY: [['fullOn', (line) => isFull(line) && Boolean((line.fullOn = '2015年2月'))]],
  TWO_DIGIT_YEAR: [['birthDate', put('birthDate', '88.3.5', '75年2月1日')]],
  DATE_IN_FUTURE: [['joinedOn', (line) => isAdmitted(line) && Boolean((line.joinedOn = '2031-01-01'))]],
  DATE_TOO_EARLY: [
    ['birthDate', put('birthDate', '1899-05-04')],
    ['joinedOn', (line) => isAdmitted(line) && Boolean((line.joinedOn = '1921.06.30'))],
  ],
  BAD_ID_NUMBER: [['idNumber', put('idNumber', '99010219900307242', '990102900307242', '990102199013072420', '不详')]],
  BAD_ID_CHECK_DIGIT: [['idNumber', (line) => void (line.idNumber = withFault(line.idNumber))]],
  ID_STORED_AS_NUMBER: [['idNumber', (line) => void (line.idNumber = `=${line.idNumber.slice(0, 15)}000`)]],
  DUPLICATE_ID: [
    [
      'idNumber',
      (line, { earlier }) => {
        const other = earlier(line);
        if (other) line.idNumber = other.idNumber;
        return other !== undefined;
      },
    ],
  ],
  BIRTH_DATE_MISMATCH: [
    ['birthDate', (line) => line.birthDate !== '' && Boolean((line.birthDate = later(line.birthDate, -1)))],
  ],
  GENDER_MISMATCH: [
    ['gender', (line) => line.gender !== '' && Boolean((line.gender = line.gender === '男' ? '女' : '男'))],
  ],
  BAD_PHONE: [['phone', put('phone', '1380013', '029-12345678', '23912345678', '无')]],
  JOINED_BEFORE_18: [
    [
      'joinedOn',
      (line) => {
        const born = line.idNumber.slice(6, 14).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
        return isAdmitted(line) && Boolean((line.joinedOn = later(born, 6_500)));
      },
    ],
  ],
  FULL_BEFORE_JOINED: [['fullOn', (line) => isFull(line) && Boolean((line.fullOn = later(line.joinedOn, -1)))]],
  STATUS_DISAGREES: [
    ['joinedOn', (line) => !isAdmitted(line) && Boolean((line.joinedOn = '2019-06-01'))],
    ['fullOn', (line) => isAdmitted(line) && !isFull(line) && Boolean((line.fullOn = later(line.joinedOn, 365)))],
  ],
  UNKNOWN_STATUS: [['status', put('status', '群众', '流动', '党员或预备')]],
  UNKNOWN_GENDER: [['gender', put('gender', '不详', '男女')]],
  UNKNOWN_POST: [['post', put('post', '文艺委员会', '长')]],
  UNKNOWN_ORGANIZATION: [['organization', put('organization', '查无此支部', 'B99')]],
  AMBIGUOUS_ORGANIZATION: [['organization', put('organization', twice)]],
  ORGANIZATION_TAKES_NONE: [['organization', put('organization', ...takesNone)]],
  OUT_OF_REACH: [
    ['organization', put('organization', outside)],
    ['idNumber', somebody(away)],
  ],
  TRANSFER_PLANNED: [['organization', somebody(moving)]],
  SEVERAL_SECRETARIES: [
    ['post', (line) => isFull(line) && Boolean(Object.assign(line, { post: '书记', organization: withSecretary }))],
  ],
  FULL_WITHOUT_DATE: [['fullOn', (line) => isFull(line) && Boolean(((line.fullOn = ''), true))]],
};
