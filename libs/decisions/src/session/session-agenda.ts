import type { Viewer } from '@dangwu/access';
import { HolidayYears } from '@dangwu/calendar';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { MatterAdviceEntity } from '../advice/advice.entity';
import { ChangeMatter } from '../matter/change-matter';
import { MatterEntity } from '../matter/matter.entity';
import { MatterState } from '../matter/matter.enums';
import { MatterRecordKind } from '../record/matter-record.enums';
import { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { gapsOf, type AgendaGap } from './agenda-gaps';
import { renumber } from './agenda-order';
import { ChangeSession } from './change-session';
import { SessionNotices } from './session-notices';
import { ReviewSessionEntity, SessionItemEntity } from './session.entity';
import { SessionItemState } from './session.enums';
import { sessionErrors } from './session.errors';
import type {
  AddSessionItemInput,
  ArrangeSessionItemsInput,
  RemoveSessionItemInput,
  ScheduleMatterInput,
} from './session.inputs';
import { WaitingMatters } from './waiting-matters';

/** As many as a day holds. */
const most = 60;
const usualMinutes = 20;

/** The agenda of a session: matters under their rules, and what is only heard. Each answers the UUID of the session. */
@Injectable()
export class SessionAgenda {
  constructor(
    private readonly changes: ChangeSession,
    private readonly matters: ChangeMatter,
    private readonly waiting: WaitingMatters,
    private readonly notices: SessionNotices,
    private readonly holidays: HolidayYears,
    private readonly clock: Clock,
  ) {}

  /** @throws SESSION_STATE, STALE_VERSION, MATTER_STATE, SESSION_BODY, SESSION_DAYS_AHEAD, SESSION_AGENDA_FULL */
  schedule(viewer: Viewer, { id, matterId, matterVersion: version, minutes }: ScheduleMatterInput): Promise<string> {
    const matter = { id: localId('Matter', matterId), version };
    return this.changes.change(viewer, 'agenda', { id }, async (tx, session) => {
      let title = '';
      await this.matters.within(tx, viewer, 'schedule', matter, async (_, matter) => {
        title = matter.title;
        const gaps = await this.gaps(tx, session, matter);
        const closed = gaps.find(({ refusal }) => refusal)?.refusal;
        if (closed) throw closed;
        const { id: matterId, reviewRuleId } = matter;
        const no = await this.insert(tx, session, { matterId, reviewRuleId, title, minutes: minutes ?? usualMinutes });
        const data = {
          session: session.id,
          sessionTitle: session.title,
          startsAt: session.startsAt.toISOString(),
          item: no,
          // that it came late and why it passed stays with the matter
          ...(gaps.length && { noticed: gaps.map(({ message }) => message.zh) }),
        };
        const state = MatterState.SCHEDULED;
        const words = { before: { state: matter.state }, after: { state, session: session.title } };
        return {
          set: { state },
          event: { kind: MatterRecordKind.SCHEDULED, data, action: 'matter.schedule', ...words },
        };
      });
      await this.notices.changed(tx, session, 'AGENDA');
      return { set: {}, action: 'session.schedule', after: { item: title } };
    });
  }

  /** @throws SESSION_STATE, SESSION_AGENDA_FULL */
  add(viewer: Viewer, { id, title: given, minutes }: AddSessionItemInput): Promise<string> {
    const title = given.trim();
    return this.changes.change(viewer, 'agenda', { id }, async (tx, session) => {
      await this.insert(tx, session, { matterId: null, reviewRuleId: null, title, minutes });
      await this.notices.changed(tx, session, 'AGENDA');
      return { set: {}, action: 'session.addItem', after: { item: title, minutes } };
    });
  }

  /** @throws SESSION_STATE, SESSION_AGENDA_CHANGED */
  arrange(viewer: Viewer, { id, items }: ArrangeSessionItemsInput): Promise<string> {
    return this.changes.change(viewer, 'agenda', { id }, async (tx, session) => {
      const rows = await itemsOf(tx, session.id);
      const places = items.map((item) => ({ ...item, id: localId('SessionItem', item.id) }));
      const known = new Set(rows.map(({ id: item }) => item));
      const asked = new Set(places.map(({ id: item }) => item));
      if (places.length !== rows.length || asked.size !== rows.length || places.some((item) => !known.has(item.id)))
        throw sessionErrors.SESSION_AGENDA_CHANGED({ title: session.title });
      await renumber(
        tx,
        session.id,
        places.map(({ id: item }) => item),
      );
      for (const { id: item, minutes } of places) {
        const row = rows.find((each) => each.id === item)!;
        if (row.minutes !== minutes) await tx.update(SessionItemEntity, item, { minutes });
      }
      const order = (of: readonly SessionItemEntity[]): string => of.map(({ title }) => title).join('、');
      const after = order(places.map(({ id: item }) => rows.find((each) => each.id === item)!));
      return { set: {}, action: 'session.arrange', before: { agenda: order(rows) }, after: { agenda: after } };
    });
  }

  /** A matter waits for another session. @throws SESSION_STATE, SESSION_ITEM_BEGUN, UNKNOWN_ID */
  remove(viewer: Viewer, { id, itemId, reason: given }: RemoveSessionItemInput): Promise<string> {
    const reason = given.trim();
    return this.changes.change(viewer, 'agenda', { id }, async (tx, session) => {
      const item = await tx.findOneBy(SessionItemEntity, { id: localId('SessionItem', itemId), sessionId: session.id });
      if (!item || item.state === SessionItemState.REMOVED) throw platformErrors.UNKNOWN_ID();
      if (item.state !== SessionItemState.WAITING) throw sessionErrors.SESSION_ITEM_BEGUN({ item: item.title });
      await this.waiting.giveBack(tx, viewer, session, item, 'takenOff', reason);
      await tx.update(SessionItemEntity, item.id, { state: SessionItemState.REMOVED });
      await renumber(tx, session.id);
      await this.notices.changed(tx, session, 'AGENDA');
      return { set: {}, action: 'session.removeItem', before: { item: item.title }, reason };
    });
  }

  /** Whether everything on the agenda still has its days ahead when the session is on another day. @throws SESSION_DAYS_AHEAD */
  async checkDays(tx: EntityManager, session: ReviewSessionEntity): Promise<void> {
    const items = await itemsOf(tx, session.id);
    const ids = items.flatMap(({ matterId }) => matterId ?? []);
    for (const matter of await tx.findBy(MatterEntity, { id: In(ids) })) {
      const closed = (await this.gaps(tx, session, matter)).find(({ refusal }) => refusal)?.refusal;
      if (closed) throw closed;
    }
  }

  /** What is to be noticed of a matter that is, or is to be, on the agenda. */
  async gaps(tx: EntityManager, session: ReviewSessionEntity, matter: MatterEntity): Promise<AgendaGap[]> {
    const rule = await tx.findOneByOrFail(ReviewRuleEntity, { id: matter.reviewRuleId! });
    const advice = await tx.findBy(MatterAdviceEntity, { matterId: matter.id });
    const calendar = await this.holidays.calendar(tx, session.associationId);
    return gapsOf(calendar, { ...matter, advice }, rule, session);
  }

  /** @returns its place. @throws SESSION_AGENDA_FULL */
  private async insert(
    tx: EntityManager,
    { id: sessionId, associationId, organizationId, title }: ReviewSessionEntity,
    item: Pick<SessionItemEntity, 'matterId' | 'reviewRuleId' | 'title' | 'minutes'>,
  ): Promise<number> {
    const count = await tx.countBy(SessionItemEntity, { sessionId, state: Not(SessionItemState.REMOVED) });
    if (count >= most) throw sessionErrors.SESSION_AGENDA_FULL({ title, count, limit: most });
    const no = count + 1;
    const id = newId(this.clock.now().getTime());
    const of = { id, sessionId, associationId, organizationId, no, state: SessionItemState.WAITING };
    await tx.insert(SessionItemEntity, { ...item, ...of, createdAt: this.clock.now() });
    return no;
  }
}

const itemsOf = (tx: EntityManager, sessionId: string): Promise<SessionItemEntity[]> =>
  tx.find(SessionItemEntity, {
    where: { sessionId, state: Not(SessionItemState.REMOVED) },
    order: { no: 'ASC' },
  });
