import type { Messages } from '@dangwu/platform/errors';
import { registerEnumType } from '@nestjs/graphql';

export enum StaffTime {
  FULL_TIME = 'FULL_TIME',
  PART_TIME = 'PART_TIME',
}
registerEnumType(StaffTime, {
  name: 'StaffTime',
  description: 'How much of the working time goes to party affairs.',
  valuesMap: {
    FULL_TIME: { description: 'All of it (专职).' },
    PART_TIME: { description: 'Beside other work (兼职).' },
  },
});

export enum HandoverState {
  OPEN = 'OPEN',
  OVERDUE = 'OVERDUE',
  DONE = 'DONE',
}
registerEnumType(HandoverState, {
  name: 'HandoverState',
  description: 'Where a handover stands.',
  valuesMap: {
    OPEN: { description: 'Its day has not passed (进行中).' },
    OVERDUE: { description: 'Its day has passed and it is not confirmed by both sides (逾期未交接).' },
    DONE: { description: 'Confirmed by both sides (已交接).' },
  },
});

export enum HandoverItemState {
  OPEN = 'OPEN',
  HANDED_OVER = 'HANDED_OVER',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}
registerEnumType(HandoverItemState, {
  name: 'HandoverItemState',
  description: 'What became of a thing to hand over.',
  valuesMap: {
    OPEN: { description: 'Still to be handed over (待移交).' },
    HANDED_OVER: { description: 'Handed over (已移交).' },
    NOT_APPLICABLE: { description: 'There is nothing to hand over (不适用).' },
  },
});

export enum HandoverSide {
  FROM = 'FROM',
  TO = 'TO',
}
registerEnumType(HandoverSide, {
  name: 'HandoverSide',
  description: 'A side of a handover.',
  valuesMap: {
    FROM: { description: 'Whoever hands over (移交人).' },
    TO: { description: 'Whoever takes over (接收人).' },
  },
});

export const sideWords: Readonly<Record<HandoverSide, Messages>> = {
  FROM: { zh: '移交人', en: 'handing over' },
  TO: { zh: '接收人', en: 'taking over' },
};
