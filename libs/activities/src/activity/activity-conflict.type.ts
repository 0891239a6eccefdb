import { DateTimeScalar } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsString } from 'class-validator';

export enum ConflictKind {
  ORGANIZATION = 'ORGANIZATION',
  VENUE = 'VENUE',
  PEOPLE = 'PEOPLE',
}
registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description: 'What is taken.',
  valuesMap: {
    ORGANIZATION: { description: 'The organization holds something else then.' },
    VENUE: { description: 'The venue is booked; the activity cannot be saved.' },
    PEOPLE: { description: 'Its secretary or a deputy has something else, at another organization.' },
  },
});

@ObjectType({ description: 'Something at the same time as an activity that is being planned.' })
export class ActivityConflict {
  @Field(() => ConflictKind, { description: 'What is taken.' })
  kind!: ConflictKind;

  @Field(() => ID, { nullable: true, description: 'The other activity; null: you may not read it.' })
  activityId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title; null: you may not read it.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Whose it is; null: you may not read it.' })
  organizationName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => Int, { description: 'How many people are meant, for PEOPLE.' })
  people!: number;
}

@ArgsType()
export class ConflictArguments {
  @Field(() => ID, { description: 'Which organization is to hold it.' })
  @IsString()
  organizationId!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  @IsDate()
  endsAt!: Date;

  @Field(() => ID, { nullable: true, description: 'At which venue.' })
  @IsOptional()
  @IsString()
  venueId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The activity itself, when one that is there is to be moved.' })
  @IsOptional()
  @IsString()
  exceptId?: string | null;
}
