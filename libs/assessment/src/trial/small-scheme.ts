import type { RubricNode, SchemeTree } from '../engine';

const named = (zh: string): { zh: string; en: string } => ({ zh, en: zh });
const levels: RubricNode['levels'] = [
  { key: 'GOOD', name: named('好'), share: '1' },
  { key: 'FAIR', name: named('较好'), share: '0.8' },
  { key: 'PLAIN', name: named('一般'), share: '0.6' },
  { key: 'POOR', name: named('差'), share: '0' },
];

/** A scheme with one node of each kind, for specs: 100 points, grades, one tie-breaker. */
export const smallScheme: SchemeTree = {
  rounding: { scale: 2, mode: 'HALF_UP' },
  scorers: { by: 'AVERAGE' },
  root: {
    key: 'root',
    name: named('六强'),
    kind: 'GROUP',
    weight: '100',
    children: [
      {
        key: 'drive',
        name: named('工作组织推动性强'),
        kind: 'GROUP',
        weight: '60',
        children: [
          {
            key: 'drive.duties',
            name: named('三会一课完成率'),
            kind: 'METRIC',
            weight: '40',
            figure: 'obligation.fulfilmentRate',
            unit: 'PERCENT',
            mapping: { by: 'LINEAR', from: '0', to: '100' },
          },
          {
            key: 'drive.study',
            name: named('班子研究党建工作'),
            kind: 'RUBRIC',
            weight: '20',
            entry: 'POINTS',
            levels: [],
            commentWhenCut: true,
          },
          {
            key: 'drive.late',
            name: named('会议记录逾期'),
            kind: 'DEDUCTION',
            figure: null,
            each: '0.3',
            cap: '3',
          },
        ],
      },
      {
        key: 'base',
        name: named('基础建设体系性强'),
        kind: 'GROUP',
        weight: '40',
        bonusRoom: '2',
        children: [
          {
            key: 'base.files',
            name: named('台账规范'),
            kind: 'RUBRIC',
            weight: '30',
            entry: 'LEVEL',
            levels,
            commentWhenCut: true,
          },
          {
            key: 'base.voice',
            name: named('党员满意度'),
            kind: 'BALLOT',
            weight: '10',
            groups: [
              { key: 'MEMBERS', name: named('党员'), weight: '0.6' },
              { key: 'STAFF', name: named('群众'), weight: '0.4' },
            ],
            options: [
              { key: 'YES', name: named('满意'), share: '1' },
              { key: 'NO', name: named('不满意'), share: '0' },
              { key: 'NONE', name: named('不了解'), share: null },
            ],
          },
          { key: 'base.case', name: named('典型经验'), kind: 'BONUS', figure: null, each: '1', cap: '2' },
        ],
      },
      { key: 'discipline', name: named('违纪'), kind: 'VETO', figure: null, capsAt: 'FAIR' },
    ],
  },
  grades: [
    { key: 'TOP', name: named('优秀'), from: '90' },
    { key: 'GOOD', name: named('良好'), from: '80' },
    { key: 'FAIR', name: named('一般'), from: '70' },
    { key: 'POOR', name: named('较差'), from: null },
  ],
  topShare: { share: '0.3', atLeastOne: true },
  tieBreakers: [{ by: 'NODE', key: 'drive' }],
  equalAtLimit: 'NEITHER',
};
