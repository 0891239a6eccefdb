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
