import { DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

@ObjectType({
  description:
    'An activity on a day that became a day off after it was planned (遇调休), with the working day that is proposed for it.',
})
export class DayOffActivity {
  @Field(() => ID, { description: 'The activity.' })
  activityId!: string;

  @Field(() => Int, { description: 'Of the activity, for changing it.' })
  version!: number;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field({ description: 'Who holds it.' })
  organizationName!: string;

  @Field(() => DateScalar, { description: 'The day on which it is, which is off now.' })
  heldOn!: string;

  @Field(() => LocalText, {
    nullable: true,
    description: 'The holiday that the day is off for; null: a weekend again.',
  })
  holiday!: LocalText | null;

  @Field(() => DateScalar, {
    description:
      'The next working day; the one before where the next is in another month, so that it counts for its own.',
  })
  proposedOn!: string;

  @Field(() => DateTimeScalar, { description: 'From when, on that day: at the same time.' })
  proposedStartsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when, on that day.' })
  proposedEndsAt!: Date;

  @Field({ description: 'Its venue is taken then: it cannot be moved there with the others.' })
  venueTaken!: boolean;
}

@ArgsType()
export class DayOffActivitiesArguments {
  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only those of this year.' })
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number | null;
}
