import {
  between,
  byBands,
  group,
  judged,
  measured,
  organizationScheme,
  rate,
  type ShippedScheme,
  words,
} from './shipped-scheme';
import type { SchemeNode, Words } from '../engine';

/** 六抓: what is taken hold of. */
const holds: readonly (readonly [key: string, name: Words, weight: string])[] = [
  ['LEADERSHIP', words('抓领导', 'Leadership'), '17'],
  ['ACTIVITIES', words('抓活动', 'Activities'), '17'],
  ['KEY', words('抓关键', 'Key points'), '16'],
  ['BASICS', words('抓基础', 'Basics'), '17'],
  ['APPRAISAL', words('抓考评', 'Appraisal'), '16'],
  ['DELIVERY', words('抓落实', 'Delivery'), '17'],
];

/** 六重: what counts in it, with its weight in the rows of 17 and of 16 points. */
const counts: readonly (readonly [key: string, name: Words, of17: string, of16: string])[] = [
  ['PROCESS', words('重过程', 'Process'), '2.50', '2.50'],
  ['CONTENT', words('重内容', 'Content'), '3.00', '2.50'],
  ['FUSION', words('重融合', 'Fusion'), '3.00', '2.50'],
  ['ORDER', words('重规范', 'Order'), '2.50', '2.50'],
  ['QUALITY', words('重质量', 'Quality'), '3.00', '3.00'],
  ['EFFECT', words('重成效', 'Effect'), '3.00', '3.00'],
];

/** Cells that the system counts by itself; people judge the others. */
const counted: Readonly<Record<string, Parameters<typeof measured>[4]>> = {
  'ACTIVITIES.PROCESS': rate('attendance.rate', between('80', '95')),
  'ACTIVITIES.ORDER': rate('obligation.fulfilmentRate', byBands),
  'KEY.PROCESS': rate('matter.reviewedInTime', between('60', '100')),
  'KEY.CONTENT': { figure: 'study.hoursPerMember', unit: 'HOURS', mapping: between('0', '32') },
  'BASICS.ORDER': rate('minutes.onTimeRate', byBands),
  'BASICS.PROCESS': rate('reelection.onTimeRate', between('50', '100')),
  'BASICS.EFFECT': rate('coverage.rate', between('60', '100')),
};

function cell(hold: readonly [string, Words], count: readonly [string, Words], weight: string): SchemeNode {
  const key = `${hold[0]}.${count[0]}`;
  const zh = `${hold[1].zh}·${count[1].zh}`;
  const en = `${hold[1].en}: ${count[1].en.toLowerCase()}`;
  const measure = counted[key];
  return measure ? measured(key, weight, zh, en, measure) : judged(key, weight, zh, en);
}

/** 六抓六重: a matrix of 6 × 6 to which every item of work maps. */
export const sixBySix: ShippedScheme = {
  key: 'SIX_BY_SIX',
  name: words('六抓六重', 'Six holds and six weights'),
  basis: words(
    '协会党建工作现场会讲话（2020）三（五）3：六抓六重；权重为本系统默认',
    'Speech on party building in the association (2020), 3 (5) 3: six holds and six weights; weights are defaults of this system',
  ),
  of: 'ORGANIZATION',
  tree: organizationScheme(
    holds.map(([key, name, weight]) =>
      group(
        key,
        weight,
        name,
        counts.map(([count, called, of17, of16]) => cell([key, name], [count, called], weight === '17' ? of17 : of16)),
      ),
    ),
    {
      tieBreakers: [
        { by: 'NODE', key: 'DELIVERY' },
        { by: 'NODE', key: 'DELIVERY.EFFECT' },
        { by: 'NODE', key: 'ACTIVITIES' },
      ],
    },
  ),
};
