import { DutyProfileEntity } from './duties/duty-profile.entity';
import { OrganizationFlagEntity } from './flags/organization-flag.entity';
import { OrganizationOperationEntity } from './history/organization-operation.entity';
import {
  DutyProfileModel,
  OrganizationFlagModel,
  OrganizationOperationModel,
  SeatModel,
  SuperiorModel,
} from './organization-parts.read-model';
import { OrganizationVersionEntity } from './history/organization-version.entity';
import { PartyOrganizationEntity } from './organization.entity';
import {
  OrganizationAbilitiesModel,
  OrganizationIdentityModel,
  PartyOrganizationModel,
} from './organization.read-model';
import { SeatEntity } from './seats/seat.entity';
import { SuperiorEntity } from './superiors/superior.entity';

/** Tables of this area, for the data source. */
export const organizationEntities = [
  PartyOrganizationEntity,
  OrganizationVersionEntity,
  OrganizationOperationEntity,
  OrganizationFlagEntity,
  SeatEntity,
  SuperiorEntity,
  DutyProfileEntity,
];

/** How the types of this area are read, for the reader. */
export const organizationModels = [
  OrganizationIdentityModel,
  PartyOrganizationModel,
  OrganizationAbilitiesModel,
  OrganizationOperationModel,
  OrganizationFlagModel,
  SeatModel,
  SuperiorModel,
  DutyProfileModel,
];

export { ChangeOrganization } from './change-organization';
export { ChangeOrganizationType } from './changes/change-organization-type';
export { DissolutionChecks, type Dissolution, type DissolutionCheck } from './changes/dissolution-checks';
export { DissolveOrganization } from './changes/dissolve-organization';
export { MoveOrganization } from './changes/move-organization';
export { RenameOrganization } from './changes/rename-organization';
export { DutyProfiles } from './duties/duty-profiles';
export { FoundOrganizations } from './found-organizations';
export { OrganizationAnnouncements, organizationChanged, type OrganizationChanged } from './organization-announcements';
export { OrganizationEffectiveJob } from './history/organization-effective.job';
export type { Actor, OrganizationFacts } from './organization-facts';
export { OrganizationFlags } from './flags/organization-flags.service';
export { OrganizationHistory } from './history/organization-history';
export { holdsFormalAffiliations } from './organization-rules';
export { relationWords, statusWords, tierWords, typeWords } from './organization-words';
export { PartyOrganizationEntity } from './organization.entity';
export { OrganizationStatus, OrganizationType, ParentRelation, Tier } from './organization.enums';
export { spell, type Spelling } from './organization-names';
export { plusMonths, termRuleOf } from './organization-rules';
export { lockOrganizations } from './organization-lock';
export { IsDay } from './organization.filters';
export { KnownOrganizations, type KnownOrganization } from './import/known-organizations';
export { organizationErrors } from './organization.errors';
export { OrganizationModule } from './organization.module';
export { OrganizationIdentityModel, PartyOrganizationModel } from './organization.read-model';
export { OrganizationService } from './organization.service';
export { OrganizationIdentity, PartyOrganization } from './organization.type';
export { SeatEntity } from './seats/seat.entity';
export { SeatPost } from './seats/seat.type';
export { SuperiorEntity } from './superiors/superior.entity';
