import { AffiliationEntity } from './affiliation.entity';
import { AppointmentEntity } from './appointment.entity';
import { LeadershipTeamEntity } from './leadership-team.entity';
import { MemberEntity } from './member.entity';

/** Tables of this area, for the data source. */
export const membershipEntities = [MemberEntity, AffiliationEntity, AppointmentEntity, LeadershipTeamEntity];

export { AffiliationEntity, AppointmentEntity, LeadershipTeamEntity, MemberEntity };
export { birthDateOf, checkCharacter, faultOfIdNumber, genderOf } from './id-number';
export { MemberNumbers } from './member-numbers';
export { AffiliationKind, Gender, MemberStatus, Post } from './member.enums';
export { memberErrors } from './member.errors';
export { LeadershipTeamModel, MemberModel, membershipModels } from './member.read-model';
export { MembershipModule } from './membership.module';
