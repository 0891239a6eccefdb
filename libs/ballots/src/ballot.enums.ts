import { registerEnumType } from '@nestjs/graphql';

export enum VotePhase {
  ISSUING = 'ISSUING',
  CASTING = 'CASTING',
  CLOSED = 'CLOSED',
  VOID = 'VOID',
}
registerEnumType(VotePhase, {
  name: 'VotePhase',
  description: 'How far a vote has come.',
  valuesMap: {
    ISSUING: { description: 'Of a secret one: devices fetch their credentials (领票中).' },
    CASTING: { description: 'Votes come in (投票中).' },
    CLOSED: { description: 'Counted (已计票).' },
    VOID: { description: 'Given up; nothing was counted (作废).' },
  },
});
