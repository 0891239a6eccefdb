import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The account of a member (党员的账号).' })
export class MemberAccount {
  @Field({ description: 'The name one signs in by.' })
  username!: string;

  @Field({ description: 'The name of the account.' })
  name!: string;

  @Field({ description: 'Whether it can be signed in to.' })
  disabled!: boolean;
}

@ObjectType({ description: 'Which member you are (本人党员身份).' })
export class OwnMember {
  @Field(() => ID, { description: 'The member.' })
  id!: string;

  @Field({ description: 'The name on record.' })
  name!: string;

  @Field({ description: 'The organization you belong to.' })
  organizationName!: string;
}
