import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import { AsOf, IsDay } from '@dangwu/organization';
import { Reader, written } from '@dangwu/read-model';
import { Args, ArgsType, Field, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsString, Max, Min, Validate } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Period } from './cadence.enums';
import { cadenceErrors } from './cadence.errors';
import { ComplianceBoards } from './compliance-board';
import { ComplianceBoard } from './compliance-board.type';
import { ObligationsArguments } from './obligation.filters';
import { WaiveObligationInput, WithdrawWaiverInput } from './obligation.inputs';
import { CadenceModel, ObligationModel } from './obligation.read-model';
import { CadenceConnection, Obligation, ObligationConnection } from './obligation.type';
import { periodsIn } from './periods';
import { Waivers } from './waivers';

/** A year of weeks. */
const mostColumns = 53;

@ArgsType()
class BoardArguments {
  @Field(() => DateScalar, { description: 'Obligations whose period ends on this day or later.' })
  @Validate(IsDay)
  from!: string;

  @Field(() => DateScalar, { description: 'Obligations whose period ends on this day or earlier.' })
  @Validate(IsDay)
  to!: string;

  @Field(() => Period, { description: 'What a column of the board is; at most 53 of them.' })
  @IsEnum(Period)
  by!: Period;

  @Field(() => [ID], { nullable: true, description: 'Only activities of these types.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  activityTypeIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => Int, { description: 'How many organizations, 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  @IsOptional()
  @IsString()
  after?: string | null;
}

@Resolver()
export class CadenceResolver {
  constructor(
    private readonly reader: Reader,
    private readonly asOf: AsOf,
    private readonly boards: ComplianceBoards,
    private readonly waivers: Waivers,
  ) {}

  @Requires('catalogue.read')
  @Query(() => CadenceConnection, { description: 'How often what is to be held, by which organizations (频次要求).' })
  cadences(@Args() page: PageArguments, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(CadenceModel, { ...page }, info, viewer);
  }

  @Requires('activity.read')
  @Query(() => Obligation, {
    nullable: true,
    description: 'An obligation; null when there is none or you may not read it.',
  })
  obligation(
    @Args('id', { type: () => ID, description: 'The obligation.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ObligationModel, { key: localId('Obligation', id) }, info, viewer);
  }

  @Requires('activity.read')
  @Query(() => ObligationConnection, { description: 'What the rules ask of organizations you may read (义务).' })
  async obligations(
    @Args() { within, ...page }: ObligationsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.connection(
      ObligationModel,
      { ...page, ...(await this.asOf.place(viewer, { within })) },
      info,
      viewer,
    );
  }

  @Requires('activity.read')
  @Query(() => ComplianceBoard, {
    description: 'What was required and what was fulfilled, by organization and time, as it stands today (义务看板).',
  })
  async complianceBoard(
    @Args() { from, to, by, activityTypeIds, within, first, after }: BoardArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    if (from > to) throw cadenceErrors.SPAN_REVERSED({ from, to });
    if (periodsIn(by, { startsOn: from, endsOn: to }, mostColumns + 1).length > mostColumns)
      throw cadenceErrors.SPAN_TOO_LONG({ from, to, limit: mostColumns });
    const board = await this.boards.board(viewer, {
      startsOn: from,
      endsOn: to,
      by,
      activityTypeIds: activityTypeIds?.map((id) => localId('ActivityType', id)) ?? null,
      within: (await this.asOf.place(viewer, { within: within ?? null })).within ?? null,
      first,
      after: after ?? null,
    });
    return written(info, board);
  }

  @Requires('obligation.waive')
  @Mutation(() => Obligation, { description: 'Say that an organization need not hold what a rule asks of it (免除).' })
  async waiveObligation(
    @Args('input', { description: 'Which obligation, and why.' }) input: WaiveObligationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ObligationModel, { key: await this.waivers.waive(viewer, input) }, info, viewer);
  }

  @Requires('obligation.waive')
  @Mutation(() => Obligation, { description: 'Take a waiver back: it is to be held after all (恢复).' })
  async withdrawWaiver(
    @Args('input', { description: 'Which obligation, and why.' }) input: WithdrawWaiverInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ObligationModel, { key: await this.waivers.withdraw(viewer, input) }, info, viewer);
  }
}
