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

export enum ActivityStepKind {
  PLANNED = 'PLANNED',
  CHANGED = 'CHANGED',
  SCHEDULED = 'SCHEDULED',
  HELD = 'HELD',
  RECORDED = 'RECORDED',
  CORRECTED = 'CORRECTED',
  POSTPONED = 'POSTPONED',
  CANCELLED = 'CANCELLED',
  KEPT = 'KEPT',
}
registerEnumType(ActivityStepKind, {
  name: 'ActivityStepKind',
  description: 'What was done to an activity.',
  valuesMap: {
    PLANNED: { description: 'Planned (拟定).' },
    CHANGED: { description: 'Changed before it was recorded (修改).' },
    SCHEDULED: { description: 'Scheduled (安排).' },
    HELD: { description: 'Its end passed; its record is awaited (到期转入待补记录).' },
    RECORDED: { description: 'Recorded (补记记录).' },
    CORRECTED: { description: 'Its record was corrected (更正记录).' },
    POSTPONED: { description: 'Postponed (延期).' },
    CANCELLED: { description: 'Cancelled (取消).' },
    KEPT: { description: 'Held on a day off that a notice took all the same (照常举行).' },
  },
});
