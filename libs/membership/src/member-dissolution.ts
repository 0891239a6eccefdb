import { DissolutionChecks } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberErrors } from './member.errors';

/** An organization is not dissolved while members belong to it or hold its posts on that day or later. */
@Injectable()
export class MemberDissolution implements OnModuleInit {
  constructor(private readonly checks: DissolutionChecks) {}

  onModuleInit(): void {
    this.checks.add(async (tx, { organizationId, name, on }) => {
      const [open] = await tx.query<{ members: number; posts: number }[]>(
        `select (select count(*)::int from affiliation where organization_id = $1 and deleted_at is null
             and (until is null or until > $2)) as members,
           (select count(*)::int from appointment where organization_id = $1 and deleted_at is null
             and (until is null or until > $2)) as posts`,
        [organizationId, on],
      );
      if (open && open.members + open.posts > 0) throw memberErrors.ORGANIZATION_HAS_MEMBERS({ name, ...open });
    });
  }
}
