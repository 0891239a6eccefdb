import { Field, InputType, Int, OmitType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PlanActivityInput } from './activity.inputs';

const externalId =
  "The id in the caller's own system. Sent again, the same activity is meant: equal content changes nothing, other times, counts or another summary correct its record, which stays on record. Another organization, type, title or place: CONFLICT.";

@InputType({
  description:
    'An activity that was held, with its record, in one go: for systems of units that report what they held.',
})
export class RecordHeldActivityInput extends OmitType(PlanActivityInput, ['draft', 'externalId'] as const) {
  @Field(() => String, { nullable: true, description: externalId })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  externalId?: string | null;

  @Field(() => Int, { description: 'How many were to attend (应到).' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  entitledCount!: number;

  @Field(() => Int, { description: 'How many attended, remote ones too (实到); guests do not count.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  presentCount!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many of those took part remotely (线上).' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  remoteCount!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many were on leave (请假).' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  leaveCount!: number;

  @Field(() => String, { nullable: true, description: 'What happened, in a few sentences (内容摘要).' })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  summary?: string | null;
}
