import { connectionOf, DateScalar, DateTimeScalar, LocalText, Node } from '@dangwu/platform/graphql';
import { OrganizationIdentity } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActivityType, Venue } from '../catalogue/catalogue.type';
import { HolidayPolicy } from './activity-series.enums';

@ObjectType({ description: 'One date of a series.' })
export class SeriesDate {
  @Field(() => DateScalar, { description: 'The day on which it is due by the rule.' })
  originalDate!: string;

  @Field(() => DateScalar, { description: 'The day on which it takes place.' })
  date!: string;

  @Field({ description: 'At what time, HH:MM.' })
  time!: string;

  @Field({ description: 'It takes place on another day than it is due, because of a holiday.' })
  shifted!: boolean;

  @Field(() => LocalText, { nullable: true, description: 'The holiday of the day on which it is due.' })
  holiday!: LocalText | null;

  @Field({ description: 'The holidays of that year have no notice yet: it may still shift.' })
  provisional!: boolean;
}

@ObjectType({ description: 'A series before it is planned.' })
export class SeriesPreview {
  @Field(() => LocalText, { description: 'The recurrence in plain words.' })
  words!: LocalText;

  @Field(() => [SeriesDate], { description: 'The next ten dates.' })
  dates!: SeriesDate[];
}

@ObjectType({ description: 'What moving a series would do, told before it is done.' })
export class SeriesMove {
  @Field(() => LocalText, { description: 'The recurrence in plain words, as it would be.' })
  words!: LocalText;

  @Field(() => Int, { description: 'How many dates move.' })
  moved!: number;

  @Field(() => [SeriesDate], { description: 'The first ten of them, when they would be.' })
  dates!: SeriesDate[];

  @Field(() => [DateScalar], { description: 'The days of those that were changed by themselves: they stay.' })
  kept!: string[];

  @Field(() => [DateScalar], { description: 'The days of those that are cancelled, as holidays leave them no day.' })
  cancelled!: string[];

  @Field(() => [DateScalar], { description: 'The days of those that are new, as no holiday is in their way any more.' })
  added!: string[];

  @Field({ description: 'Moving it back would make everything as it is now.' })
  undoable!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'Activities that recur (系列活动). Each occurrence is an activity of its own.',
})
export class ActivitySeries implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Which organization holds them.' })
  organization!: OrganizationIdentity | null;

  @Field(() => ActivityType, { nullable: true, description: 'Their type.' })
  type!: ActivityType | null;

  @Field({ description: 'Their title.' })
  title!: string;

  @Field({ description: 'When it recurs: RFC 5545, or LAST-WORKING-DAY.' })
  rule!: string;

  @Field(() => LocalText, { description: 'When it recurs, in plain words.' })
  words!: LocalText;

  @Field(() => DateScalar, { description: 'The day from which the rule is counted.' })
  startsOn!: string;

  @Field({ description: 'At what time of the day, HH:MM.' })
  time!: string;

  @Field(() => Int, { description: 'How many minutes each takes.' })
  minutes!: number;

  @Field(() => HolidayPolicy, { description: 'What becomes of an occurrence on a holiday.' })
  holidayPolicy!: HolidayPolicy;

  @Field(() => [DateScalar], { description: 'Days on which it is due by the rule and left out, as it was planned.' })
  exceptions!: string[];

  @Field(() => [DateScalar], { description: 'Days on which it is held once more, beside the rule (加一次).' })
  additions!: string[];

  @Field(() => Venue, { nullable: true, description: 'The registered venue.' })
  venue!: Venue | null;

  @Field(() => String, { nullable: true, description: 'Where, when it is no registered venue.' })
  place!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Until this day its occurrences are there; more come each night.',
  })
  expandedTo!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it has ended; null: it goes on.' })
  endedReason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was planned.' })
  createdAt!: Date;
}

@ObjectType({ description: 'A page of series of activities.' })
export class ActivitySeriesConnection extends connectionOf(ActivitySeries) {}
