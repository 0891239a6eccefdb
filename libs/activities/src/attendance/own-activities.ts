import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isAhead, isRunning, isWithdrawable, type AttendanceTimes } from './activity-times';
import { AttendanceRules } from './attendance-rules';
import { AttendanceFrame, type Me } from './attendance-frame';
import { AttendanceState, type LeaveState } from './attendance.enums';
import type { OwnActivity } from './attendance.type';
import { expectedPeople } from './expected-people';

/** So many are answered at once. */
export const mostOwn = 200;
const day = 86_400_000;

interface Row extends Omit<OwnActivity, 'leave' | 'type' | 'canSignIn' | 'canAskLeave' | 'canWithdrawLeave'> {
  readonly organizationId: string;
  readonly typeZh: string;
  readonly typeEn: string;
  readonly leaveState: LeaveState | null;
  readonly leaveReason: string | null;
  readonly decisionReason: string | null;
}

/** What a member is entitled or invited to, and whether they attended: one's own, whatever one may read otherwise. */
@Injectable()
export class OwnActivities {
  constructor(
    private readonly frame: AttendanceFrame,
    private readonly clock: Clock,
    private readonly rules: AttendanceRules,
  ) {}

  /** From a day until before another, the soonest first; nothing for an account that is not bound to a member. */
  async between(viewer: Viewer, from: string, to: string): Promise<OwnActivity[]> {
    return (await this.frame.own(viewer, (tx, me) => this.read(tx, viewer, me, near, [from, to]))) ?? [];
  }

  /** Null: it does not expect one. */
  async one(viewer: Viewer, activityId: string): Promise<OwnActivity | null> {
    const id = localId('Activity', activityId);
    const rows = await this.frame.own(viewer, (tx, me) => this.read(tx, viewer, me, 'a.id = $3', [id]));
    return rows?.[0] ?? null;
  }

  private async read(
    tx: EntityManager,
    viewer: Viewer,
    me: Me,
    which: string,
    values: readonly string[],
  ): Promise<OwnActivity[]> {
    const told = `a.association_id = $2 and a.deleted_at is null and a.state <> 'DRAFT' and (${which})`;
    const rows = await tx.query<Row[]>(
      `with near as materialized (
         select distinct top.id from (
           select f.organization_id from affiliation f where f.member_id = $1 and f.deleted_at is null
           union select p.organization_id from appointment p where p.member_id = $1 and p.deleted_at is null) at
         join organization_version o on o.id = at.organization_id and o.valid_to is null
         join organization_version top on top.association_id = o.association_id and top.valid_to is null
           and starts_with(o.leads_path, top.leads_path)),
       mine as (
         select r.activity_id, r.guest, r.state, r.marked_at from attendance r join activity a on a.id = r.activity_id
         where r.member_id = $1 and ${told}
         union all
         select e.activity_id, e.guest, null, null
         from (${expectedPeople(`${told} and ${concerns} and not exists (select from roster s where s.activity_id = a.id)`, { member: '$1' })}) e)
       select a.id, a.title, a.state, a.starts_at as "startsAt", a.ends_at as "endsAt", a.held_on::text as "heldOn",
         a.organization_id as "organizationId", o.name as "organizationName", t.name_zh as "typeZh", t.name_en as "typeEn",
         nullif(concat_ws(' ', v.name, a.place), '') as place, a.link, m.guest, m.state as attendance,
         m.marked_at as "markedAt", l.state as "leaveState", l.reason as "leaveReason",
         l.decision_reason as "decisionReason"
       from mine m join activity a on a.id = m.activity_id join activity_type t on t.id = a.activity_type_id
       join party_organization o on o.id = a.organization_id left join venue v on v.id = a.venue_id
       left join lateral (
         select l.state, l.reason, l.decision_reason from leave_request l
         where l.activity_id = a.id and l.member_id = $1 and l.deleted_at is null and l.state <> 'WITHDRAWN'
         order by l.asked_at desc limit 1) l on true
       order by a.starts_at, a.id limit ${mostOwn}`,
      [me.id, viewer.association.id, ...values],
    );
    const times = await this.timesNear(tx, viewer.association.id, rows);
    return rows.map((row) => this.shown(row, times.get(row.organizationId)));
  }

  /** By organization, of what may be going on: of what lies further away nobody signs in. */
  private async timesNear(
    tx: EntityManager,
    associationId: string,
    rows: readonly Row[],
  ): Promise<ReadonlyMap<string, AttendanceTimes>> {
    const now = this.clock.now();
    const times = new Map<string, AttendanceTimes>();
    for (const { organizationId, startsAt, endsAt } of rows)
      if (endsAt >= now && startsAt.getTime() < now.getTime() + day && !times.has(organizationId))
        times.set(organizationId, await this.rules.times(tx, { associationId, organizationId }));
    return times;
  }

  private shown(
    { typeZh, typeEn, leaveState, leaveReason, decisionReason, organizationId: _, ...row }: Row,
    times: AttendanceTimes | undefined,
  ): OwnActivity {
    const now = this.clock.now();
    const there = ['PRESENT', 'LATE', 'REMOTE'].includes(row.attendance ?? '');
    const asked = leaveState === 'ASKED' || leaveState === 'APPROVED';
    return {
      ...row,
      id: globalId('Activity', row.id),
      type: { zh: typeZh, en: typeEn },
      leave: leaveState && { state: leaveState, reason: leaveReason!, decisionReason },
      canSignIn: !there && times !== undefined && isRunning(row, times, now),
      canAskLeave: !asked && row.attendance !== AttendanceState.ON_LEAVE && !there && isAhead(row, now),
      canWithdrawLeave: leaveState !== null && isWithdrawable(leaveState, row, now),
    };
  }
}

const near = 'a.held_on >= $3 and a.held_on < $4';

/** Only what may concern the member at all: held by, or inviting, where one belongs or has a post, or what leads that. */
const concerns = `(
  a.organization_id in (select id from near) or exists (
    select from invitation i where i.activity_id = a.id and i.deleted_at is null
      and (i.member_id = $1 or i.invited_organization_id in (select id from near))))`;
