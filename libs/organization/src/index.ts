import { DutyProfileEntity } from './duties/duty-profile.entity';
import { ExportRequestEntity } from './export/requests/export-request.entity';
import { ExportRequestModel } from './export/requests/export-request.read-model';
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
import { unitEntities, unitModels } from './units';

/** Tables of this area, for the data source. */
export const organizationEntities = [
  PartyOrganizationEntity,
  OrganizationVersionEntity,
  OrganizationOperationEntity,
  OrganizationFlagEntity,
  SeatEntity,
  SuperiorEntity,
  DutyProfileEntity,
  ExportRequestEntity,
  ...unitEntities,
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
  ExportRequestModel,
  ...unitModels,
];

export { AsOf, asOfOption, day, PlacedPageArguments, withinOption } from './as-of';
export { BatchFrame, type Batch, type DoneBatch, type ForeseenBatch } from './batch/batch-frame';
export { BatchRowsInput, expectedDescription } from './batch/batch.inputs';
export { BatchConsequences, BatchOutcome } from './batch/batch.type';
export { ChosenRows } from './batch/chosen-rows';
export { rowList } from './batch/listed-rows';
export { Verdicts } from './batch/verdicts';
export { ChangeOrganization } from './change-organization';
export type { OrganizationChange } from './changes/organization-change';
export { ChangeOrganizationType } from './changes/change-organization-type';
export { DissolutionChecks, type Dissolution, type DissolutionCheck } from './changes/dissolution-checks';
export { DissolveOrganization } from './changes/dissolve-organization';
export { MergeOrganizations } from './changes/merge-organizations';
export { SplitOrganization } from './changes/split-organization';
export { UndoOperation } from './changes/undo-operation';
export { MoveOrganization } from './changes/move-organization';
export { RenameOrganization } from './changes/rename-organization';
export { AccountViewers } from './export/account-viewers';
export { columnsIn, type ExportColumn, type ExportedList } from './export/exported-list';
export { ListExport } from './export/list-export';
export { ExportRequestEntity } from './export/requests/export-request.entity';
export { ExportRequestModel } from './export/requests/export-request.read-model';
export { ExportRequest } from './export/requests/export-request.type';
export { ExportRequests } from './export/requests/export-requests';
export { DutyProfiles } from './duties/duty-profiles';
export { FoundOrganizations } from './found-organizations';
export { OrganizationAnnouncements, organizationChanged, type OrganizationChanged } from './organization-announcements';
export { OrganizationEffectiveJob } from './history/organization-effective.job';
export type { Actor, OrganizationFacts } from './organization-facts';
export { DerivedFromHistory } from './history/derived-from-history';
export { DerivedFromRules } from './flags/derived-from-rules';
export { MemberRegister, type RegisteredMembersFrom } from './flags/registered-members';
export { OrganizationFlagEntity } from './flags/organization-flag.entity';
export { OrganizationFlags } from './flags/organization-flags.service';
export { OrganizationHistory } from './history/organization-history';
export { Idempotency } from './idempotency';
export { KnownOrganizations, type KnownOrganization } from './import/known-organizations';
export { checkEffectiveOn } from './organization-checks';
export { lockOrganizations } from './organization-lock';
export { spell, type Spelling } from './organization-names';
export { holdsFormalAffiliations, plusMonths, termRuleOf } from './organization-rules';
export { relationWords, statusWords, tierWords, typeWords } from './organization-words';
export { PartyOrganizationEntity } from './organization.entity';
export { OrganizationStatus, OrganizationType, ParentRelation, SplitPlacement, Tier } from './organization.enums';
export { IsDay } from './organization.filters';
export { organizationErrors } from './organization.errors';
export { OrganizationModule } from './organization.module';
export { OrganizationIdentityModel, PartyOrganizationModel } from './organization.read-model';
export { OrganizationService } from './organization.service';
export { OrganizationIdentity, PartyOrganization } from './organization.type';
export { SeatEntity } from './seats/seat.entity';
export { SeatPost } from './seats/seat.type';
export { SuperiorEntity } from './superiors/superior.entity';
export { UnitFlags } from './units/unit-flags';
export { UnitHistory } from './units/unit-history';
export { ExportUnits } from './units/export-units.job';
export { ExportUnitsInput } from './units/unit.inputs';
export { UnitLedger } from './units/unit-ledger';
export { factsOf as unitFactsOf, type NewUnit, type UnitFacts } from './units/unit-facts';
export { CoverageKind, UnitKind, UnitOperationKind } from './units/unit.enums';
export { UnitEntity } from './units/unit.entity';
export { UnitModel } from './units/unit.read-model';
export { Unit } from './units/unit.type';
