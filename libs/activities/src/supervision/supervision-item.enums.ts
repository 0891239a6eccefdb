import { registerEnumType } from '@nestjs/graphql';

/** Where an item comes from. */
export enum SupervisionSource {
  RESOLUTION = 'RESOLUTION',
  MATTER = 'MATTER',
}

export enum SupervisionState {
  OPEN = 'OPEN',
  REPORTED = 'REPORTED',
  CLOSED = 'CLOSED',
  DROPPED = 'DROPPED',
}
registerEnumType(SupervisionState, {
  name: 'SupervisionState',
  description: 'Where a supervision item stands.',
  valuesMap: {
    OPEN: { description: 'To be carried out (待办).' },
    REPORTED: { description: 'Reported as carried out; whoever gave it has not confirmed it yet (待确认).' },
    CLOSED: { description: 'Confirmed by whoever gave it (已销号).' },
    DROPPED: {
      description:
        'No longer to be carried out: taken out of the minutes by a correction, or dropped for a reason (已取消).',
    },
  },
});
