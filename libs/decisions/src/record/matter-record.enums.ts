import { registerEnumType } from '@nestjs/graphql';

export enum MatterRecordKind {
  DRAFTED = 'DRAFTED',
  CHANGED = 'CHANGED',
  MATERIAL_ADDED = 'MATERIAL_ADDED',
  MATERIAL_REMOVED = 'MATERIAL_REMOVED',
  SUBMITTED = 'SUBMITTED',
  ACCEPTED = 'ACCEPTED',
  RETURNED = 'RETURNED',
  WITHDRAWN = 'WITHDRAWN',
  SCHEDULED = 'SCHEDULED',
  UNSCHEDULED = 'UNSCHEDULED',
  GATE_REFUSED = 'GATE_REFUSED',
  FORWARDED = 'FORWARDED',
  DECIDED = 'DECIDED',
}
registerEnumType(MatterRecordKind, {
  name: 'MatterRecordKind',
  description: 'What happened to a matter.',
  valuesMap: {
    DRAFTED: { description: 'Drafted (起草).' },
    CHANGED: { description: 'Changed before it was submitted (修改).' },
    MATERIAL_ADDED: { description: 'A material was handed in (添加材料).' },
    MATERIAL_REMOVED: { description: 'A material was taken out before it was submitted (移除材料).' },
    SUBMITTED: { description: 'Submitted, as a version (提交).' },
    ACCEPTED: { description: 'Accepted by the formal check (受理).' },
    RETURNED: { description: 'Returned with reasons (退回).' },
    WITHDRAWN: { description: 'Withdrawn by whoever proposed it (撤回).' },
    SCHEDULED: { description: 'Put on the agenda of a session of the reviewing body (排会).' },
    UNSCHEDULED: { description: 'Taken off that agenda (撤下议程).' },
    GATE_REFUSED: { description: 'Somebody tried to bring it to a decision without the opinion it takes (拒绝上会).' },
    FORWARDED: { description: 'Put on the agenda of the body that decides (送审).' },
    DECIDED: { description: 'Decided by that body (决定).' },
  },
});
