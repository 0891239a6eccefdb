import { AuditModule } from '@dangwu/platform/audit';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import { AffiliationsService } from './affiliations.service';
import { AppointmentsService } from './appointments.service';
import { ChangeMember } from './change-member';
import { MemberImport } from './import/member-import';
import { UndoMembers } from './import/undo-roster';
import { WriteMembers } from './import/write-roster';
import { MemberDissolution } from './member-dissolution';
import { MemberCounts } from './member-figures';
import { MemberHistory } from './member-history';
import { MemberMutations } from './member-mutations.resolver';
import { MemberNumbers } from './member-numbers';
import './membership.audited';
import { MemberResolver, OrganizationMemberFields } from './member.resolver';
import { MemberService } from './member.service';
import { LeadershipTeamResolver } from './teams/leadership-team.resolver';
import { LeadershipTeamsService } from './teams/leadership-teams.service';

const offered = [
  AffiliationsService,
  AppointmentsService,
  LeadershipTeamsService,
  MemberHistory,
  MemberNumbers,
  MemberService,
];

@Module({
  imports: [AuditModule, OrganizationModule, RulesModule],
  providers: [
    ...offered,
    ChangeMember,
    LeadershipTeamResolver,
    MemberCounts,
    MemberDissolution,
    MemberImport,
    MemberMutations,
    MemberResolver,
    OrganizationMemberFields,
    UndoMembers,
    WriteMembers,
  ],
  exports: offered,
})
export class MembershipModule {}
