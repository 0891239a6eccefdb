import { connectionOf, DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IndicatorCount, IndicatorFacts, SchemeFact, SchemeFault } from './scheme-parts.type';
import { SchemeTreeScalar } from './scheme-tree.scalar';
import { AssessmentSubject } from './scheme.enums';

@ObjectType({ isAbstract: true })
abstract class VersionFacts {
  @Field(() => ID, { description: 'Of the version; opaque and stable, the same before and after it is published.' })
  id!: string;

  @Field(() => Int, { description: 'The number of the version in its scheme, from 1.' })
  no!: number;

  @Field(() => SchemeTreeScalar, { description: 'Indicators, grades and everything else that it computes by.' })
  tree!: unknown;

  @Field(() => [IndicatorCount], { description: 'How many indicators it has of each kind, groups left out.' })
  kinds!: IndicatorCount[];

  @Field(() => [IndicatorFacts], { description: 'Each node of the tree in words, each before those below it.' })
  indicators!: IndicatorFacts[];

  @Field(() => [SchemeFact], { description: 'What holds for the scheme as a whole, in words.' })
  rules!: SchemeFact[];

  @Field({ description: 'What changed, in words; may be empty.' })
  note!: string;
}

@ObjectType({ description: 'A published version of a scheme; it never changes (方案版本).' })
export class SchemeVersion extends VersionFacts {
  @Field(() => String, { nullable: true, description: 'sha256 of the tree in its canonical form.' })
  hash!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Pii('ORDINARY', { zh: '考核方案由谁发布', en: 'who published a scheme' })
  @Field(() => String, { nullable: true, description: 'Who published it.' })
  publishedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when a cycle uses it; null: none does.' })
  usedAt!: Date | null;

  @Field(() => Int, { description: 'How many cycles use it, of those you may read.' })
  cycleCount!: number;
}

@ObjectType({ description: 'The version that is being written, for whoever writes schemes (草稿).' })
export class SchemeDraft extends VersionFacts {
  @Field(() => Int, { description: 'Rises with every save; saves are sent with the one read last.' })
  version!: number;

  @Field(() => ID, { nullable: true, description: 'The published version it was begun from; null: from nothing.' })
  basedOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was saved last.' })
  savedAt!: Date | null;

  @Pii('ORDINARY', { zh: '方案草稿由谁保存', en: 'who saved a draft of a scheme' })
  @Field(() => String, { nullable: true, description: 'Who saved it last.' })
  savedBy!: string | null;

  @Field(() => [SchemeFault], { description: 'What keeps it from being published; nothing: it can be.' })
  faults!: SchemeFault[];
}

@ObjectType({ description: 'What organizations or people are assessed by, in versions (考核方案).' })
export class AssessmentScheme {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, {
    description: 'Rises with every change of the scheme itself; changes are sent with the one read last.',
  })
  version!: number;

  @Field({ description: 'In the association, such as `six-strengths`.' })
  key!: string;

  @Field({ description: 'What it is called.' })
  name!: LocalText;

  @Field({ description: 'What it rests on; may be empty.' })
  basis!: LocalText;

  @Field(() => AssessmentSubject, { description: 'Whom it assesses.' })
  subject!: AssessmentSubject;

  @Field({ description: 'Whether it came with the system.' })
  shipped!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From this day on no cycle is opened with it; null: in use.',
  })
  retiredOn!: string | null;

  @Field({ description: 'Whether that day has come.' })
  retired!: boolean;

  @Field(() => SchemeVersion, { nullable: true, description: 'The version published last; null: none yet.' })
  latest!: SchemeVersion | null;

  @Field(() => [SchemeVersion], { description: 'Its published versions, the latest first.' })
  versions!: SchemeVersion[];

  @Field(() => SchemeDraft, { nullable: true, description: 'Its draft; null: none, or you do not write schemes.' })
  draft!: SchemeDraft | null;

  @Field(() => Int, { description: 'How many cycles use one of its versions, of those you may read.' })
  cycleCount!: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of schemes.' })
export class AssessmentSchemeConnection extends connectionOf(AssessmentScheme) {}
