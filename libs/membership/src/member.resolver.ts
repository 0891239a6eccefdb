import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { AsOf, asOfOption, day, PartyOrganization, withinOption } from '@dangwu/organization';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Int, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MemberCounts } from './member-figures';
import { MemberFigures } from './member-figures.type';
import { MemberSearch } from './member-search';
import { AffiliationKind } from './member.enums';
import { MembersArguments, type MemberCondition, type MemberFilter } from './member.filters';
import { MemberModel } from './member.read-model';
import { Member, MemberConnection } from './member.type';
import { LeadershipTeam } from './teams/leadership-team.type';

/** Reads. Writes stand in `member-mutations.resolver.ts`. */
@Resolver(() => Member)
export class MemberResolver {
  constructor(
    private readonly reader: Reader,
    private readonly asOf: AsOf,
    private readonly counts: MemberCounts,
    private readonly search: MemberSearch,
  ) {}

  @Requires('member.read')
  @Query(() => Member, { nullable: true, description: 'A member; null when there is none or you may not read it.' })
  member(
    @Args('id', { type: () => ID, description: 'The member.' }) id: string,
    @Args('asOf', asOfOption) asOf: string | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(MemberModel, { key: localId('Member', id), ...day(asOf) }, info, viewer);
  }

  @Requires('member.read')
  @Query(() => MemberConnection, { description: 'The members you may read.' })
  async members(
    @Args() { within, asOf, filter, ...page }: MembersArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = await this.asOf.place(viewer, { within, asOf });
    const condition = await this.condition(filter ?? {});
    return this.reader.connection(MemberModel, { ...page, ...place, filter: condition }, info, viewer);
  }

  @Requires('member.read')
  @Query(() => MemberFigures, { description: 'How many members you may read, by status.' })
  async memberFigures(
    @Args('within', withinOption) within: string | null,
    @Args('asOf', asOfOption) asOf: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MemberFigures> {
    return this.counts.figures(viewer, await this.asOf.place(viewer, { within, asOf }));
  }

  /** A whole number is searched by its mark, so that the number itself is in no statement and no log. */
  private async condition({ search, organizationId, kinds, ...rest }: MemberFilter): Promise<MemberCondition> {
    const text = search?.trim() ?? '';
    const { idMark, phoneMark } = await this.search.marks(text);
    const at = organizationId ? localId('PartyOrganization', organizationId) : '';
    return {
      ...rest,
      includeLeft: rest.includeLeft ?? false,
      ...(idMark ? { idMark } : phoneMark ? { phoneMark } : text ? { search: text } : {}),
      ...((at || kinds) && { affiliatedWith: [at, ...(kinds ?? Object.values(AffiliationKind))] }),
    };
  }
}

/** What the register of members adds to organizations; `organizationMembers` answers it. */
@Resolver(() => PartyOrganization)
export class OrganizationMemberFields {
  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Full and probationary members registered with their formal affiliation here; null where you may not read members.',
  })
  memberCount(): void {
    // answered by the read model
  }

  @ResolveField(() => MemberFigures, {
    description: 'Members registered here, by status, as far as you may read them.',
  })
  memberFigures(): void {
    // answered by the read model
  }

  @ResolveField(() => LeadershipTeam, {
    nullable: true,
    description: 'The team in office; null while no election is recorded, or where you may not read it.',
  })
  leadershipTeam(): void {
    // answered by the read model
  }
}
