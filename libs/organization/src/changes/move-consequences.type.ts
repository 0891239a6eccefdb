import { LocalText } from '@dangwu/platform/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ParentRelation } from '../organization.enums';
import { OrganizationIdentity } from '../organization.type';

@ObjectType({ description: 'What a move would bring about. Nothing is written by asking.' })
export class MoveConsequences {
  @Field(() => Int, { description: 'How many organizations would move: it and everything below it.' })
  organizationCount!: number;

  @Field(() => ParentRelation, { description: 'What the new parent would be to it.' })
  newRelation!: ParentRelation;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'The present parent.' })
  from!: OrganizationIdentity | null;

  @Field(() => OrganizationIdentity, { description: 'The new parent.' })
  to!: OrganizationIdentity;

  @Field(() => Int, { description: 'How many accounts would come to read organizations they may not read today.' })
  accountsGaining!: number;

  @Field(() => Int, { description: 'How many accounts would no longer read organizations they may read today.' })
  accountsLosing!: number;

  @Field(() => [LocalText], { description: 'Why the move would be refused; empty: it would be carried out.' })
  refusals!: LocalText[];

  @Field(() => [LocalText], { description: 'What to know before confirming.' })
  warnings!: LocalText[];
}
