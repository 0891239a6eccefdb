import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { seenMatter } from '../matter/seen-matter';
import { SessionItemEntity } from '../session/session.entity';
import { SessionDocumentEntity } from './session-document.entity';
import { SessionDocumentKind } from './session-document.enums';
import type { SessionDocument } from './session-document.type';
import { systemOf } from './session-readers';

/** Opinions issued on a matter, for those who see the matter and perhaps not the session: they were written for them. */
@Injectable()
export class OpinionsOfMatters {
  constructor(private readonly database: Database) {}

  /** The newest first. @throws UNKNOWN_ID */
  async of(viewer: Viewer, global: string): Promise<SessionDocument[]> {
    const id = localId('Matter', global);
    await seenMatter(this.database, viewer, id);
    const rows = await this.database.transaction(systemOf(viewer), (tx) => opinionsOn(tx, id));
    return rows.map(({ sealFileId, itemId, ...row }) => ({
      ...row,
      id: globalId('SessionDocument', row.id),
      itemId: itemId && globalId('SessionItem', itemId),
      sealed: sealFileId !== null,
      url: `/files/session-documents/${globalId('SessionDocument', row.id)}`,
    }));
  }
}

/** In the scope of the system. */
export async function opinionsOn(tx: EntityManager, matterId: string): Promise<SessionDocumentEntity[]> {
  const items = await tx.findBy(SessionItemEntity, { matterId });
  return tx.find(SessionDocumentEntity, {
    where: { kind: SessionDocumentKind.OPINION, itemId: In(items.map(({ id }) => id)) },
    order: { issuedAt: 'DESC' },
  });
}
