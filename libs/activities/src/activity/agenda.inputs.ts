import { Pii } from '@dangwu/platform/personal-data';
import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

@InputType({ description: 'One point of an agenda.' })
export class AgendaItemInput {
  @Field({ description: 'What it is about.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  title!: string;

  @Field(() => Int, { nullable: true, description: 'How many minutes it takes.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1440)
  minutes?: number | null;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Who brings it, by name.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  owner?: string | null;
}
