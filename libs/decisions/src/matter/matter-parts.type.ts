import { DateScalar, DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecidingBody } from '../review-rule/review-rule.enums';
import { CouncilOutcome, MatterState } from './matter.enums';

export enum MatterField {
  category = 'category',
  title = 'title',
  amountFen = 'amountFen',
  background = 'background',
  options = 'options',
  socialEffect = 'socialEffect',
  urgentReason = 'urgentReason',
  material = 'material',
}
registerEnumType(MatterField, {
  name: 'MatterField',
  description: 'A part of a matter that may differ between two versions.',
  valuesMap: {
    category: { description: 'Its category.' },
    title: { description: 'Its title.' },
    amountFen: { description: 'Its amount, in fen.' },
    background: { description: 'Background and reasons.' },
    options: { description: 'What could be done.' },
    socialEffect: { description: 'What it means for members and the public.' },
    urgentReason: { description: 'Why it is urgent.' },
    material: { description: 'A material: told by the name of its file.' },
  },
});

@ObjectType({ description: 'What differs between two versions of a matter.' })
export class FieldChange {
  @Field(() => MatterField, { description: 'Which part of it.' })
  field!: MatterField;

  @Field(() => String, { nullable: true, description: 'Of a material, which one.' })
  kind!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was; null: there was nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is; null: there is nothing any more.' })
  after!: string | null;
}

@ObjectType({ description: 'A material of a matter (材料): a file by the name that the rule gives it.' })
export class MatterMaterial {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'Which material it is.' })
  kind!: string;

  @Field(() => Int, { description: 'Which version of that material.' })
  no!: number;

  @Field({ description: 'The name of its file, with the ending.' })
  name!: string;

  @Field({ description: 'Its media type, found out from the bytes.' })
  type!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  size!: number;

  @Field({ description: 'SHA-256 of its bytes.' })
  sha256!: string;

  @Pii('ORDINARY', { zh: '材料由谁上传', en: 'who handed a material in' })
  @Field({ description: 'Who handed it in.' })
  addedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  addedAt!: Date;

  @Field({ description: 'Whether it belongs to the version submitted last; such a one stays.' })
  submitted!: boolean;

  @Field({ description: 'Where to download it; needs the session, and the right to read the matter at that moment.' })
  url!: string;
}

@ObjectType({ description: 'A matter as it was submitted: it stays as it was.' })
export class MatterVersion {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Which version: 1 was submitted first.' })
  no!: number;

  @Pii('ORDINARY', { zh: '事项由谁提交', en: 'who submitted a matter' })
  @Field({ description: 'Who submitted it.' })
  submittedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  submittedAt!: Date;

  @Field({ description: 'SHA-256 of what was submitted.' })
  contentHash!: string;

  @Field(() => [FieldChange], { description: 'What differs from the version before; none of the first.' })
  changes!: FieldChange[];
}

@ObjectType({ description: 'A matter on the agenda of the body that decides.' })
export class CouncilItem {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => DecidingBody, { description: 'Which body decides.' })
  decidingBody!: DecidingBody;

  @Field(() => DateScalar, { description: 'The day of its meeting.' })
  meetingOn!: string;

  @Field(() => CouncilOutcome, { nullable: true, description: 'What it made of the matter; null: not decided yet.' })
  outcome!: CouncilOutcome | null;

  @Field(() => String, { nullable: true, description: 'The reasons, where it did not follow the opinion.' })
  reason!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was decided.' })
  decidedOn!: string | null;
}

@ObjectType({ description: 'What you may do with a matter today.' })
export class MatterAbilities {
  @Field({ description: 'Change, submit and withdraw it, as its state allows.' })
  propose!: boolean;

  @Field({ description: 'Accept or return it, put it on the agenda of the body that decides.' })
  conduct!: boolean;
}

export enum SplittingSign {
  SUM = 'SUM',
  TITLE = 'TITLE',
}
registerEnumType(SplittingSign, {
  name: 'SplittingSign',
  description: 'Why several matters may be one that was divided.',
  valuesMap: {
    SUM: { description: 'Of one proposer and category; together they reach a band that none reaches alone.' },
    TITLE: { description: 'Their titles are much alike.' },
  },
});

@ObjectType({ description: 'Another matter that may be part of the same.' })
export class SplittingRow {
  @Field(() => ID, { description: 'The matter.' })
  id!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Which organization proposes it.' })
  organizationName!: string | null;

  @Field(() => String, { nullable: true, description: 'Its amount in fen, as decimal text.' })
  amountFen!: string | null;

  @Field(() => MatterState, { description: 'Where it stands.' })
  state!: MatterState;

  @Field(() => DateScalar, { description: 'When it was submitted, or drafted.' })
  on!: string;
}

@ObjectType({ description: 'A warning that a matter may have been divided to stay below an amount (拆分).' })
export class MatterSplitting {
  @Field(() => SplittingSign, { description: 'What points to it.' })
  sign!: SplittingSign;

  @Field(() => Int, { description: 'Within how many days they were submitted, by the rule matter.splitting.days.' })
  days!: number;

  @Field(() => String, { nullable: true, description: 'Of a SUM, what they come to with this one, in fen.' })
  sumFen!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a SUM, the amount it reaches, in fen.' })
  thresholdFen!: string | null;

  @Field(() => [SplittingRow], { description: 'The other matters, the latest first, as far as you may read them.' })
  rows!: SplittingRow[];
}
