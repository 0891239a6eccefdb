import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'Counts over the members you may read whose formal affiliation is there; those who left do not count.',
})
export class MemberFigures {
  @Field(() => Int, { description: 'All on the register, applicants too.' })
  total!: number;

  @Field(() => Int, { description: 'Full and probationary members (党员数).' })
  members!: number;

  @Field(() => Int, { description: 'Full members (正式党员).' })
  full!: number;

  @Field(() => Int, { description: 'Probationary members (预备党员).' })
  probationary!: number;

  @Field(() => Int, { description: 'Candidates (发展对象).' })
  candidates!: number;

  @Field(() => Int, { description: 'Activists (入党积极分子).' })
  activists!: number;

  @Field(() => Int, { description: 'Applicants (入党申请人).' })
  applicants!: number;
}
