import { Access, missing, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database, systemScope, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReviewSessionEntity, SessionItemEntity } from '../session.entity';
import { SessionItemState, type SessionState } from '../session.enums';
import { roomErrors } from './room.errors';
import { itemStateWords, roomActWords, roomStateWords, type RoomAct } from './room-words';

/** What an operation names, by its UUID. */
export type Where =
  { readonly session: string } | { readonly item: string } | { readonly vote: string } | { readonly recusal: string };

/** A session whose row is locked, and who asks. */
export interface InRoom {
  readonly viewer: Viewer;
  readonly session: ReviewSessionEntity;
  /** whether the viewer conducts it; else only for the own seats */
  readonly conducts: boolean;
  /** UUIDs of the viewer's own seats */
  readonly own: readonly string[];
}

/** What an event of the room says. */
export interface RoomEvent {
  readonly action: string;
  readonly before?: Record<string, unknown> | null;
  readonly after?: Record<string, unknown> | null;
  readonly reason?: string | null;
}

interface Found {
  readonly id: string;
  readonly organizationId: string;
  readonly own: readonly string[];
}

type Work = (tx: EntityManager, room: InRoom) => Promise<void>;

/** The frame of all that is done in a room: rights, one transaction with a lock on the session, a live event. */
@Injectable()
export class RoomFrame {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /** For whoever conducts the session. @returns its UUID. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async conduct(viewer: Viewer, where: Where, work: Work): Promise<string> {
    const found = await this.database.transaction(scopeOf(viewer), (tx) => find(tx, viewer, where));
    const place = await this.access.place(null, viewer, found.organizationId);
    if (!viewer.can('session.conduct', place)) {
      if (found.own.length || viewer.can('session.read', place)) throw missing('session.conduct');
      throw platformErrors.UNKNOWN_ID();
    }
    // from here on the database itself lets nobody reach further than this permission
    return this.database.transaction(viewer.scope('session.conduct'), (tx) =>
      this.locked(tx, viewer, { ...found, conducts: true }, 'pessimistic_write', work),
    );
  }

  /**
   * For whoever has a seat in it.
   * @param lock shared: of many who vote at the same moment none waits for another
   * @throws UNKNOWN_ID, ROOM_NO_SEAT
   */
  attend(
    viewer: Viewer,
    where: Where,
    work: Work,
    lock: 'pessimistic_read' | 'pessimistic_write' = 'pessimistic_write',
  ): Promise<string> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const found = await find(tx, viewer, where);
      if (found.own.length === 0) throw await this.noSeat(tx, viewer, found);
      return this.locked(tx, viewer, { ...found, conducts: false }, lock, work);
    });
  }

  /** For whoever conducts it, and for members as far as their own seats go. @throws UNKNOWN_ID, ROOM_NO_SEAT */
  either(viewer: Viewer, where: Where, work: Work): Promise<string> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const found = await find(tx, viewer, where);
      const place = await this.access.place(tx, viewer, found.organizationId);
      const conducts = viewer.can('session.conduct', place);
      if (!conducts && found.own.length === 0) throw await this.noSeat(tx, viewer, found);
      return this.locked(tx, viewer, { ...found, conducts }, 'pessimistic_write', work);
    });
  }

  /** The item, which must stand where it can be dealt with. @throws UNKNOWN_ID, SESSION_ITEM_STATE */
  async item(
    tx: EntityManager,
    { session }: InRoom,
    id: string,
    states: readonly SessionItemState[] = [SessionItemState.CURRENT],
  ): Promise<SessionItemEntity> {
    const item = await tx.findOneBy(SessionItemEntity, { id, sessionId: session.id });
    if (!item) throw platformErrors.UNKNOWN_ID();
    if (states.includes(item.state)) return item;
    const { zh, en } = itemStateWords[item.state];
    throw roomErrors.SESSION_ITEM_STATE({ item: item.title, stateZh: zh, stateEn: en });
  }

  /** @throws ROOM_STATE */
  checkState({ session }: InRoom, act: RoomAct, ...states: readonly SessionState[]): void {
    if (states.includes(session.state)) return;
    const [is, done] = [roomStateWords[session.state], roomActWords[act]];
    const { title } = session;
    throw roomErrors.ROOM_STATE({ title, stateZh: is.zh, stateEn: is.en, actZh: done.zh, actEn: done.en });
  }

  /** Writes down what was done. */
  leave(tx: EntityManager, { session }: InRoom, ...events: readonly RoomEvent[]): Promise<void> {
    const { id: subjectId, title: subjectName, organizationId } = session;
    const about = { subjectType: 'ReviewSession', subjectId, subjectName, organizationId };
    return this.audit.recordAll(
      tx,
      events.map((event) => ({ ...about, ...event })),
    );
  }

  private async locked(
    tx: EntityManager,
    viewer: Viewer,
    { id, own, conducts }: Found & { readonly conducts: boolean },
    mode: 'pessimistic_read' | 'pessimistic_write',
    work: Work,
  ): Promise<string> {
    const session = await tx.findOne(ReviewSessionEntity, { where: { id }, lock: { mode } });
    if (!session) throw platformErrors.UNKNOWN_ID();
    await work(tx, { viewer, session, conducts, own });
    const event = { to: 'association', kind: 'session', id: globalId('ReviewSession', id) } as const;
    await this.live.publish(tx, { ...event, associationId: session.associationId });
    return id;
  }

  /** To whoever may not see the session either it does not exist. */
  private async noSeat(tx: EntityManager, viewer: Viewer, { id, organizationId }: Found): Promise<Error> {
    const place = await this.access.place(tx, viewer, organizationId);
    if (!viewer.can('session.read', place)) return platformErrors.UNKNOWN_ID();
    const { title } = await tx.findOneByOrFail(ReviewSessionEntity, { id });
    return roomErrors.ROOM_NO_SEAT({ title });
  }
}

/** @throws UNKNOWN_ID */
async function find(tx: EntityManager, viewer: Viewer, where: Where): Promise<Found> {
  const [kind, id] = Object.entries(where)[0] as [keyof typeof ways, string];
  const [found] = await tx.query<Found[]>(
    `select s.id, s.organization_id as "organizationId", array(select m.id from session_member m
       where m.session_id = s.id and m.account_id = $2 and m.deleted_at is null) as own
     from review_session s ${ways[kind]} = $1 and s.deleted_at is null`,
    [id, viewer.account.id],
  );
  if (!found) throw platformErrors.UNKNOWN_ID();
  return found;
}

const ways = {
  session: 'where s.id',
  item: 'join session_item i on i.session_id = s.id where i.id',
  vote: 'join session_item i on i.session_id = s.id join session_vote v on v.item_id = i.id where v.id',
  recusal: 'join session_item i on i.session_id = s.id join session_recusal r on r.item_id = i.id where r.id',
} as const;

/** Members may stand anywhere in the association; what they may touch is asked of their seats. */
export const scopeOf = ({ association, account }: Viewer): Scope => ({
  ...systemScope(association.id),
  account: account.id,
});
