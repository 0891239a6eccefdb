import { registerEnumType } from '@nestjs/graphql';

export enum ObjectionState {
  OPEN = 'OPEN',
  UPHELD = 'UPHELD',
  REJECTED = 'REJECTED',
}
registerEnumType(ObjectionState, {
  name: 'ObjectionState',
  description: 'What became of an objection.',
  valuesMap: {
    OPEN: { description: 'Not decided yet (待处理).' },
    UPHELD: { description: 'Upheld: what it was about was set right, and computed again (成立).' },
    REJECTED: { description: 'Rejected with an answer (不成立).' },
  },
});

export enum ComputedBecause {
  ASKED = 'ASKED',
  ADJUSTED = 'ADJUSTED',
  OBJECTION = 'OBJECTION',
}
registerEnumType(ComputedBecause, {
  name: 'ComputedBecause',
  description: 'Why a result was computed anew.',
  valuesMap: {
    ASKED: { description: 'Whoever conducts the cycle had all results computed (算分).' },
    ADJUSTED: { description: 'Moderation set something otherwise, or took that back (平衡).' },
    OBJECTION: { description: 'An objection was upheld (异议成立).' },
  },
});

export enum NoticeField {
  TOTAL = 'TOTAL',
  GRADE = 'GRADE',
  RANK = 'RANK',
  DIMENSIONS = 'DIMENSIONS',
}
registerEnumType(NoticeField, {
  name: 'NoticeField',
  description: 'What a public notice shows of each of the assessed, beside the name.',
  valuesMap: {
    TOTAL: { description: 'The total (总分).' },
    GRADE: { description: 'The grade (等次).' },
    RANK: { description: 'The place in the group (组内名次).' },
    DIMENSIONS: { description: 'The points of each dimension (各维度得分).' },
  },
});
