import { AuditModule } from '@dangwu/platform/audit';
import { DissolutionChecks, OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AffiliationsService, hangingOn } from './affiliations.service';
import { AppointmentsService } from './appointments.service';
import { ChangeMember } from './change-member';
import { MemberImport } from './import/member-import';
import { UndoMembers } from './import/undo-roster';
import { WriteMembers } from './import/write-roster';
import { MemberCounts } from './member-figures';
import { MemberNumbers } from './member-numbers';
import { memberErrors } from './member.errors';
import { MemberResolver } from './member.resolver';
import { MemberService } from './member.service';
import { TeamsResolver } from './teams.resolver';
import { TeamsService } from './teams.service';

const offered = [AffiliationsService, AppointmentsService, MemberNumbers, MemberService, TeamsService];

@Module({
  imports: [AuditModule, OrganizationModule, RulesModule],
  providers: [
    ...offered,
    ChangeMember,
    MemberCounts,
    MemberImport,
    MemberResolver,
    TeamsResolver,
    UndoMembers,
    WriteMembers,
  ],
  exports: offered,
})
export class MembershipModule implements OnModuleInit {
  constructor(private readonly dissolutions: DissolutionChecks) {}

  /** Members and posts must be moved away before their organization is dissolved. */
  onModuleInit(): void {
    this.dissolutions.add(async (tx, { organizationId, name }) => {
      const { members, posts } = await hangingOn(tx, organizationId);
      if (members + posts > 0) throw memberErrors.ORGANIZATION_HAS_MEMBERS({ name, members, posts });
    });
  }
}
