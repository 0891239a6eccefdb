import { AuditModule } from '@dangwu/platform/audit';
import { FilesModule } from '@dangwu/platform/files';
import { ImportsModule } from '@dangwu/imports';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import { BatchFrame } from './batch/batch-frame';
import { BatchOutcomeFields } from './batch/batch.resolver';
import { ChosenRows } from './batch/chosen-rows';
import { ListedRows } from './batch/listed-rows';
import { OrganizationBatchResolver } from './batch/organization-batch.resolver';
import { DissolveManyOrganizations, MoveManyOrganizations } from './batch/organization-batches';
import { AccountViewers } from './export/account-viewers';
import { ExportLimit } from './export/export-limit';
import { ListExport } from './export/list-export';
import { ListRows } from './export/list-rows';
import { ApprovedExports } from './export/requests/approved-exports';
import { ExportDecisions } from './export/requests/export-decisions';
import { ExportRequestResolver } from './export/requests/export-request.resolver';
import { ExportRequests } from './export/requests/export-requests';
import { AsOf } from './as-of';
import { ChangeOrganization } from './change-organization';
import { ChangeOrganizationType } from './changes/change-organization-type';
import { DissolutionChecks } from './changes/dissolution-checks';
import { DissolveOrganization } from './changes/dissolve-organization';
import { ForeseeOperation } from './changes/foresee-operation';
import { MergeOrganizations } from './changes/merge-organizations';
import { ReverseOperation } from './changes/reverse-operation';
import { SplitOrganization } from './changes/split-organization';
import { UndoOperation } from './changes/undo-operation';
import { OperationConsequencesResolver, OperationMutations } from './operation-mutations.resolver';
import { OperationService } from './operation.service';
import { MoveOrganization } from './changes/move-organization';
import { RenameOrganization } from './changes/rename-organization';
import { DutyProfiles } from './duties/duty-profiles';
import { ExportOrganizations } from './export/export-organizations.job';
import { ForeseeMove } from './changes/foresee-move';
import { FoundOrganizations } from './found-organizations';
import { FoundingDay } from './history/founding-day';
import { Idempotency } from './idempotency';
import { organizationImport } from './import';
import { OrganizationAnnouncements } from './organization-announcements';
import { OrganizationChangedHandler } from './organization-changed.handler';
import { OrganizationEffectiveJob } from './history/organization-effective.job';
import {
  AccessGrantFields,
  EmergencyRequestFields,
  MoveConsequencesResolver,
  OrganizationIdentityFields,
  OrganizationOperationFields,
  PartyOrganizationFields,
  RoleGrantFields,
} from './organization-fields.resolver';
import { OrganizationCounts } from './organization-figures';
import { DerivedFromRules } from './flags/derived-from-rules';
import { FlagRules } from './flags/flag-rules';
import { OrganizationFlags } from './flags/organization-flags.service';
import { MemberRegister } from './flags/registered-members';
import { RuleChangedHandler } from './flags/rule-changed.handler';
import { DerivedFromHistory } from './history/derived-from-history';
import { OrganizationHistory } from './history/organization-history';
import './organization.audited';
import './organization.notifications';
import { OrganizationMutations } from './organization-mutations.resolver';
import { OrganizationResolver } from './organization.resolver';
import { OrganizationService } from './organization.service';
import { SeatResolver } from './seats/seat.resolver';
import { Seats } from './seats/seats';
import { unitProviders, unitsOffered } from './units';

const operations = [
  RenameOrganization,
  ChangeOrganizationType,
  MoveOrganization,
  DissolveOrganization,
  MergeOrganizations,
  SplitOrganization,
  UndoOperation,
];
const offered = [
  ...operations,
  AccountViewers,
  AsOf,
  BatchFrame,
  ChangeOrganization,
  ChosenRows,
  DerivedFromHistory,
  DerivedFromRules,
  DissolutionChecks,
  DutyProfiles,
  ExportRequests,
  FoundOrganizations,
  Idempotency,
  ListExport,
  MemberRegister,
  OrganizationEffectiveJob,
  FlagRules,
  OrganizationFlags,
  OrganizationHistory,
  OrganizationService,
];

@Module({
  imports: [AuditModule, FilesModule, ImportsModule, RulesModule],
  providers: [
    ...offered,
    ...organizationImport,
    ...unitProviders,
    ApprovedExports,
    BatchOutcomeFields,
    ExportDecisions,
    ExportLimit,
    ExportRequestResolver,
    ListRows,
    DissolveManyOrganizations,
    ListedRows,
    MoveManyOrganizations,
    OrganizationBatchResolver,
    ExportOrganizations,
    ForeseeMove,
    ForeseeOperation,
    OperationService,
    OperationMutations,
    OperationConsequencesResolver,
    ReverseOperation,
    FoundingDay,
    OrganizationAnnouncements,
    OrganizationChangedHandler,
    OrganizationCounts,
    OrganizationResolver,
    OrganizationMutations,
    OrganizationIdentityFields,
    OrganizationOperationFields,
    PartyOrganizationFields,
    MoveConsequencesResolver,
    RoleGrantFields,
    AccessGrantFields,
    EmergencyRequestFields,
    RuleChangedHandler,
    Seats,
    SeatResolver,
  ],
  exports: [...offered, ...unitsOffered],
})
export class OrganizationModule {}
