import { Pii } from '@dangwu/platform/personal-data';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';

const purpose = { zh: '认出要邀请的人', en: 'to tell whom somebody wants to invite' };

@ObjectType({ description: 'Somebody of that name.' })
export class CalledPerson {
  @Field(() => ID, { description: 'The member.' })
  id!: string;

  @Pii('ORDINARY', purpose)
  @Field({ description: 'As the register has it.' })
  name!: string;

  @Field({ description: 'Where they belong: it tells people of one name apart.' })
  organizationName!: string;

  @Field({ description: 'Whether the activity expects them already.' })
  expected!: boolean;
}

@ObjectType({ description: 'Who is called so: nobody, one, or several to choose from.' })
export class CalledPeople {
  @Pii('ORDINARY', purpose)
  @Field({ description: 'The name that was asked about.' })
  name!: string;

  @Field(() => [CalledPerson], { description: 'Those one may invite, by the code of their organization; at most 20.' })
  people!: CalledPerson[];
}

@ArgsType()
export class CalledPeopleArguments {
  @Field(() => ID, { description: 'To which activity they are to be invited.' })
  @IsString()
  activityId!: string;

  @Field(() => [String], { description: 'Whole names, at most 200.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  names!: string[];
}
