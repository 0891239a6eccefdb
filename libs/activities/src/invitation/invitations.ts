import type { Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { stateWords } from '../activity/activity-words';
import type { ActivityEntity } from '../activity/activity.entity';
import { ActivityState } from '../activity/activity.enums';
import { AttendanceFrame } from '../attendance/attendance-frame';
import { about, AttendanceService } from '../attendance/attendance.service';
import { attendanceErrors } from '../attendance/attendance.errors';
import { Rosters } from '../attendance/rosters';
import type { InviteToActivityInput, WithdrawInvitationsInput } from './invitation.inputs';

interface Invited {
  readonly kind: 'ORGANIZATION' | 'POST' | 'MEMBER';
  readonly organizationId?: string;
  readonly post?: string;
  readonly memberId?: string;
}

/** Inviting to activities. Each answers the UUID of the activity. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly frame: AttendanceFrame,
    private readonly rosters: Rosters,
    private readonly attendance: AttendanceService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Of organizations and people that the caller keeps attendance of: a roster shows names.
   * @throws UNKNOWN_ID, PERMISSION_MISSING, ATTENDANCE_STATE
   */
  async invite(viewer: Viewer, input: InviteToActivityInput): Promise<string> {
    await this.frame.require(viewer, localId('Activity', input.activityId), 'attendance.record');
    const invited = invitedIn(input);
    await this.checkReach(viewer, invited);
    return this.frame.keep(viewer, input.activityId, async (tx, activity) => {
      checkHeld(activity);
      const { id, associationId, organizationId } = activity;
      const made = await tx.query<{ kind: string }[]>(
        `insert into invitation (id, association_id, activity_id, organization_id, kind, invited_organization_id, post,
           member_id)
         select uuidv7(), $2, $3, $4, s.kind, s."organizationId", s.post, s."memberId"
         from jsonb_to_recordset($1) as s (kind text, "organizationId" uuid, post text, "memberId" uuid)
         on conflict do nothing returning kind`,
        [JSON.stringify(invited), associationId, id, organizationId],
      );
      if (made.length === 0) {
        leavesNothing('they are invited already');
        return id;
      }
      await this.rosters.admit(tx, associationId, id);
      await this.audit.record(tx, about(activity, 'invitation.add', { invitations: made.length }));
      await this.attendance.follow(tx, activity);
      return id;
    });
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  withdraw(viewer: Viewer, { activityId, ids }: WithdrawInvitationsInput): Promise<string> {
    const asked = ids.map((id) => localId('Invitation', id));
    return this.frame.keep(viewer, activityId, async (tx, activity) => {
      const [gone] = await tx.query<[unknown[], number]>(
        `update invitation set deleted_at = $3, version = version + 1
         where id = any($1) and activity_id = $2 and deleted_at is null returning id`,
        [asked, activity.id, this.clock.now()],
      );
      if (gone.length < asked.length) throw platformErrors.UNKNOWN_ID();
      await this.audit.record(tx, about(activity, 'invitation.withdraw', { invitations: gone.length }));
      return activity.id;
    });
  }

  /** @throws UNKNOWN_ID for what lies beyond the caller's reach, as for what is not there */
  private async checkReach(viewer: Viewer, invited: readonly Invited[]): Promise<void> {
    const distinct = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];
    const organizations = distinct(invited.map(({ organizationId }) => organizationId));
    const members = distinct(invited.map(({ memberId }) => memberId));
    const [found] = await this.database.transaction(viewer.scope('attendance.record'), (tx) =>
      tx.query<{ organizations: number; members: number }[]>(
        `select (select count(*)::int from party_organization where id = any($1) and deleted_at is null) as organizations,
           (select count(*)::int from member where id = any($2) and deleted_at is null) as members`,
        [organizations, members],
      ),
    );
    if (found!.organizations < organizations.length || found!.members < members.length)
      throw platformErrors.UNKNOWN_ID();
  }
}

const invitedIn = ({ organizationIds, posts, memberIds }: InviteToActivityInput): Invited[] => [
  ...(organizationIds ?? []).map((id) => ({
    kind: 'ORGANIZATION' as const,
    organizationId: localId('PartyOrganization', id),
  })),
  ...(posts ?? []).map(({ organizationId, post }) => ({
    kind: 'POST' as const,
    organizationId: localId('PartyOrganization', organizationId),
    post,
  })),
  ...(memberIds ?? []).map((id) => ({ kind: 'MEMBER' as const, memberId: localId('Member', id) })),
];

function checkHeld({ title, state }: ActivityEntity): void {
  if (state !== ActivityState.POSTPONED && state !== ActivityState.CANCELLED) return;
  throw attendanceErrors.ATTENDANCE_STATE({ title, stateZh: stateWords[state].zh, stateEn: stateWords[state].en });
}

/** The make-up of an activity has the same people invited. */
export async function inviteAnew(tx: EntityManager, from: string, to: string): Promise<void> {
  await tx.query(
    `insert into invitation (id, association_id, activity_id, organization_id, kind, invited_organization_id, post,
       member_id)
     select uuidv7(), association_id, $2, organization_id, kind, invited_organization_id, post, member_id
     from invitation where activity_id = $1 and deleted_at is null`,
    [from, to],
  );
}
