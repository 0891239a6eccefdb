import { IsDay } from '@dangwu/organization';
import { DateScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString, Matches, Max, MaxLength, Min, Validate } from 'class-validator';

@InputType({ description: 'An election that was held (换届选举).' })
export class RecordElectionInput {
  @Field(() => ID, { description: 'In which organization.' })
  @IsString()
  organizationId!: string;

  @Field(() => DateScalar, { description: 'The day of the election, not later than today; the term runs from it.' })
  @Validate(IsDay)
  electedOn!: string;

  @Field(() => Int, { description: 'How many members the team is to have (班子职数).' })
  @IsInt()
  @Min(1)
  @Max(99)
  seats!: number;

  @Field({ description: 'The document it rests on, as people cite it (依据文件).' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}
