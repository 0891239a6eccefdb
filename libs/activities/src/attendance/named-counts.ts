import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { meetsShare, type RuleInForce, Rules } from '@dangwu/rules';
import { type Counted } from '../activity/activity-lifecycle';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { attendanceErrors } from './attendance.errors';

/** Counts of an activity as a form gives them: left out where attendance is recorded by name. */
export interface CountsGiven {
  readonly entitledCount?: number | null;
  readonly presentCount?: number | null;
  readonly remoteCount?: number | null;
  readonly leaveCount?: number | null;
}

/** What the names of an activity come to, as they are counted. */
export type CountedByName = Counted & { readonly named: boolean };

/** The same as expressions over the rows of `attendance`. */
export const countedByName = `(count(*) filter (where not guest))::int as "entitledCount",
  (count(*) filter (where not guest and state in ('PRESENT', 'LATE', 'REMOTE')))::int as "presentCount",
  (count(*) filter (where not guest and state = 'REMOTE'))::int as "remoteCount",
  (count(*) filter (where not guest and state = 'ON_LEAVE'))::int as "leaveCount",
  coalesce(bool_or(state not in ('ENTITLED', 'ON_LEAVE')), false) as named`;

/** @returns null where nobody was marked, so that no names are kept */
export const countsIn = ({ named, ...counts }: CountedByName): Counted | null => (named ? counts : null);

/**
 * What the names say of an activity in numbers; guests count for nothing. Null: nobody was marked as there, late, remote,
 * absent or made up, so no names are kept.
 */
export async function countsByName(tx: EntityManager, activityId: string): Promise<Counted | null> {
  const [row] = await tx.query<CountedByName[]>(`select ${countedByName} from attendance where activity_id = $1`, [
    activityId,
  ]);
  return countsIn(row!);
}

/**
 * The counts that a record is written with.
 * @param named what the names say; null when none are kept
 * @throws COUNTS_MISSING, COUNTS_BY_NAME
 */
export function settled(named: Counted | null, given: CountsGiven): Counted {
  const { entitledCount, presentCount, remoteCount, leaveCount } = given;
  if (named) {
    const keys = Object.keys(named) as (keyof Counted)[];
    const said = entitledCount ?? presentCount ?? null;
    if (said !== null && keys.some((key) => (given[key] ?? named[key]) !== named[key]))
      throw attendanceErrors.COUNTS_BY_NAME({
        entitled: named.entitledCount,
        present: named.presentCount,
        remote: named.remoteCount,
        leave: named.leaveCount,
      });
    return named;
  }
  if (typeof entitledCount !== 'number' || typeof presentCount !== 'number') throw attendanceErrors.COUNTS_MISSING();
  return { entitledCount, presentCount, remoteCount: remoteCount ?? 0, leaveCount: leaveCount ?? 0 };
}

/** What an activity says in numbers follows from attendance where that is kept by name. */
@Injectable()
export class NamedCounts {
  constructor(private readonly rules: Rules) {}

  /** Brings a recorded activity to what its attendance says now. @returns what differs, for the audit log */
  async refresh(tx: EntityManager, activity: ActivityEntity): Promise<Partial<Counted> | null> {
    const named = await countsByName(tx, activity.id);
    if (!named || (Object.keys(named) as (keyof Counted)[]).every((key) => activity[key] === named[key])) return null;
    const rule = activity.quorumRuleId ? await this.quorumOf(tx, activity) : null;
    const { presentCount, entitledCount } = named;
    await tx.update(
      ActivityEntity,
      { id: activity.id },
      { ...named, ...(rule?.parsed && { quorumMet: meetsShare(presentCount, entitledCount, rule.parsed) }) },
    );
    return named;
  }

  /** The rule on presence that holds for an activity on its day; null: its type has none. */
  async quorumOf(tx: EntityManager, activity: ActivityEntity): Promise<RuleInForce | null> {
    const { associationId, organizationId, activityTypeId, heldOn } = activity;
    const type = await tx.findOneByOrFail(ActivityTypeEntity, { id: activityTypeId });
    if (!type.quorumRuleKey) return null;
    return this.rules.inForce(tx, { associationId, organizationId, key: type.quorumRuleKey, on: heldOn });
  }
}
