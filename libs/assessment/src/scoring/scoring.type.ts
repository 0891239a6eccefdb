import { DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CycleStage } from '../cycle/cycle.enums';
import { ScoreSource, SheetEntryKind, SheetNodeKind } from './scoring.enums';
import { SheetBallot, SheetEvidence, SheetFigure, SheetLevel, SheetSaid } from './sheet-parts.type';

@ObjectType({ description: 'An indicator on a sheet.' })
export class SheetLine {
  @Field({ description: 'Key of the indicator in the scheme.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Key of the one above it; null for the root.' })
  parentKey!: string | null;

  @Field(() => Int, { description: 'How deep it stands; 0 for the root.' })
  depth!: number;

  @Field(() => LocalText, { description: 'Its name.' })
  name!: LocalText;

  @Field(() => SheetNodeKind, { description: 'What kind of indicator it is.' })
  kind!: SheetNodeKind;

  @Field({ description: 'Whether it applies to this organization; its weight goes to its siblings otherwise.' })
  applies!: boolean;

  @Field(() => String, { nullable: true, description: 'The most points it gives here; null for what has none.' })
  weight!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The most points that can be typed: the weight as the scheme has it.',
  })
  most!: string | null;

  @Field(() => SheetEntryKind, { description: 'How it is filled in on this sheet.' })
  entry!: SheetEntryKind;

  @Field({ description: 'Whether the sheet is not complete without it.' })
  needed!: boolean;

  @Field({ description: 'Whether whoever gives less than everything says why.' })
  commentWhenCut!: boolean;

  @Field(() => [SheetLevel], { description: 'Its levels, the best first.' })
  levels!: SheetLevel[];

  @Field(() => String, { nullable: true, description: 'Points for each occurrence.' })
  each!: string | null;

  @Field(() => String, { nullable: true, description: 'The most points that occurrences take or give.' })
  cap!: string | null;

  @Field(() => SheetFigure, { nullable: true, description: 'The figure it is counted from.' })
  figure!: SheetFigure | null;

  @Field(() => SheetBallot, { nullable: true, description: 'The vote it is counted from.' })
  ballot!: SheetBallot | null;

  @Field(() => SheetSaid, { nullable: true, description: 'What this sheet says of it.' })
  own!: SheetSaid | null;

  @Field(() => SheetSaid, { nullable: true, description: 'What the assessed says of it.' })
  self!: SheetSaid | null;

  @Field(() => SheetSaid, { nullable: true, description: 'What the verifier says of it; the assessed is not told.' })
  verified!: SheetSaid | null;

  @Field(() => [ID], { description: 'Records of the period that seem to be about it: filled in as evidence at first.' })
  suggested!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Points by this sheet, a decimal; of a group the sum of what is there. Null: nothing yet.',
  })
  points!: string | null;
}

@ObjectType({ description: 'All that one person, or one body, says of one assessed (评分表).' })
export class AssessmentSheet {
  @Field(() => ID, { description: 'The assessment it is a sheet of.' })
  assessmentId!: string;

  @Field(() => ID, { description: 'Its cycle.' })
  cycleId!: string;

  @Field({ description: 'Title of the cycle.' })
  cycleTitle!: string;

  @Field(() => ID, { description: 'The assessed organization.' })
  organizationId!: string;

  @Field({ description: 'Who is assessed, as it was called when the cycle was opened.' })
  subjectName!: string;

  @Field(() => ScoreSource, { description: 'Who fills it in.' })
  as!: ScoreSource;

  @Field(() => CycleStage, { description: 'Where the cycle stands.' })
  stage!: CycleStage;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of the period.' })
  periodTo!: string;

  @Field(() => DateScalar, { description: 'By when it is to be handed in; later it is marked as late.' })
  dueOn!: string;

  @Field({ description: 'Whether that day is over, or was when it was handed in.' })
  late!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in; null: it was not.' })
  submittedAt!: Date | null;

  @Field(() => LocalText, { nullable: true, description: 'Why it cannot be written; null: it can.' })
  closedBecause!: LocalText | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned last; null: it was not.' })
  returnedBecause!: string | null;

  @Field(() => Int, { description: 'How many places points have.' })
  places!: number;

  @Field(() => [SheetLine], { description: 'The indicators in the order of the scheme, each before those below it.' })
  lines!: SheetLine[];

  @Field(() => [SheetEvidence], {
    description: 'Records of the period that can be named as evidence, the latest first.',
  })
  evidence!: SheetEvidence[];

  @Field(() => Int, { description: 'How many indicators it asks for.' })
  needed!: number;

  @Field(() => Int, { description: 'Of them, how many are filled in.' })
  filled!: number;
}

@ObjectType({ description: 'A score that somebody else has changed meanwhile; what was sent is not written.' })
export class ScoreConflict {
  @Field({ description: 'Key of the indicator.' })
  nodeKey!: string;

  @Field(() => LocalText, { description: 'Its name.' })
  name!: LocalText;

  @Field(() => SheetSaid, { description: 'What stands there now.' })
  theirs!: SheetSaid;
}

@ObjectType({ description: 'What became of scores that were sent.' })
export class SavedScores {
  @Field(() => AssessmentSheet, { description: 'The sheet as it stands now.' })
  sheet!: AssessmentSheet;

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  savedAt!: Date;

  @Field(() => [String], { description: 'Keys of the indicators that were written, or said the same already.' })
  saved!: string[];

  @Field(() => [ScoreConflict], { description: 'Those that were not, since somebody else was faster.' })
  conflicts!: ScoreConflict[];
}

@ObjectType({ description: 'A sheet that waits for you, or that you have handed in (我的评分).' })
export class OwnSheet {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;

  @Field(() => ID, { description: 'Its cycle.' })
  cycleId!: string;

  @Field({ description: 'Title of the cycle.' })
  cycleTitle!: string;

  @Field({ description: 'Who is assessed.' })
  subjectName!: string;

  @Field({ description: 'The group it is compared in.' })
  groupName!: string;

  @Field(() => ScoreSource, { description: 'As what you fill it in.' })
  as!: ScoreSource;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;

  @Field({ description: 'Whether that day is over and it was not handed in, or it was handed in late.' })
  late!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in; null: it waits for you.' })
  submittedAt!: Date | null;

  @Field(() => Int, { description: 'How many indicators are scored already.' })
  filled!: number;
}
