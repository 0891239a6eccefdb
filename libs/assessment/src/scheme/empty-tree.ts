import type { SchemeTree } from '../engine';

/** What an empty scheme begins with: 100 points, and nothing in it yet. */
export const emptyTree: SchemeTree = {
  rounding: { scale: 2, mode: 'HALF_UP' },
  scorers: { by: 'AVERAGE' },
  root: { kind: 'GROUP', key: 'TOTAL', name: { zh: '总分', en: 'Total' }, weight: '100', children: [] },
  grades: [
    { key: 'EXCELLENT', name: { zh: '优秀', en: 'Excellent' }, from: '90' },
    { key: 'GOOD', name: { zh: '良好', en: 'Good' }, from: '80' },
    { key: 'FAIR', name: { zh: '一般', en: 'Fair' }, from: '70' },
    { key: 'POOR', name: { zh: '较差', en: 'Poor' }, from: null },
  ],
  topShare: { share: '0.30', atLeastOne: false },
  tieBreakers: [],
  equalAtLimit: 'NEITHER',
};
