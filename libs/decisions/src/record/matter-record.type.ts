import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AdviceKind } from '../advice/advice.enums';
import { FieldChange } from '../matter/matter-parts.type';
import { MatterRecordKind } from './matter-record.enums';

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

  @Field(() => [FieldChange], { description: 'What changed since the version before.' })
  changes!: FieldChange[];

  @Field({ description: 'SHA-256 of the entry, which the next one names.' })
  hash!: string;
}
