import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ObligationCounts } from '../cadence/obligation-counts';
import { lockVenue } from '../catalogue/venue-lock';
import { lockActivities } from './activity-lock';
import { ActivityStepEntity } from './activity-step.entity';
import { ActivityEntity } from './activity.entity';
import { ActivityStepKind } from './activity.enums';
import type { NewActivity } from './change-activity';

/** Who writes: a person, or the system, which has no name. */
export interface Writer {
  readonly associationId: string;
  readonly name: string | null;
}

export const writerOf = ({ association, account }: Viewer): Writer => ({
  associationId: association.id,
  name: account.name,
});

/** Rows that one statement writes. */
const atOnce = 500;

/** A venue that is taken at a time: whoever asked, and by what. */
export interface TakenTime {
  /** what asked: as it was given */
  readonly key: string;
  readonly venue: string;
}

interface Wish {
  readonly key: string;
  readonly venueId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Writes many scheduled activities as the service of activities writes one: steps, counts, audit, live event. */
@Injectable()
export class ManyActivities {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly counts: ObligationCounts,
    private readonly live: LiveEvents,
  ) {}

  /** The locks that single writes take, in one order, so that of two large writes neither waits for the other's. */
  async lock(tx: EntityManager, organizationIds: readonly string[], venueIds: readonly string[]): Promise<void> {
    for (const id of [...new Set(organizationIds)].sort()) await lockActivities(tx, id);
    for (const id of [...new Set(venueIds)].sort()) await lockVenue(tx, id);
  }

  /** Those whose venue is taken, by what is booked or by another of them. To be asked under the lock. */
  async taken(tx: EntityManager, wishes: readonly Wish[]): Promise<TakenTime[]> {
    if (wishes.length === 0) return [];
    return tx.query<TakenTime[]>(
      `with w as (select * from jsonb_to_recordset($1) w (key text, "venueId" uuid, "startsAt" timestamptz, "endsAt" timestamptz))
       select w.key, v.name as venue from w join venue v on v.id = w."venueId"
       where exists (select from dangwu_venue_taken(w."venueId", w."startsAt", w."endsAt", null))
         or exists (select from w other where other."venueId" = w."venueId" and other.key <> w.key
           and tstzrange(other."startsAt", other."endsAt") && tstzrange(w."startsAt", w."endsAt"))
       order by w."startsAt", w.key`,
      [JSON.stringify(wishes)],
    );
  }

  /** @param done hears how many are written @returns their UUIDs, in the order given */
  async insert(
    tx: EntityManager,
    writer: Writer,
    activities: readonly NewActivity[],
    done: (count: number) => Promise<void> = () => Promise.resolve(),
    reason: string | null = null,
  ): Promise<string[]> {
    const { associationId } = writer;
    const at = this.clock.now();
    const ids: string[] = [];
    for (let from = 0; from < activities.length; from += atOnce) {
      const rows = activities
        .slice(from, from + atOnce)
        .map((activity) => ({ ...activity, id: newId(at.getTime()), associationId }));
      await tx.insert(ActivityEntity, rows);
      await this.steps(tx, writer, rows, ActivityStepKind.SCHEDULED, reason);
      await this.audit.recordAll(
        tx,
        rows.map(({ id, title, organizationId, startsAt, endsAt, activityTypeId, venueId }) => ({
          action: 'activity.plan',
          subjectType: 'Activity',
          subjectId: id,
          subjectName: title,
          organizationId,
          associationId,
          after: { title, startsAt, endsAt, activityTypeId, venueId },
        })),
      );
      ids.push(...rows.map(({ id }) => id));
      await done(ids.length);
    }
    await this.counts.refreshAll(
      tx,
      activities.map((one) => ({ ...one, days: [one.countsOn] })),
    );
    if (ids[0]) await this.announce(tx, associationId, ids[0]);
    return ids;
  }

  /** What was done to each, for whoever reads it. */
  async steps(
    tx: EntityManager,
    { associationId, name }: Writer,
    rows: readonly { readonly id: string; readonly organizationId: string }[],
    kind: ActivityStepKind,
    reason: string | null = null,
  ): Promise<void> {
    const at = this.clock.now();
    for (let from = 0; from < rows.length; from += atOnce)
      await tx.insert(
        ActivityStepEntity,
        rows.slice(from, from + atOnce).map(({ id, organizationId }) => ({
          id: newId(at.getTime()),
          associationId,
          activityId: id,
          organizationId,
          kind,
          reason,
          actorName: name,
          at,
        })),
      );
  }

  /** One event for all of them: pages read anew what they show. */
  announce(tx: EntityManager, associationId: string, id: string): Promise<void> {
    return this.live.publish(tx, { to: 'association', kind: 'activity', id: globalId('Activity', id), associationId });
  }
}
