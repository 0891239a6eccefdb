import type { OrganizationIdentity } from '../organization.type';
import { connectionOf, DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { OperationKind, OperationState } from '../organization.enums';

@ObjectType({ description: 'One thing that was done to an organization, on which basis, from which day.' })
export class OrganizationOperation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => OperationKind, { description: 'What was done.' })
  kind!: OperationKind;

  @Field(() => DateScalar, { description: 'From which day it holds.' })
  effectiveOn!: string;

  @Field({ description: 'The document it rests on.' })
  basis!: string;

  @Field(() => LocalText, { description: 'In a sentence.' })
  summary!: LocalText;

  @Field(() => String, { nullable: true, description: 'Who recorded it; null: the system.' })
  actorName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field({ description: 'Whether its day has not come yet.' })
  pending!: boolean;

  @Field(() => OperationState, { description: 'What became of it.' })
  state!: OperationState;

  @Field({
    description:
      'Whether it is of a kind that can be undone and still holds. Newer operations may stand in the way: see undoConsequences.',
  })
  undoable!: boolean;

  /** its GraphQL type stands in the resolver: the two files name each other */
  refersTo!: OrganizationIdentity[];

  @Field(() => LocalText, {
    nullable: true,
    description: 'Why it was not carried out on its day, when it had become impossible by then.',
  })
  refusal!: LocalText | null;
}

@ObjectType({ description: 'A page of operations.' })
export class OrganizationOperationConnection extends connectionOf(OrganizationOperation) {}
