import { Access, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { leastShare, meetsShare, type RuleInForce } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { faultOfRecording, isRunning, opensAt } from './activity-times';
import { AttendanceFrame } from './attendance-frame';
import { AttendanceRules } from './attendance-rules';
import type { AttendanceSummary, LiveQuorum } from './attendance.type';
import { expectedPeople } from './expected-people';
import { NamedCounts } from './named-counts';

type Counts = Pick<
  AttendanceSummary,
  | 'entitled'
  | 'present'
  | 'late'
  | 'remote'
  | 'onLeave'
  | 'absent'
  | 'madeUp'
  | 'unmarked'
  | 'guests'
  | 'guestsPresent'
  | 'named'
>;

const counted = `
  (count(*) filter (where not guest))::int as entitled,
  (count(*) filter (where not guest and state in ('PRESENT', 'LATE', 'REMOTE')))::int as present,
  (count(*) filter (where not guest and state = 'LATE'))::int as late,
  (count(*) filter (where not guest and state = 'REMOTE'))::int as remote,
  (count(*) filter (where not guest and state = 'ON_LEAVE'))::int as "onLeave",
  (count(*) filter (where not guest and state = 'ABSENT'))::int as absent,
  (count(*) filter (where not guest and state = 'MADE_UP'))::int as "madeUp",
  (count(*) filter (where not guest and state = 'ENTITLED'))::int as unmarked,
  (count(*) filter (where guest))::int as guests,
  (count(*) filter (where guest and state in ('PRESENT', 'LATE', 'REMOTE')))::int as "guestsPresent",
  coalesce(bool_or(state not in ('ENTITLED', 'ON_LEAVE')), false) as named`;

/** The attendance of an activity in numbers, as it stands now, and whether enough are there. */
@Injectable()
export class AttendanceSummaries {
  constructor(
    private readonly frame: AttendanceFrame,
    private readonly access: Access,
    private readonly counts: NamedCounts,
    private readonly clock: Clock,
    private readonly rules: AttendanceRules,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  of(viewer: Viewer, activityId: string): Promise<AttendanceSummary> {
    return this.frame.look(viewer, activityId, 'attendance.read', async (tx, activity) => {
      const now = this.clock.now();
      const times = await this.rules.times(tx, activity);
      const [state] = await tx.query<{ frozenAt: Date | null; leaveAsked: number }[]>(
        `select (select frozen_at from roster where activity_id = $1) as "frozenAt",
           (select count(*)::int from leave_request where activity_id = $1 and state = 'ASKED' and deleted_at is null)
             as "leaveAsked"`,
        [activity.id],
      );
      const { frozenAt, leaveAsked } = state!;
      const counts = await this.count(tx, activity.id, frozenAt !== null);
      const place = await this.access.place(null, viewer, activity.organizationId);
      return {
        frozenAt,
        leaveAsked,
        ...counts,
        opensAt: opensAt(activity, times),
        signInOpen: isRunning(activity, times, now),
        recordable: faultOfRecording(activity, times, now) === null,
        viewerCanRecord: viewer.can('attendance.record', place),
        quorum: await this.quorum(tx, activity, counts),
      };
    });
  }

  private async count(tx: EntityManager, id: string, frozen: boolean): Promise<Counts> {
    const from = frozen ? 'attendance r where r.activity_id = $1' : `(${expectedPeople('a.id = $1')}) r`;
    const [counts] = await tx.query<Counts[]>(`select ${counted} from ${from}`, [id]);
    return counts!;
  }

  private async quorum(tx: EntityManager, activity: ActivityEntity, counts: Counts): Promise<LiveQuorum | null> {
    const rule = await this.counts.quorumOf(tx, activity);
    const { entitled: base, present } = counts;
    if (!rule?.parsed || base === 0) return null;
    const needed = leastShare(base, rule.parsed);
    const met = meetsShare(present, base, rule.parsed);
    return { met, base, present, needed, basis: rule.basis, text: words(rule, { base, present, needed, met }) };
  }
}

function words(
  { name, value }: RuleInForce,
  { base, present, needed, met }: { base: number; present: number; needed: number; met: boolean },
): LiveQuorum['text'] {
  const zh = `“${name.zh}”（${value}）：应到 ${base} 人，至少到会 ${needed} 人；已到 ${present} 人，`;
  const en = `"${name.en}" (${value}): of ${base} entitled at least ${needed} must be there; ${present} are, `;
  return met
    ? { zh: `${zh}达到要求。`, en: `${en}which is enough.` }
    : { zh: `${zh}还差 ${needed - present} 人。`, en: `${en}${needed - present} are missing.` };
}
