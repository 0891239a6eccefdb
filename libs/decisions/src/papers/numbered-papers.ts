import { defineNumberedKind } from '@dangwu/documents';
import { sql } from '@dangwu/read-model';
import type { SessionDocumentEntity } from './session-document.entity';
import { SessionDocument } from './session-document.type';

/** What sessions issue, in the register of numbers: it stands with its session. */
defineNumberedKind<SessionDocumentEntity>({
  of: ({ kind }) => sql`${kind} in ('SESSION_NOTICE', 'OPINION', 'SESSION_MINUTES', 'COUNCIL_MINUTES')`,
  type: () => SessionDocument,
  title: ({ title }) => title,
  text: ({ number }) => number,
  aboutId: ({ sessionId }) => sql`'ReviewSession_' || replace(${sessionId}::text, '-', '')`,
  givenBy: ({ issuedBy }) => issuedBy,
  withdrawn: () => sql`false`,
});
