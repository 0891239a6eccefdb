import { registerEnumType } from '@nestjs/graphql';

export enum DocumentNumberKind {
  MINUTES = 'MINUTES',
  MATTER = 'MATTER',
  REQUEST = 'REQUEST',
  REPORT = 'REPORT',
  SESSION_NOTICE = 'SESSION_NOTICE',
  OPINION = 'OPINION',
  SESSION_MINUTES = 'SESSION_MINUTES',
  COUNCIL_MINUTES = 'COUNCIL_MINUTES',
  ASSESSMENT_LETTER = 'ASSESSMENT_LETTER',
}
registerEnumType(DocumentNumberKind, {
  name: 'DocumentNumberKind',
  description: 'Of which kind a document with a number is; each kind is counted by itself.',
  valuesMap: {
    MINUTES: { description: 'Minutes of an activity (会议记录).' },
    MATTER: { description: 'A matter that was accepted for review (前置审议事项).' },
    REQUEST: { description: 'A request to a superior (请示).' },
    REPORT: { description: 'A report to a superior (报告).' },
    SESSION_NOTICE: { description: 'The notice of a session (会议通知).' },
    OPINION: { description: 'An opinion of the reviewing body (前置研究意见).' },
    SESSION_MINUTES: { description: 'Minutes of the reviewing body (党委会纪要).' },
    COUNCIL_MINUTES: { description: 'Minutes of the council in a joint session (常务理事会纪要).' },
    ASSESSMENT_LETTER: { description: 'What one of the assessed was told of its result (考核结果通知书).' },
  },
});

export enum DocumentNumberOrder {
  LATEST = 'LATEST',
  NUMBER = 'NUMBER',
}
registerEnumType(DocumentNumberOrder, {
  name: 'DocumentNumberOrder',
  description: 'In which order numbers are listed.',
  valuesMap: {
    LATEST: { description: 'By when they were given, the latest first.' },
    NUMBER: { description: 'By year, the latest first, then by kind and number.' },
  },
});
