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
import { LeadershipTeamEntity } from './teams/leadership-team.entity';
import { LeadershipTeamModel } from './teams/leadership-team.read-model';

/** Tables of this area, for the data source. */
export const membershipEntities = [
  MemberEntity,
  MemberVersionEntity,
  AffiliationEntity,
  AppointmentEntity,
  LeadershipTeamEntity,
];

/** How the types of this area are read, for the reader. */
export const membershipModels = [
  MemberModel,
  MemberAbilitiesModel,
  AffiliationModel,
  AppointmentModel,
  LeadershipTeamModel,
  organizationMembers,
];

export { AffiliationEntity, AppointmentEntity, LeadershipTeamEntity, LeadershipTeamModel, MemberEntity, MemberModel };
export { checkCharacter } from './id-number';
export { MemberHistory } from './member-history';
export { MemberNumbers } from './member-numbers';
export { AffiliationKind, Gender, MemberStatus, Post } from './member.enums';
export { memberErrors } from './member.errors';
export { MembershipModule } from './membership.module';
