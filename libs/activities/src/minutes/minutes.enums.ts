import { registerEnumType } from '@nestjs/graphql';

export enum MinutesState {
  DRAFT = 'DRAFT',
  AWAITING = 'AWAITING',
  LOCKED = 'LOCKED',
}
registerEnumType(MinutesState, {
  name: 'MinutesState',
  description: 'Where minutes stand.',
  valuesMap: {
    DRAFT: { description: 'Being written (记录中).' },
    AWAITING: { description: 'Signed by the recorder; the chair has not signed yet (待主持人签字).' },
    LOCKED: { description: 'Signed by both: corrected by a new version only (已锁定).' },
  },
});

export enum MinutesSigner {
  RECORDER = 'RECORDER',
  CHAIR = 'CHAIR',
}
registerEnumType(MinutesSigner, {
  name: 'MinutesSigner',
  description: 'As whom somebody signs minutes.',
  valuesMap: {
    RECORDER: { description: 'Who took the minutes (记录人); signs first.' },
    CHAIR: { description: 'Who chaired (主持人); signs after the recorder, with another account.' },
  },
});

export enum VoteBase {
  ENTITLED = 'ENTITLED',
  PRESENT = 'PRESENT',
}
registerEnumType(VoteBase, {
  name: 'VoteBase',
  description: 'Of whom a majority is asked.',
  valuesMap: {
    ENTITLED: { description: 'Of those who were to attend (应到).' },
    PRESENT: { description: 'Of those who were there (实到).' },
  },
});
