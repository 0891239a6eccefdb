import { AuditModule } from '@dangwu/platform/audit';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import { MemberAccountResolver } from './accounts/member-account.resolver';
import { MemberAccounts } from './accounts/member-accounts';
import { AffiliationsService } from './affiliations.service';
import { AppointmentsService } from './appointments.service';
import { MemberBatchResolver } from './batch/member-batch.resolver';
import { TransferManyMembers } from './batch/transfer-many-members';
import { ChangeMember } from './change-member';
import { ExportMembers } from './export/export-members.job';
import { ExportElectionAlarms, ExportLeadershipTeams } from './export/export-teams.job';
import { RequestExportResolver } from './export/export-request.resolver';
import { MemberExportResolver } from './export/export.resolver';
import { MemberImport } from './import/member-import';
import { UndoMembers } from './import/undo-roster';
import { WriteMembers } from './import/write-roster';
import { MemberAnnouncements } from './member-announcements';
import { MemberDissolution } from './member-dissolution';
import { MemberEffectiveJob } from './member-effective.job';
import { MemberCounts } from './member-figures';
import { MemberHistory } from './member-history';
import { MemberMutations } from './member-mutations.resolver';
import { MemberNumbers } from './member-numbers';
import { MemberSearch } from './member-search';
import './membership.audited';
import { MemberResolver, OrganizationMemberFields } from './member.resolver';
import { MemberService } from './member.service';
import { EraseMember } from './personal/erase-member';
import { PersonalMutations } from './personal/personal.resolver';
import { RetireNumbersJob } from './personal/retire-numbers.job';
import { OtherRecords } from './personal/other-records';
import { SubjectExports } from './personal/subject-export';
import { RegisteredMemberCounts } from './registered-member-counts';
import { staffOffered, staffProviders } from './staff';
import { LeadershipTeamResolver } from './teams/leadership-team.resolver';
import { LeadershipTeamsService } from './teams/leadership-teams.service';
import './teams/re-election-rate';
import { ReElectionJob } from './teams/re-election.job';

const offered = [
  AffiliationsService,
  AppointmentsService,
  LeadershipTeamsService,
  MemberEffectiveJob,
  MemberHistory,
  MemberNumbers,
  MemberService,
  ReElectionJob,
  RetireNumbersJob,
];

@Module({
  imports: [AuditModule, OrganizationModule, RulesModule],
  providers: [
    ...offered,
    ...staffProviders,
    ChangeMember,
    EraseMember,
    ExportElectionAlarms,
    ExportLeadershipTeams,
    ExportMembers,
    LeadershipTeamResolver,
    MemberAnnouncements,
    MemberBatchResolver,
    MemberAccountResolver,
    MemberAccounts,
    MemberCounts,
    MemberDissolution,
    MemberExportResolver,
    MemberImport,
    MemberMutations,
    MemberResolver,
    MemberSearch,
    OrganizationMemberFields,
    PersonalMutations,
    RegisteredMemberCounts,
    RequestExportResolver,
    OtherRecords,
    SubjectExports,
    TransferManyMembers,
    UndoMembers,
    WriteMembers,
  ],
  exports: [OtherRecords, ...offered, ...staffOffered],
})
export class MembershipModule {}
