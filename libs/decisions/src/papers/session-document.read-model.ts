import { asc, desc, equals, readModel, sql } from '@dangwu/read-model';
import { SealImageEntity, SessionDocumentEntity } from './session-document.entity';
import { SealImage, SessionDocument, SessionPack } from './session-document.type';
import { SessionPackEntity } from './session-pack.entity';

const placed = { place: 'organizationId', read: 'session.read', deleted: 'deletedAt' } as const;

export const SessionDocumentModel = readModel<
  SessionDocument,
  SessionDocumentEntity,
  { readonly sessionId: string },
  'NEWEST'
>({
  type: SessionDocument,
  entity: SessionDocumentEntity,
  ...placed,
  idPrefix: 'SessionDocument',
  // two bodies' minutes, an opinion an item, and now and then another notice
  boundedBy: 200,
  orders: { NEWEST: [desc('issuedAt')] },
  filters: { sessionId: equals('sessionId') },
  fields: {
    itemId: (row) => sql`'SessionItem_' || replace(${row.itemId}::text, '-', '')`,
    sealed: (row) => sql`${row.sealFileId} is not null`,
    url: (row) => sql`'/files/session-documents/SessionDocument_' || replace(${row.id}::text, '-', '')`,
  },
});

/** Files of sessions stand below the session, so that the address is that of whoever sits there, too. */
export const SessionPackModel = readModel<SessionPack, SessionPackEntity, { readonly sessionId: string }, 'NEWEST'>({
  type: SessionPack,
  entity: SessionPackEntity,
  ...placed,
  idPrefix: 'SessionPack',
  boundedBy: 500,
  orders: { NEWEST: [desc('no')] },
  filters: { sessionId: equals('sessionId') },
  fields: {
    url: (row) =>
      sql`'/files/sessions/ReviewSession_' || replace(${row.sessionId}::text, '-', '') || '/pack.pdf?version=' || ${row.no}`,
  },
});

export const SealImageModel = readModel<SealImage, SealImageEntity, { readonly organizationId: string }, 'BODY'>({
  type: SealImage,
  entity: SealImageEntity,
  ...placed,
  idPrefix: 'SealImage',
  boundedBy: 2,
  orders: { BODY: [asc('body')] },
  filters: { organizationId: equals('organizationId') },
});
