import type { Viewer } from '@dangwu/access';
import { Database, systemScope, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MatterEntity } from '../matter/matter.entity';
import { ReviewSessionEntity, SessionItemEntity, SessionMemberEntity } from '../session/session.entity';
import { SessionState } from '../session/session.enums';
import { SessionDocumentEntity } from './session-document.entity';
import { SessionDocumentKind } from './session-document.enums';

const called: readonly SessionState[] = [SessionState.NOTIFIED, SessionState.OPEN, SessionState.CLOSED];

/** Who has the papers of a session: whoever may read it, and whoever sits in it once it was called. */
@Injectable()
export class SessionReaders {
  constructor(private readonly database: Database) {}

  /** In the scope in which the caller may have them. @throws UNKNOWN_ID */
  async within<T>(
    viewer: Viewer,
    sessionId: string,
    work: (tx: EntityManager, session: ReviewSessionEntity) => Promise<T>,
  ): Promise<T> {
    const sits = await this.sits(viewer, sessionId);
    const scope = sits ? systemOf(viewer) : viewer.scope('session.read');
    return this.database.transaction(scope, async (tx) => {
      const session = await tx.findOneBy(ReviewSessionEntity, {
        id: sessionId,
        associationId: viewer.association.id,
      });
      if (!session) throw platformErrors.UNKNOWN_ID();
      return work(tx, session);
    });
  }

  /**
   * A document, for those and, of an opinion, for whoever may read the matter it is on.
   * @throws UNKNOWN_ID
   */
  async document(viewer: Viewer, id: string): Promise<SessionDocumentEntity> {
    const found = await this.database.transaction(systemOf(viewer), (tx) =>
      tx.findOneBy(SessionDocumentEntity, { id, associationId: viewer.association.id }),
    );
    if (!found) throw platformErrors.UNKNOWN_ID();
    if (found.kind === SessionDocumentKind.OPINION && (await this.readsMatter(viewer, found))) return found;
    return this.within(viewer, found.sessionId, async () => found);
  }

  private async readsMatter(viewer: Viewer, { itemId }: SessionDocumentEntity): Promise<boolean> {
    const item = await this.database.transaction(systemOf(viewer), (tx) =>
      tx.findOneByOrFail(SessionItemEntity, { id: itemId! }),
    );
    return this.database.transaction(viewer.scope('matter.read'), (tx) =>
      tx.existsBy(MatterEntity, { id: item.matterId! }),
    );
  }

  private sits(viewer: Viewer, sessionId: string): Promise<boolean> {
    return this.database.transaction(systemOf(viewer), async (tx) => {
      const session = await tx.findOneBy(ReviewSessionEntity, { id: sessionId });
      if (!session || !called.includes(session.state)) return false;
      return tx.existsBy(SessionMemberEntity, { sessionId, accountId: viewer.account.id });
    });
  }
}

/** What is written there names whoever caused it. */
export const systemOf = (viewer: Viewer): Scope => ({
  ...systemScope(viewer.association.id),
  account: viewer.account.id,
});
