import { confirmedBy, proofOf, type Position, type Viewer } from '@dangwu/access';
import type { Statements } from '@dangwu/platform/database';
import type { PartyOrganizationEntity } from '@dangwu/organization';
import { countedByName, type CountedByName } from '../attendance/named-counts';
import type { ActivityTypeEntity } from '../catalogue/catalogue.entities';
import { lockedActivities } from './activity-lock';
import type { ActivityEntity } from './activity.entity';
import type { ChangingActivity } from './change-activity';

/** Of an activity what its record rests on, and all that a record sets. */
export type RecordedActivity = ChangingActivity &
  Pick<
    ActivityEntity,
    | 'associationId'
    | 'version'
    | 'state'
    | 'heldOn'
    | 'makeUpOfId'
    | 'entitledCount'
    | 'presentCount'
    | 'remoteCount'
    | 'leaveCount'
    | 'summary'
    | 'quorumRuleId'
    | 'quorumMet'
    | 'recordedAt'
    | 'recordedBy'
  >;

export type HoldingOrganization = Pick<PartyOrganizationEntity, 'name' | 'type' | 'foundedOn' | 'dissolvedOn'>;
export type HeldType = Pick<ActivityTypeEntity, 'nameZh' | 'nameEn' | 'organizationTypes' | 'quorumRuleKey'>;

/** What a record is judged by, read in one statement. */
export interface RecordFacts extends RecordedActivity {
  /** whether the viewer is still what it was when it was remembered */
  readonly confirmed: boolean;
  readonly type: HeldType;
  readonly organization: HoldingOrganization;
  readonly named: CountedByName;
  /** the obligations it counts for, or may count for once it is recorded: locked */
  readonly duties: readonly string[];
}

/**
 * Locks an activity, and before it those of its organizer; attendance waits for it as well. What is read by the statement
 * behind this one is of the time after.
 * @returns where the organizer stands; nothing where the transaction does not reach
 */
export const lockForRecord = (tx: Statements, id: string): Promise<Position[]> =>
  tx.query(
    `select o.path, o.leads_path as "leadsPath", ${lockedActivities('a.organization_id::text')}
     from activity a join party_organization o on o.id = a.organization_id
     where a.id = $1 and a.deleted_at is null for update of a`,
    [id],
  );

/**
 * A dissolution at the same moment waits, or is seen. Of two activities recorded at once, whichever counts later sees both,
 * since obligations are locked before they are counted.
 * @param day when it was held, as its record says
 */
export const factsOf = (tx: Statements, viewer: Viewer, id: string, day: string): Promise<RecordFacts[]> =>
  tx.query(
    `select ${confirmedBy(3)} as confirmed,
       a.id, a.association_id as "associationId", a.organization_id as "organizationId",
       a.activity_type_id as "activityTypeId", a.version, a.title, a.state, a.starts_at as "startsAt", a.ends_at as "endsAt",
       a.held_on::text as "heldOn", a.counts_on::text as "countsOn", a.venue_id as "venueId",
       a.make_up_of_id as "makeUpOfId", a.entitled_count as "entitledCount", a.present_count as "presentCount",
       a.remote_count as "remoteCount", a.leave_count as "leaveCount", a.summary, a.quorum_rule_id as "quorumRuleId",
       a.quorum_met as "quorumMet", a.recorded_at as "recordedAt", a.recorded_by as "recordedBy",
       json_build_object('nameZh', t.name_zh, 'nameEn', t.name_en, 'organizationTypes', t.organization_types,
         'quorumRuleKey', t.quorum_rule_key) as type,
       json_build_object('name', o.name, 'type', o.type, 'foundedOn', o.founded_on, 'dissolvedOn', o.dissolved_on)
         as organization,
       (select row_to_json(n) from (select ${countedByName} from attendance where activity_id = $1) n) as named,
       array(select b.id from obligation b where b.organization_id = a.organization_id
         and b.activity_type_id = a.activity_type_id and b.deleted_at is null
         and (a.counts_on between b.due_from and b.ends_on or $2::date between b.due_from and b.ends_on)
         order by b.id for update) as duties
     from activity a join activity_type t on t.id = a.activity_type_id
     join party_organization o on o.id = a.organization_id
     where a.id = $1 and a.deleted_at is null for share of o`,
    [id, day, ...proofOf(viewer)],
  );
