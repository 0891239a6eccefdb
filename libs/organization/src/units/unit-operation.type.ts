import { connectionOf, DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { UnitOperationKind } from './unit.enums';

@ObjectType({ description: 'One thing that was done to a unit, on which basis, from which day.' })
export class UnitOperation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => UnitOperationKind, { description: 'What was done.' })
  kind!: UnitOperationKind;

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
}

@ObjectType({ description: 'A page of operations.' })
export class UnitOperationConnection extends connectionOf(UnitOperation) {}
