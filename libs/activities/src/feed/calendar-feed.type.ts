import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A secret address under which your calendar program reads activities (日历订阅).' })
export class CalendarFeed {
  @Field(() => ID, { description: 'Opaque; it opens nothing.' })
  id!: string;

  @Field({ description: 'What you call it: the device or program that reads it.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was read last, to the hour; null: never.' })
  lastUsedAt!: Date | null;
}

@ObjectType({ description: 'A calendar feed that was just made.' })
export class NewCalendarFeed {
  @Field(() => CalendarFeed, { description: 'The feed.' })
  feed!: CalendarFeed;

  @Field({ description: 'Its address, shown this once: whoever has it reads what you may read in a calendar.' })
  url!: string;
}
