import { deepest } from '@dangwu/access';
import { rosterFields, type RosterOrganization } from '../roster-fields';
import type { MadeKind, MadeLine as LineOf, Random } from '@dangwu/testing';

export type MadeField = keyof RosterOrganization;
/** One organization of a made roster. */
export type MadeLine = LineOf<MadeField>;

export interface MadeTree {
  readonly lines: MadeLine[];
  /** nobody refers to these: what is wrong with them harms no other row */
  readonly leaves: MadeLine[];
  /** the lowest committee a tree may have */
  readonly lowest: MadeLine;
}

const syllables = [...'东西南北安宁平和长春永兴华泰'];
const tiers = ['秘书处', '会办（控股）企业', '分支机构', '理事会', '会员单位'];

/** A tree without any fault: committees, branches and groups, one chain as deep as may be, two of one name apart. */
export function madeTree(random: Random, size: number): MadeTree {
  const lines: MadeLine[] = [];
  const add = (type: string, suffix: string, parent?: MadeLine, name?: string): MadeLine => {
    const i = lines.length + 1;
    const bracket = random.chance(0.3) ? `(${random.below(90) + 10})` : '';
    const line: MadeLine = {
      code: `M${String(i).padStart(5, '0')}`,
      name: name ?? `${random.of(syllables)}${random.of(syllables)}${i}${bracket}${suffix}`,
      type,
      parent: parent?.name ?? '',
      relation: parent ? (type === '党小组' ? '领导' : random.of(['领导', '指导'])) : '',
      tier: random.of(tiers),
      foundedOn: parent ? later(parent.foundedOn, random.below(200)) : '1985-01-15',
      termYears: random.of(['3', '5', '']),
      reportedMemberCount: random.chance(0.9) ? String(random.below(90) + 3) : '',
    };
    lines.push(line);
    return line;
  };
  const root = add('功能型党委', '', undefined, '行业协会党委（功能型）');
  let lowest = root;
  for (let depth = 2; depth <= deepest; depth++) lowest = add('党委', '党委', lowest);
  const committees = [add('党委', '党委', root), add('党委', '党委', root)];
  for (const above of committees) add('党委', '', above, '重名党委');
  const branches = [add('党支部', '党支部', root)];
  const leaves: MadeLine[] = [];
  while (lines.length < size) {
    const what = random.below(10);
    if (what < 1) committees.push(add('党委', '党委', random.of(committees.slice(0, 9))));
    else if (what < 2) branches.push(add('党支部', '党支部', random.of([root, ...committees])));
    else if (what < 4) leaves.push(add('党小组', '党小组', random.of(branches)));
    else leaves.push(add('党支部', '党支部', random.of([root, ...committees])));
  }
  return { lines, leaves, lowest };
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const madeOrganizations: MadeKind<MadeField> = {
  title: '党组织情况一览表',
  headings: (field) => [rosterFields[field].name.zh, ...rosterFields[field].synonyms],
  days: ['foundedOn'],
  numbers: { termYears: '年', reportedMemberCount: '人' },
  merged: 'tier',
};
