import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganizationType, Tier } from './organization.enums';

@ObjectType({ description: 'How many organizations belong to a tier.' })
export class TierCount {
  @Field(() => Tier, { nullable: true, description: 'The tier; null: none given.' })
  tier!: Tier | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How many organizations are of a type.' })
export class TypeCount {
  @Field(() => OrganizationType, { description: 'The type.' })
  type!: OrganizationType;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'Counts over the organizations you may read; dissolved ones are left out.' })
export class OrganizationFigures {
  @Field(() => Int, { description: 'All of them.' })
  total!: number;

  @Field(() => Int, { description: 'Those whose parent leads them.' })
  led!: number;

  @Field(() => Int, { description: 'Those whose parent guides them.' })
  guided!: number;

  @Field(() => [TierCount], { description: 'By tier, in the order of the tiers.' })
  byTier!: TierCount[];

  @Field(() => [TypeCount], { description: 'By type, in the order of the types.' })
  byType!: TypeCount[];

  @Field(() => Int, { description: 'Those with at least one flag.' })
  flagged!: number;

  @Field(() => Int, { description: 'Those whose term ends soon, as the rule term.remind says.' })
  termsEndingSoon!: number;

  @Field(() => Int, { description: 'Those whose term has ended.' })
  termsOverdue!: number;
}
