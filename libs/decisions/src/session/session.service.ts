import type { Viewer } from '@dangwu/access';
import { associationZone, Clock, dateIn } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeSession } from './change-session';
import { refuse, SessionRosters } from './session-rosters';
import { SessionAgenda } from './session-agenda';
import { SessionNotices } from './session-notices';
import { titleOf } from './session-words';
import { ReviewSessionEntity, SessionItemEntity, SessionMemberEntity } from './session.entity';
import { SessionItemState, SessionState } from './session.enums';
import { sessionErrors } from './session.errors';
import type {
  CallSessionInput,
  CancelSessionInput,
  ChangeSessionInput,
  SendSessionNoticeInput,
} from './session.inputs';
import { sessionBodies } from './roster-lines';
import { WaitingMatters } from './waiting-matters';

const longest = 86_400_000;

/** Calls sessions, changes when and where, tells those who sit, cancels. Each answers the UUID. */
@Injectable()
export class SessionService {
  constructor(
    private readonly changes: ChangeSession,
    private readonly rosters: SessionRosters,
    private readonly agenda: SessionAgenda,
    private readonly waiting: WaitingMatters,
    private readonly notices: SessionNotices,
    private readonly clock: Clock,
  ) {}

  /** @throws PERMISSION_MISSING, SESSION_TIMES, SESSION_COUNCIL_MISSING */
  call(viewer: Viewer, input: CallSessionInput): Promise<string> {
    const { reviewingBody, joint, startsAt, endsAt, place, title, council } = input;
    this.checkTimes(startsAt, endsAt);
    return this.changes.add(viewer, async (tx, root) => {
      const { associationId, id: organizationId } = root;
      const on = dateIn(associationZone, startsAt);
      const year = Number(on.slice(0, 4));
      const no = await nextNo(tx, associationId, reviewingBody, year);
      const session = tx.create(ReviewSessionEntity, {
        id: newId(this.clock.now().getTime()),
        associationId,
        organizationId,
        reviewingBody,
        joint,
        title: title?.trim() || titleOf(reviewingBody, joint, year, no),
        year,
        no,
        startsAt,
        endsAt,
        place: place?.trim() ?? '',
        state: SessionState.PLANNED,
        calledBy: viewer.account.name,
        createdAt: this.clock.now(),
      });
      await tx.insert(ReviewSessionEntity, session);
      await this.rosters.make(tx, session, on, council ?? null);
      return session;
    });
  }

  /** @throws STALE_VERSION, SESSION_STATE, SESSION_TIMES, SESSION_DAYS_AHEAD */
  change(viewer: Viewer, { id, version, ...input }: ChangeSessionInput): Promise<string> {
    return this.changes.change(viewer, 'change', { id, version }, async (tx, session) => {
      const set = written(input);
      const changed = { ...session, ...set };
      if (set.startsAt || set.endsAt) this.checkTimes(changed.startsAt, changed.endsAt);
      if (set.startsAt) await this.agenda.checkDays(tx, changed);
      const moved = set.startsAt ?? set.endsAt ?? set.place;
      if (moved !== undefined) await this.notices.changed(tx, changed, 'TIMES');
      const before = Object.fromEntries(Object.keys(set).map((key) => [key, session[key as keyof typeof set]]));
      return { set, action: 'session.change', before, after: set };
    });
  }

  /** @throws STALE_VERSION, SESSION_STATE, SESSION_AGENDA_EMPTY, SESSION_ROSTER_EMPTY, SESSION_ROSTER_CHAIR */
  notify(viewer: Viewer, step: SendSessionNoticeInput): Promise<string> {
    return this.changes.change(viewer, 'notify', step, async (tx, session) => {
      const { id: sessionId, title, joint } = session;
      const waiting = { sessionId, state: SessionItemState.WAITING };
      if (!(await tx.existsBy(SessionItemEntity, waiting))) throw sessionErrors.SESSION_AGENDA_EMPTY({ title });
      for (const body of sessionBodies.slice(0, joint ? 2 : 1))
        refuse(title, body, await tx.findBy(SessionMemberEntity, { sessionId, body }));
      const set = { state: SessionState.NOTIFIED, notifiedAt: this.clock.now() };
      const told = await this.notices.call(tx, session);
      return { set, action: 'session.notify', before: { state: session.state }, after: { state: set.state, told } };
    });
  }

  /** What was on its agenda waits for another. @throws STALE_VERSION, SESSION_STATE */
  cancel(viewer: Viewer, { reason: given, ...step }: CancelSessionInput): Promise<string> {
    const reason = given.trim();
    return this.changes.change(viewer, 'cancel', step, async (tx, session) => {
      await this.notices.cancelled(tx, session, reason);
      await this.waiting.clear(tx, viewer, session, 'takenOff', reason);
      const state = SessionState.CANCELLED;
      const words = { before: { state: session.state }, after: { state }, reason };
      return { set: { state, reason }, action: 'session.cancel', ...words };
    });
  }

  private checkTimes(startsAt: Date, endsAt: Date): void {
    const [from, to, now] = [startsAt, endsAt, this.clock.now()].map((at) => at.getTime()) as [number, number, number];
    if (from <= now || to <= from || to - from > longest) throw sessionErrors.SESSION_TIMES();
  }
}

/** Numbers are never given twice; of two who call at once the second waits. */
async function nextNo(tx: EntityManager, associationId: string, body: string, year: number): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('review_session'), hashtext($1))`, [
    `${associationId} ${body} ${year}`,
  ]);
  const [last] = await tx.query<{ no: number | null }[]>(
    `select max(no) as no from review_session where association_id = $1 and reviewing_body = $2 and year = $3`,
    [associationId, body, year],
  );
  return (last?.no ?? 0) + 1;
}

function written({ startsAt, endsAt, place, title }: Omit<ChangeSessionInput, 'id' | 'version'>) {
  return {
    ...(startsAt && { startsAt }),
    ...(endsAt && { endsAt }),
    ...(place !== undefined && { place: place?.trim() ?? '' }),
    ...(title && { title: title.trim() }),
  };
}
