import { registerEnumType } from '@nestjs/graphql';

export enum SessionDocumentKind {
  NOTICE = 'NOTICE',
  OPINION = 'OPINION',
  MINUTES = 'MINUTES',
}
registerEnumType(SessionDocumentKind, {
  name: 'SessionDocumentKind',
  description: 'What a session issues.',
  valuesMap: {
    NOTICE: { description: 'Whom it brings together, when, where, what about (会议通知).' },
    OPINION: { description: 'The opinion on a matter (前置研究意见).' },
    MINUTES: { description: 'What was said and voted in one body (会议纪要).' },
  },
});
