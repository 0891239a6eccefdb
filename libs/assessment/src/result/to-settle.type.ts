import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One of the assessed, by name.' })
export class NamedAssessment {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;

  @Field({ description: 'The organization, as it was called.' })
  name!: string;
}

@ObjectType({ description: 'What keeps the results of a cycle from being final, of all who take part.' })
export class AssessmentsToSettle {
  @Field(() => Int, { description: 'How many objections are not decided.' })
  objections!: number;

  @Field(() => [NamedAssessment], { description: 'Whose they are; at most 500.' })
  objected!: NamedAssessment[];

  @Field(() => Int, { description: 'How many have no total.' })
  lackingCount!: number;

  @Field(() => [NamedAssessment], { description: 'Which; at most 500.' })
  lacking!: NamedAssessment[];
}
