import type { MadeKind, MadeLine as LineOf, Random } from '@dangwu/testing';
import { checkCharacter } from '../../id-number';
import { rosterFields, type RosterMember } from '../roster-fields';

export type MadeField = keyof RosterMember;
/** One member of a made roster. */
export type MadeLine = LineOf<MadeField>;

export interface MadeMembers {
  readonly lines: MadeLine[];
  /** nobody refers to anybody in a roster of members */
  readonly leaves: MadeLine[];
}

export const madeMembers: MadeKind<MadeField> = {
  title: '党员花名册',
  headings: (field) => [rosterFields[field].name.zh, ...rosterFields[field].synonyms],
  days: ['birthDate', 'joinedOn', 'fullOn'],
  numbers: { phone: '' },
  merged: 'organization',
};

const surnames = [...'林陈黄张李王吴刘蔡杨'];
const given = [...'晓晨明华建国海涛雨欣'];
/** of the branches known to the system, see `made-rosters.spec.ts` */
export const branches = Array.from({ length: 12 }, (_, i) => ({ name: `第${i + 1}党支部`, code: `B${i + 1}` }));

/** A day so many days after another. */
export const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Numbers that nobody has: no region begins with 99. */
export function idNumberOf(birthDate: string, no: number, female: boolean): string {
  const order = (no % 499) * 2 + (female ? 0 : 1);
  const region = 990_000 + Math.floor(no / 499);
  const seventeen = `${region}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return seventeen + checkCharacter(seventeen);
}

/** A roster without any fault or flag. */
export function madeRoster(random: Random, size: number): MadeMembers {
  const lines = Array.from({ length: size }, (_, no): MadeLine => {
    const female = random.chance(0.5);
    const born = later('1960-01-01', random.below(14_000));
    const joined = later(born, 7_000 + random.below(2_000));
    const status = random.of([
      '正式党员',
      '正式党员',
      '正式党员',
      '预备党员',
      '发展对象',
      '入党积极分子',
      '入党申请人',
    ]);
    const admitted = status === '正式党员' || status === '预备党员';
    const { name, code } = random.of(branches);
    const said = (value: string): string => (random.chance(0.8) ? value : '');
    return {
      name: `${random.of(surnames)}${random.of(given)}${random.of(given)}`,
      gender: said(female ? '女' : '男'),
      ethnicity: random.of(['汉族', '回族', '满族', '']),
      idNumber: idNumberOf(born, no, female),
      birthDate: said(born),
      joinedOn: admitted ? joined : '',
      fullOn: status === '正式党员' ? later(joined, 365) : '',
      organization: random.of([name, name, code]),
      post: status === '正式党员' ? random.of(['', '', '组织委员', '宣传委员', '纪检委员']) : '',
      status,
      phone: said(`1${random.of(['38', '39', '57', '88'])}${String(10_000_000 + no)}`),
      education: random.of(['大学本科', '硕士研究生', '大专', '']),
      jobTitle: random.of(['工程师', '会计', '']),
    };
  });
  return { lines, leaves: lines };
}
