import { DateScalar, DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MatterState } from '../matter/matter.enums';
import { MatterCategory } from '../review-rule/review-rule.enums';
import { AdviceKind, AdviceStance, AdviceState } from './advice.enums';

@ObjectType({ isAbstract: true })
abstract class AdviceFields {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; it is sent along with the next.' })
  version!: number;

  @Field(() => AdviceKind, { description: 'Which opinion it is.' })
  kind!: AdviceKind;

  @Field({ description: 'What is asked.' })
  question!: string;

  @Field({ description: 'Whether a score is asked for, beside the words.' })
  scoreAsked!: boolean;

  @Field(() => DateScalar, { description: 'By which day.' })
  dueOn!: string;

  @Field(() => AdviceState, { description: 'Where it stands.' })
  state!: AdviceState;

  @Field(() => AdviceStance, { nullable: true, description: 'What it comes to; null: not given.' })
  stance!: AdviceStance | null;

  @Field(() => Int, { nullable: true, description: 'From 1 to 5, where a score was asked for.' })
  score!: number | null;

  @Field(() => String, { nullable: true, description: 'The opinion in words.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the file that belongs to it; null: none.' })
  fileName!: string | null;

  @Field(() => Int, { nullable: true, description: 'The size of that file in bytes.' })
  fileSize!: number | null;

  @Field(() => String, { nullable: true, description: 'Where to download that file; it needs the session.' })
  fileUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined or revoked.' })
  reason!: string | null;

  @Pii('ORDINARY', { zh: '谁征求意见', en: 'who asked for an opinion' })
  @Field({ description: 'Who asked for it.' })
  askedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given or declined.' })
  answeredAt!: Date | null;
}

@ObjectType({ description: 'An opinion on a matter that somebody was asked for (专家意见, 法律审查).' })
export class MatterAdvice extends AdviceFields {
  @Pii('ORDINARY', { zh: '谁对事项提出意见', en: 'who gives an opinion on a matter' })
  @Field({ description: 'Who is asked.' })
  advisorName!: string;

  @Field(() => String, { nullable: true, description: 'Where the person belongs.' })
  advisorNote!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which somebody urged for it last.' })
  nudgedOn!: string | null;
}

@ObjectType({ description: 'A material of a matter, for whoever is asked for an opinion on it.' })
export class AdviceMaterial {
  @Field(() => ID, { description: 'The material.' })
  id!: string;

  @Field({ description: 'Which material it is.' })
  kind!: string;

  @Field(() => Int, { description: 'Which version of that material.' })
  no!: number;

  @Field({ description: 'The name of its file.' })
  name!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  size!: number;

  @Field({ description: 'Where to download it; needs the session of whoever is asked.' })
  url!: string;
}

@ObjectType({ description: 'A matter as far as whoever is asked for an opinion sees it.' })
export class AdviceMatter {
  @Field(() => ID, { description: 'The matter.' })
  id!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its number, once it was accepted.' })
  number!: string | null;

  @Field(() => MatterCategory, { description: 'Of which category it is.' })
  category!: MatterCategory;

  @Field(() => MatterState, { description: 'Where it stands.' })
  state!: MatterState;

  @Field(() => String, { nullable: true, description: 'Its amount in fen, as decimal text.' })
  amountFen!: string | null;

  @Field({ description: 'Background and reasons.' })
  background!: string;

  @Field({ description: 'What could be done, and what is proposed.' })
  options!: string;

  @Field({ description: 'What it means for members and the public.' })
  socialEffect!: string;

  @Field({ description: 'Whether it is handled before it is reviewed.' })
  urgent!: boolean;

  @Field(() => String, { nullable: true, description: 'Which organization proposes it.' })
  organizationName!: string | null;

  @Field(() => [AdviceMaterial], { description: 'Its materials in all their versions; at most 100.' })
  materials!: AdviceMaterial[];
}

@ObjectType({ description: 'An opinion that one is asked for oneself, with the matter it is about (我的审阅).' })
export class OwnAdvice extends AdviceFields {
  @Field(() => AdviceMatter, { description: 'The matter.' })
  matter!: AdviceMatter;

  @Field({ description: 'Whether you may give or decline it now.' })
  canAnswer!: boolean;
}

@ObjectType({ description: 'Somebody who may be asked for an opinion on matters.' })
export class AdviceCandidate {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Pii('ORDINARY', { zh: '可以征求意见的人', en: 'who may be asked for an opinion' })
  @Field({ description: 'The name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the person belongs, which tells people of one name apart.',
  })
  note!: string | null;
}
