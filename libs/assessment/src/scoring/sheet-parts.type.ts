import { FigureUnit } from '@dangwu/figures';
import { DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A record that a score rests on (佐证).' })
export class SheetEvidence {
  @Field(() => ID, { description: 'Of the record: an activity, a matter, a dispatch.' })
  id!: string;

  @Field({ description: 'What it is a record of, as ids begin.' })
  type!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Its day; null where only its title was kept.' })
  on!: string | null;
}

@ObjectType({ description: 'What somebody said of an indicator.' })
export class SheetSaid {
  @Field(() => String, { nullable: true, description: 'Key of the level, of an indicator scored by levels.' })
  level!: string | null;

  @Field(() => String, { nullable: true, description: 'Decimal, of an indicator scored by points.' })
  points!: string | null;

  @Field(() => Int, { nullable: true, description: 'How often it occurred, of deductions, bonuses and vetoes.' })
  occurrences!: number | null;

  @Field({ description: 'Why; empty: nothing was said.' })
  comment!: string;

  @Field(() => [SheetEvidence], { description: 'The records it rests on.' })
  evidence!: SheetEvidence[];

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Pii('ORDINARY', { zh: '自评和核实由谁填写', en: 'who assessed and who verified' })
  @Field(() => String, {
    nullable: true,
    description: 'Who wrote it last; null for what experts say, whose names are not told.',
  })
  byName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  at!: Date;
}

@ObjectType({ description: 'A level of an indicator.' })
export class SheetLevel {
  @Field({ description: 'By which it is sent.' })
  key!: string;

  @Field(() => LocalText, { description: 'Its name.' })
  name!: LocalText;

  @Field({ description: 'Its share of the weight: a decimal or a fraction.' })
  share!: string;
}

@ObjectType({ description: 'A figure that an indicator is counted from.' })
export class SheetFigure {
  @Field({ description: 'Its key in the register of figures.' })
  key!: string;

  @Field(() => LocalText, { description: 'Its name.' })
  name!: LocalText;

  @Field(() => FigureUnit, { description: 'What it is given in.' })
  unit!: FigureUnit;

  @Field(() => String, { nullable: true, description: 'What was counted, a decimal; null: it is not known.' })
  part!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is divided by; null for no rate.' })
  whole!: string | null;

  @Field(() => Int, { description: 'From how many rows.' })
  rows!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the cycle read it; null: it was not read yet, and this is how it stands now.',
  })
  takenAt!: Date | null;

  @Field({ description: 'Where in the console its rows are looked at.' })
  address!: string;
}

@ObjectType({ description: 'How many papers said what, of a group of voters.' })
export class SheetPapers {
  @Field({ description: 'Key of the group of voters.' })
  group!: string;

  @Field(() => LocalText, { description: 'Name of the group.' })
  groupName!: LocalText;

  @Field({ description: 'Key of the option.' })
  option!: string;

  @Field(() => LocalText, { description: 'Name of the option.' })
  optionName!: LocalText;

  @Field(() => Int, { description: 'How many papers; 0 while none was counted.' })
  papers!: number;
}

@ObjectType({ description: 'The vote that an indicator is counted from (测评票).' })
export class SheetBallot {
  @Field({ description: 'Whether it was counted.' })
  counted!: boolean;

  @Field(() => [SheetPapers], { description: 'Papers by group and option, in the order of the scheme.' })
  papers!: SheetPapers[];

  @Pii('ORDINARY', { zh: '测评票由谁计票', en: 'who counted the papers of a vote' })
  @Field(() => String, { nullable: true, description: 'Who counted papers by hand; null: nobody did.' })
  tellers!: string | null;

  @Field(() => Int, { description: 'Rises with every change; a count is sent with the one read last, 0 at first.' })
  version!: number;

  @Field({ description: 'Whether it is held in the system, by secret votes, and not counted by hand.' })
  inSystem!: boolean;

  @Field({ description: 'Whether whoever asks may record the count by hand.' })
  recordable!: boolean;
}
