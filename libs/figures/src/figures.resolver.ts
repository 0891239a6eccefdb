import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { DateScalar } from '@dangwu/platform/graphql';
import { written } from '@dangwu/read-model';
import { Args, ArgsType, Field, ID, Info, Int, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { CountedRowPage } from './counted-row.type';
import { figureRegister, toldFigure } from './figure';
import { Figure, FigureMonth, FigureReach, FigureShare, FigureValue } from './figure.type';
import { Figures } from './figures';

@ArgsType()
class FigureArguments {
  @Field(() => DateScalar, { description: 'First day of the first month.' })
  @IsString()
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the last month; at most 120 months.' })
  @IsString()
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}

@ArgsType()
class FiguresArguments extends FigureArguments {
  @Field(() => [String], { nullable: true, description: 'Keys of figures; all that you may read when left out.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  keys?: string[] | null;
}

@ArgsType()
class OneFigureArguments extends FigureArguments {
  @Field({ description: 'Key of the figure.' })
  @IsString()
  key!: string;
}

@ArgsType()
class FigureRowsArguments extends OneFigureArguments {
  @Field(() => FigureReach, {
    nullable: true,
    defaultValue: FigureReach.SUBTREE,
    description: 'Which rows count for the organization that `within` names.',
  })
  @IsOptional()
  @IsEnum(FigureReach)
  reach?: FigureReach | null;

  @Field(() => Int, { description: 'How many rows, 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string | null;
}

const asked = ({ from, to, within }: FigureArguments) => ({ from, to, within: within ?? null });

@Resolver()
export class FiguresResolver {
  constructor(private readonly counting: Figures) {}

  @Requires('activity.read')
  @Query(() => [Figure], { description: 'The register of figures (指标), the same for console, mails and assessment.' })
  figureRegister(): Figure[] {
    return figureRegister().map(toldFigure);
  }

  @Requires('activity.read')
  @Query(() => [FigureValue], { description: 'Figures over months and a part of the tree, as they stand now.' })
  figures(@Args() { keys, ...question }: FiguresArguments, @CurrentViewer() viewer: Viewer): Promise<FigureValue[]> {
    return this.counting.values(viewer, asked(question), keys ?? null);
  }

  @Requires('activity.read')
  @Query(() => [FigureMonth], { description: 'A figure month by month.' })
  figureTrend(
    @Args() { key, ...question }: OneFigureArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<FigureMonth[]> {
    return this.counting.trend(viewer, asked(question), key);
  }

  @Requires('activity.read')
  @Query(() => [FigureShare], {
    description:
      'A figure by the organizations directly below, each with everything below it; the organization itself stands first. ' +
      'Their parts add up to the figure.',
  })
  async figureBreakdown(
    @Args() { key, ...question }: OneFigureArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return written(info, await this.counting.breakdown(viewer, asked(question), key));
  }
  @Requires('activity.read')
  @Query(() => CountedRowPage, {
    description:
      'The rows that a figure is counted from, as far as you may read them: it is told by those who may read its rows.',
  })
  figureRows(
    @Args() { key, within, reach, from, to, first, after }: FigureRowsArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CountedRowPage> {
    const place = { organizationId: within ?? null, reach: reach ?? FigureReach.SUBTREE };
    return this.counting.rowsOf(viewer, key, { ...place, from, to, first, after: after ?? null });
  }
}
