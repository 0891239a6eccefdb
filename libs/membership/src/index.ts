import { AffiliationEntity } from './affiliation.entity';
import { AppointmentEntity } from './appointment.entity';
import { MemberEntity, MemberVersionEntity } from './member.entity';
import {
  AffiliationModel,
  AppointmentModel,
  MemberAbilitiesModel,
  MemberModel,
  organizationMembers,
} from './member.read-model';
import { staffEntities, staffModels } from './staff';
import { ElectionAlarmModel } from './teams/election-alarm.read-model';
import { LeadershipTeamEntity } from './teams/leadership-team.entity';
import { LeadershipTeamModel } from './teams/leadership-team.read-model';

/** Tables of this area, for the data source. */
export const membershipEntities = [
  MemberEntity,
  MemberVersionEntity,
  AffiliationEntity,
  AppointmentEntity,
  LeadershipTeamEntity,
  ...staffEntities,
];

/** How the types of this area are read, for the reader. */
export const membershipModels = [
  MemberModel,
  MemberAbilitiesModel,
  AffiliationModel,
  AppointmentModel,
  LeadershipTeamModel,
  ElectionAlarmModel,
  organizationMembers,
  ...staffModels,
];

export { AffiliationEntity, AppointmentEntity, LeadershipTeamEntity, LeadershipTeamModel, MemberEntity, MemberModel };
export { checkCharacter } from './id-number';
export { MemberEffectiveJob } from './member-effective.job';
export { MemberHistory } from './member-history';
export { MemberNumbers } from './member-numbers';
export { AffiliationKind, Gender, MemberStatus, Post, postWords } from './member.enums';
export { memberErrors } from './member.errors';
export { HandoverItemState, StaffTime } from './staff/staff.enums';
export { HandoverEntity, HandoverItemEntity } from './staff/handover.entity';
export { StaffAssignmentEntity } from './staff/staff-assignment.entity';
export { StaffPhones } from './staff/staff-phones';
export { LeadershipTeamsService } from './teams/leadership-teams.service';
export { HandoversService } from './staff/handovers.service';
export { HandoverModel, StaffAssignmentModel } from './staff/staff.read-model';
export { StaffService } from './staff/staff.service';
export { ReElectionJob } from './teams/re-election.job';
export { OtherRecords, type RecordsOfPersons } from './personal/other-records';
export type { SubjectRecord } from './personal/subject-export.type';
export { MembershipModule } from './membership.module';
