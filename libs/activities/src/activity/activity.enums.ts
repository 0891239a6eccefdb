import { registerEnumType } from '@nestjs/graphql';

export enum ActivityState {
  DRAFT = 'DRAFT',
  SCHEDULED = 'SCHEDULED',
  HELD = 'HELD',
  RECORDED = 'RECORDED',
  POSTPONED = 'POSTPONED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ActivityState, {
  name: 'ActivityState',
  description: 'Where an activity stands.',
  valuesMap: {
    DRAFT: { description: 'Being planned; nobody was told (草稿).' },
    SCHEDULED: { description: 'Planned and told (已安排).' },
    HELD: { description: 'Held, its record is missing (待补记录).' },
    RECORDED: { description: 'Held and recorded (已记录).' },
    POSTPONED: { description: 'Not held on its day; made up for later (已延期).' },
    CANCELLED: { description: 'Not held (已取消).' },
  },
});
