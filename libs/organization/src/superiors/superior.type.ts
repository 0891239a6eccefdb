import { DateScalar } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ParentRelation } from '../organization.enums';

@ObjectType({ description: 'A body outside the system that leads or guides an organization (上级).' })
export class Superior {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => ParentRelation, { description: 'Whether it leads or guides.' })
  relation!: ParentRelation;

  @Field({ description: 'Whether requests go to it first; the others get copies.' })
  main!: boolean;

  @Field(() => DateScalar, { description: 'From which day.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer was; null while it is.',
  })
  validTo!: string | null;

  @Field({ description: 'The document it rests on.' })
  basis!: string;
}
