import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString, Min } from 'class-validator';

@InputType({ description: 'A final cycle whose letters are issued.' })
export class IssueAssessmentLettersInput {
  @Field(() => ID, { description: 'The cycle.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Its version as it was read.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'A cycle whose file is put together.' })
export class ExportAssessmentEvidenceInput {
  @Field(() => ID, { description: 'The cycle.' })
  @IsString()
  id!: string;
}
