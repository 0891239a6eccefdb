import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A text for people in both languages of the console.' })
export class LocalText {
  @Field({ description: 'In Chinese.' })
  zh!: string;

  @Field({ description: 'In English.' })
  en!: string;
}
