import { DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ResultDimension } from '../result/result.type';

@ObjectType({ description: 'A rule by which organizations come on the list of weak ones.' })
export class WeakRule {
  @Field({ description: 'Its key in the register of rules.' })
  key!: string;

  @Field({ description: 'What it is called there.' })
  name!: LocalText;

  @Field({ description: 'Its value as it stands there; 0: it is switched off.' })
  value!: string;

  @Field({ description: 'What it rests on.' })
  basis!: LocalText;
}

@ObjectType({ description: 'A rule that an organization falls under, and how.' })
export class WeakReason {
  @Field({ description: 'The key of the rule.' })
  key!: string;

  @Field({ description: 'How, in words with the numbers.' })
  words!: LocalText;
}

@ObjectType({ description: 'That an organization was handed over to rectification (移交整改).' })
export class AssessmentHandover {
  @Field({ description: 'Why.' })
  reason!: string;

  @Pii('ORDINARY', { zh: '由谁移交整改', en: 'who handed an organization over' })
  @Field({ description: 'Who did it.' })
  handedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  handedAt!: Date;
}

@ObjectType({ description: 'One of the assessed that is weak by a rule (后进党组织).' })
export class WeakAssessment {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;

  @Field({ description: 'The organization, as it was called.' })
  name!: string;

  @Field({ description: 'Key of the group it is compared in.' })
  groupKey!: string;

  @Field({ description: 'What that is called.' })
  groupName!: string;

  @Field(() => Int, { description: 'How many are compared in it.' })
  groupSize!: number;

  @Field({ description: 'The total, a decimal.' })
  total!: string;

  @Field(() => Int, { description: 'The place in the group, from 1.' })
  rank!: number;

  @Field(() => LocalText, { nullable: true, description: 'The grade.' })
  grade!: LocalText | null;

  @Field(() => [WeakReason], { description: 'By which rules; empty: by none any more, and it was handed over before.' })
  reasons!: WeakReason[];

  @Field(() => [ResultDimension], { description: 'The three dimensions with the least of what there is to gain.' })
  weakest!: ResultDimension[];

  @Field(() => AssessmentHandover, { nullable: true, description: 'Null: it was not handed over.' })
  handover!: AssessmentHandover | null;
}

@ObjectType({ description: 'The weak organizations of a cycle, and by what they are found (后进名单).' })
export class WeakList {
  @Field(() => [WeakRule], { description: 'The rules in force where the cycle is conducted.' })
  rules!: WeakRule[];

  @Field(() => [WeakAssessment], { description: 'By group, the last first.' })
  weak!: WeakAssessment[];
}
