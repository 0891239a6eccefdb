import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { AsOf } from '@dangwu/organization';
import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { MemberStudies } from './member-studies';
import { MemberStudyPage } from './member-study.type';

@ArgsType()
class MemberStudyArguments {
  @Field(() => Int, { description: 'The year.' })
  @IsInt()
  @Min(1921)
  @Max(9998)
  year!: number;

  @Field(() => ID, { nullable: true, description: 'Only members of this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => Int, { description: 'How many members, 1 to 100.' })
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
export class MemberStudyResolver {
  constructor(
    private readonly studies: MemberStudies,
    private readonly asOf: AsOf,
  ) {}

  @Requires('member.read')
  @Query(() => MemberStudyPage, {
    description:
      'Attendance and hours of study of members you may read, in a year. What was held elsewhere counts, too, as sums.',
  })
  async memberStudy(
    @Args() { year, within, first, after }: MemberStudyArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<MemberStudyPage> {
    const place = await this.asOf.place(viewer, { within: within ?? null });
    return this.studies.page(viewer, { year, within: place.within ?? null, first, after: after ?? null });
  }
}
