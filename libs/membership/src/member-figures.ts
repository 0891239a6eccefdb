import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import type { Area } from '@dangwu/read-model';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { MemberStatus } from './member.enums';

@ObjectType({ description: 'How many members have one status.' })
export class MemberStatusCount {
  @Field(() => MemberStatus, { description: 'The status.' })
  status!: MemberStatus;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'Counts over the members you may read, those who left not among them.' })
export class MemberFigures {
  @Field(() => Int, { description: 'All on the register, applicants too.' })
  total!: number;

  @Field(() => Int, { description: 'Full and probationary members.' })
  members!: number;

  @Field(() => [MemberStatusCount], { description: 'By status; statuses nobody has are left out.' })
  byStatus!: MemberStatusCount[];
}

/** Counts for heads of pages. Row-level security narrows them to what the viewer may read. */
@Injectable()
export class MemberCounts {
  constructor(private readonly database: Database) {}

  async figures(viewer: Viewer, within: Area | null): Promise<MemberFigures> {
    const sight = viewer.area('member.read');
    const { ranges } = within ? sight.intersect(within) : sight;
    const scope = { association: viewer.association.id, places: ranges, account: viewer.account.id };
    const byStatus = await this.database.transaction(scope, (tx) =>
      tx.query<MemberStatusCount[]>(
        `select status, count(*)::int as count from member where left_on is null and deleted_at is null
         group by status order by array_position(array['FULL', 'PROBATIONARY', 'CANDIDATE', 'ACTIVIST', 'APPLICANT'], status)`,
      ),
    );
    const sum = (counted: readonly MemberStatusCount[]): number => counted.reduce((n, { count }) => n + count, 0);
    const admitted = byStatus.filter(
      ({ status }) => status === MemberStatus.FULL || status === MemberStatus.PROBATIONARY,
    );
    return { total: sum(byStatus), members: sum(admitted), byStatus };
  }
}
