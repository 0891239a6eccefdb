import { registerEnumType } from '@nestjs/graphql';

export enum PlanItemState {
  PLACED = 'PLACED',
  UNPLACED = 'UNPLACED',
  LEFT_OUT = 'LEFT_OUT',
  PUBLISHED = 'PUBLISHED',
}
registerEnumType(PlanItemState, {
  name: 'PlanItemState',
  description: 'Where an item of a plan stands.',
  valuesMap: {
    PLACED: { description: 'It has a time, and is published with the plan (已排).' },
    UNPLACED: { description: 'It has no time yet: none was free (未排).' },
    LEFT_OUT: { description: 'A person left it out, with a reason (移出).' },
    PUBLISHED: { description: 'It is an activity (已发布).' },
  },
});

export enum PlanItemOrder {
  SOONEST = 'SOONEST',
  DUE = 'DUE',
}
registerEnumType(PlanItemOrder, {
  name: 'PlanItemOrder',
  description: 'In which order items of a plan are listed.',
  valuesMap: {
    SOONEST: { description: 'By the time they begin; those without one last.' },
    DUE: { description: 'By the last day of their period.' },
  },
});
