import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AdviceKind } from '../advice/advice.enums';
import { FieldChange } from '../matter/matter-parts.type';
import { CouncilOutcome, OpinionKind } from '../matter/matter.enums';
import { SessionBody } from '../session/session.enums';
import { MatterRecordKind } from './matter-record.enums';

@ObjectType({ description: 'A vote as the record of a matter keeps it.' })
export class RecordedVote {
  @Field(() => SessionBody, { description: 'Who voted.' })
  body!: SessionBody;

  @Field(() => Int, { description: 'In favour.' })
  inFavour!: number;

  @Field(() => Int, { description: 'Against.' })
  against!: number;

  @Field(() => Int, { description: 'Abstained.' })
  abstained!: number;

  @Field(() => Int, { description: 'Of how many the majority was asked.' })
  base!: number;

  @Field(() => Int, { description: 'How many votes in favour were enough.' })
  needed!: number;

  @Field({ description: 'Whether it was passed.' })
  passed!: boolean;
}

@ObjectType({ description: 'An entry of the record of a matter (记录): only added, never changed.' })
export class MatterRecord {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Its number within the matter, without gaps.' })
  matterNo!: number;

  @Field(() => MatterRecordKind, { description: 'What happened.' })
  kind!: MatterRecordKind;

  @Pii('ORDINARY', { zh: '事项由谁办理', en: 'who did something to a matter' })
  @Field(() => String, { nullable: true, description: 'By whom; null: the system.' })
  actorName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why, where it was asked; of a refusal, which rule it named.' })
  reason!: string | null;

  @Field(() => Int, { nullable: true, description: 'Which version was submitted, accepted or returned.' })
  versionNo!: number | null;

  @Field(() => String, { nullable: true, description: 'Which material was handed in or taken out.' })
  material!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whom or what else it is about: who was asked for an opinion, which milestone.',
  })
  subject!: string | null;

  @Field(() => AdviceKind, { nullable: true, description: 'Of an opinion, which one.' })
  advice!: AdviceKind | null;

  @Field(() => String, { nullable: true, description: 'The session on whose agenda it came, or that reviewed it.' })
  session!: string | null;

  @Field(() => OpinionKind, { nullable: true, description: 'Of a review, the opinion.' })
  opinion!: OpinionKind | null;

  @Field(() => String, { nullable: true, description: 'What the opinion says.' })
  opinionText!: string | null;

  @Field(() => [RecordedVote], { description: 'The votes it was counted by.' })
  votes!: RecordedVote[];

  @Field(() => CouncilOutcome, { nullable: true, description: 'Of a decision, what it was.' })
  outcome!: CouncilOutcome | null;

  @Field(() => [FieldChange], { description: 'What changed since the version before.' })
  changes!: FieldChange[];

  @Field({ description: 'SHA-256 of the entry, which the next one names.' })
  hash!: string;
}
