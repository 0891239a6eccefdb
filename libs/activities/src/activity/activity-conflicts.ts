import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ActivityEntity } from './activity.entity';
import { ConflictKind, type ActivityConflict } from './activity-conflict.type';

export interface ConflictQuestion {
  /** UUIDs */
  readonly organizationId: string;
  readonly venueId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** the activity itself, when one that is there is to be moved */
  readonly exceptId: string | null;
}

interface Found {
  readonly id: string;
  readonly title: string | null;
  readonly organization: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly people: number;
}

const overlapping = `a.state in ('SCHEDULED', 'HELD', 'RECORDED') and a.deleted_at is null
  and a.id is distinct from $4 and tstzrange(a.starts_at, a.ends_at) && tstzrange($2, $3)`;
const shown = `a.id, a.title, o.name as organization, a.starts_at as "startsAt", a.ends_at as "endsAt"`;

/** What is at the same time as something that is being planned: told before it is saved. */
@Injectable()
export class ActivityConflicts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What the viewer may not read is told without its name: that the venue is taken, or a leader is. */
  async of(viewer: Viewer, question: ConflictQuestion): Promise<ActivityConflict[]> {
    const { venueId, startsAt, endsAt, exceptId } = question;
    const readable = await this.database.transaction(viewer.scope('activity.read'), async (tx) => ({
      own: await tx.query<Found[]>(
        `select ${shown}, 0 as people from activity a join party_organization o on o.id = a.organization_id
         where a.organization_id = $1 and ${overlapping} order by a.starts_at limit 20`,
        [question.organizationId, startsAt, endsAt, exceptId],
      ),
      venue: venueId
        ? await tx.query<Found[]>(
            `select a.id, own.title, o.name as organization, a.starts_at as "startsAt", a.ends_at as "endsAt", 0 as people
             from dangwu_venue_taken($1, $2, $3, $4) a left join activity own on own.id = a.id
             left join party_organization o on o.id = own.organization_id order by a.starts_at`,
            [venueId, startsAt, endsAt, exceptId],
          )
        : [],
    }));
    const whole = { association: viewer.association.id, places: 'everywhere', account: viewer.account.id } as const;
    const people = await this.database.transaction(whole, (tx) => this.ofPeople(tx, question));
    const known = await this.readable(viewer, people);
    const hidden = (one: Found): Found => (known.has(one.id) ? one : { ...one, title: null, organization: null });
    return [
      ...readable.own.map((one) => told(ConflictKind.ORGANIZATION, one)),
      ...readable.venue.map((one) => told(ConflictKind.VENUE, one)),
      ...people.map(hidden).map((one) => told(ConflictKind.PEOPLE, one)),
    ];
  }

  private async readable(viewer: Viewer, found: readonly Found[]): Promise<ReadonlySet<string>> {
    if (found.length === 0) return new Set();
    const rows = await this.database.transaction(viewer.scope('activity.read'), (tx) =>
      tx.findBy(ActivityEntity, { id: In(found.map(({ id }) => id)) }),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Activities of other organizations that have a secretary or deputy in common with this one. */
  private ofPeople(
    tx: EntityManager,
    { organizationId, startsAt, endsAt, exceptId }: ConflictQuestion,
  ): Promise<Found[]> {
    return tx.query<Found[]>(
      `with posts as (
         select p.organization_id, p.member_id from appointment p
         where p.post in ('SECRETARY', 'DEPUTY_SECRETARY') and p.deleted_at is null and p.since <= $5
           and (p.until is null or p.until > $5))
       select ${shown}, count(distinct mine.member_id)::int as people
       from posts mine join posts theirs on theirs.member_id = mine.member_id
       join activity a on a.organization_id = theirs.organization_id
       join party_organization o on o.id = a.organization_id
       where mine.organization_id = $1 and a.organization_id <> $1 and ${overlapping}
       group by a.id, o.name order by a.starts_at limit 20`,
      [organizationId, startsAt, endsAt, exceptId, this.clock.today()],
    );
  }
}

function told(kind: ConflictKind, { id, title, organization, startsAt, endsAt, people }: Found): ActivityConflict {
  // what may not be read has no name, and no id either
  const named = title === null ? { activityId: null } : { activityId: globalId('Activity', id) };
  return { kind, ...named, title, organizationName: organization, startsAt, endsAt, people };
}
