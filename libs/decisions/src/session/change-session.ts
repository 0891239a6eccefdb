import { Access, type Viewer } from '@dangwu/access';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { AskForPack } from './ask-for-pack';
import { sessionPossible, type SessionAct } from './session-lifecycle';
import { sessionActWords, sessionStateWords } from './session-words';
import { ReviewSessionEntity } from './session.entity';
import { sessionErrors } from './session.errors';

/** What is done to a session, for its row and the audit log. */
export interface SessionChange {
  readonly set: Partial<ReviewSessionEntity>;
  readonly action: string;
  readonly before?: object;
  readonly after?: object;
  readonly reason?: string;
}

export interface SessionStep {
  /** global id */
  readonly id: string;
  /** absent: what is done does not depend on what was read */
  readonly version?: number;
}

/** The frame of what is planned: rights, a lock on the session, version, state, the row, audit, a live event, the pack. */
@Injectable()
export class ChangeSession {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly packs: AskForPack,
  ) {}

  /** A new one, of the body at the root. @throws UNKNOWN_ID, PERMISSION_MISSING, and what `work` refuses */
  async add(
    viewer: Viewer,
    work: (tx: EntityManager, root: PartyOrganizationEntity) => Promise<ReviewSessionEntity>,
  ): Promise<string> {
    return this.database.transaction(viewer.scope('session.conduct'), async (tx) => {
      const root = await tx.findOneBy(PartyOrganizationEntity, {
        associationId: viewer.association.id,
        parentId: IsNull(),
      });
      if (!root) throw platformErrors.UNKNOWN_ID();
      this.access.require(viewer, 'session.conduct', await this.access.place(tx, viewer, root.id));
      const session = await work(tx, root);
      const { title, reviewingBody, joint, startsAt, place } = session;
      const after = { title, reviewingBody, joint, startsAt, place };
      await this.leave(tx, viewer, session, { action: 'session.call', after });
      return session.id;
    });
  }

  /**
   * What is there.
   * @returns its UUID
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, SESSION_STATE, and what `work` refuses
   */
  async change(
    viewer: Viewer,
    act: SessionAct,
    step: SessionStep,
    work: (tx: EntityManager, session: ReviewSessionEntity) => Promise<SessionChange>,
  ): Promise<string> {
    const id = localId('ReviewSession', step.id);
    await this.find(viewer, id);
    return this.database.transaction(viewer.scope('session.conduct'), async (tx) => {
      const session = await tx.findOne(ReviewSessionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!session) throw platformErrors.UNKNOWN_ID();
      if (step.version !== undefined && session.version !== step.version)
        throw platformErrors.STALE_VERSION({ current: session.version });
      refuseImpossible(act, session);
      const change = await work(tx, session);
      await tx.save(ReviewSessionEntity, { ...session, ...change.set, searchText: undefined });
      await this.leave(tx, viewer, { ...session, ...change.set }, change);
      return id;
    });
  }

  /** Who may see it but not do this is told so; to others it does not exist. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async find(viewer: Viewer, id: string): Promise<ReviewSessionEntity> {
    const session = await this.database.transaction(viewer.scope('session.read'), (tx) =>
      tx.findOneBy(ReviewSessionEntity, { id }),
    );
    if (!session) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, session.organizationId);
    this.access.require(viewer, 'session.conduct', place, 'session.read');
    return session;
  }

  /** What every write leaves behind it. */
  async leave(
    tx: EntityManager,
    viewer: Viewer,
    session: ReviewSessionEntity,
    { action, before = {}, after = {}, reason }: Omit<SessionChange, 'set'>,
  ): Promise<void> {
    const { id, associationId, organizationId, title } = session;
    await this.packs.ask(tx, session, action === 'session.notify');
    await this.audit.record(tx, {
      action,
      subjectType: 'ReviewSession',
      subjectId: id,
      subjectName: title,
      organizationId,
      reason,
      before: { ...before },
      after: { ...after },
    });
    await this.live.publish(tx, {
      to: 'association',
      kind: 'session',
      id: globalId('ReviewSession', id),
      associationId,
    });
  }
}

function refuseImpossible(act: SessionAct, { state, title }: ReviewSessionEntity): void {
  if (sessionPossible(act, state)) return;
  const [is, done] = [sessionStateWords[state], sessionActWords[act]];
  throw sessionErrors.SESSION_STATE({ title, stateZh: is.zh, stateEn: is.en, actZh: done.zh, actEn: done.en });
}
