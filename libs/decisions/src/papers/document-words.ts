import type { DocumentKind } from '@dangwu/documents';
import type { Messages } from '@dangwu/platform/errors';
import { SessionBody } from '../session/session.enums';
import { SessionDocumentKind } from './session-document.enums';

export const documentKindWords: Readonly<Record<SessionDocumentKind, Messages>> = {
  NOTICE: { zh: '会议通知', en: 'The notice' },
  OPINION: { zh: '前置研究意见', en: 'The opinion' },
  MINUTES: { zh: '会议纪要', en: 'The minutes' },
};

/** What is written in front of the number; minutes have nothing there (10.3). */
const marks: Readonly<Record<SessionDocumentKind, string>> = { NOTICE: '会通', OPINION: '前研', MINUTES: '' };
export const markOf = (kind: SessionDocumentKind): string => marks[kind];

/** Each kind is counted by itself, and the council's minutes by themselves. */
export function countedAs(kind: SessionDocumentKind, body: SessionBody): DocumentKind {
  if (kind === SessionDocumentKind.NOTICE) return 'SESSION_NOTICE';
  if (kind === SessionDocumentKind.OPINION) return 'OPINION';
  return body === SessionBody.PARTY ? 'SESSION_MINUTES' : 'COUNCIL_MINUTES';
}
