import type { MadeKind, MadeLine as LineOf, Random } from '@dangwu/testing';
import { rosterFields, type RosterActivity } from '../roster-fields';

export type MadeField = keyof RosterActivity;
/** One activity of a made list. */
export type MadeLine = LineOf<MadeField>;

export const madeActivities: MadeKind<MadeField> = {
  title: '党组织活动台账',
  headings: (field) => [rosterFields[field].name.zh, ...rosterFields[field].synonyms],
  days: ['heldOn', 'endsOn'],
  numbers: { entitledCount: '人', presentCount: '人', remoteCount: '人', leaveCount: '人' },
  merged: 'organization',
};

/** of the branches known to the system, see `made-rosters.spec.ts` */
export const branches = Array.from({ length: 12 }, (_, i) => ({ name: `第${i + 1}党支部`, code: `B${i + 1}` }));
export const types = ['支部党员大会', '主题党日', '党课', '警示教育', 'WARNING_EDUCATION'] as const;
export const topics = ['党风廉政', '会员服务', '党史学习'] as const;

/** The day so many days after the first of 2023. */
export const dayNo = (no: number): string =>
  new Date(Date.UTC(2023, 0, 1) + no * 86_400_000).toISOString().slice(0, 10);

/** 14:30 as one of many hands writes it. */
const spelt = (random: Random, hour: number, minute: string): string => {
  const late = hour > 12 ? `下午${hour - 12}` : `上午${hour}`;
  return random.of([`${hour}:${minute}`, `${hour}：${minute}`, `${hour}时${minute}分`, `${late}:${minute}`]);
};

/** A list without any fault or flag: no two on one day. */
export function madeRoster(random: Random, size: number): { lines: MadeLine[]; leaves: MadeLine[] } {
  const lines = Array.from({ length: size }, (_, no): MadeLine => {
    const { name, code } = random.of(branches);
    const type = random.of(types);
    const hour = 8 + random.below(9);
    const heldOn = dayNo(no * 3);
    const recorded = random.chance(0.8);
    const entitled = 10 + random.below(20);
    const present = entitled - random.below(4);
    const count = (value: number): string => (recorded ? String(value) : '');
    return {
      externalId: random.chance(0.5) ? `HD-${no}` : '',
      organization: random.of([name, name, code]),
      type,
      title: `第${no}次${random.of(['学习', '交流', '讨论（扩大）'])}`,
      heldOn,
      from: spelt(random, hour, random.of(['00', '30'])),
      to: spelt(random, hour + 2, '00'),
      endsOn: random.chance(0.1) ? dayNo(no * 3 + 1) : '',
      place: random.of(['三楼会议室', '党员活动室', '']),
      topics: random.of(['', topics[0], `${topics[1]}、${topics[2]}`]),
      entitledCount: count(entitled),
      presentCount: count(present),
      remoteCount: count(random.below(3)),
      leaveCount: count(entitled - present),
      summary: random.of(['学习并讨论。', '']),
    };
  });
  return { lines, leaves: lines };
}
