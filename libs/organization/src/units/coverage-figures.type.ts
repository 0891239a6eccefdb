import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Tier } from '../organization.enums';

@ObjectType({ isAbstract: true })
abstract class CoverageCounts {
  @Field(() => Int, { description: 'All open units.' })
  total!: number;

  @Field(() => Int, { description: 'With an organization of their own (单独建立).' })
  own!: number;

  @Field(() => Int, { description: 'With a joint organization (联合建立).' })
  joint!: number;

  @Field(() => Int, { description: 'With a liaison (派联络员).' })
  liaison!: number;

  @Field(() => Int, { description: 'Not covered (未建立).' })
  uncovered!: number;

  @Field(() => Int, { description: 'With enough members for an organization, but none (够条件未建).' })
  qualifies!: number;
}

@ObjectType({ description: 'How the units of a tier are covered.' })
export class TierCoverage extends CoverageCounts {
  @Field(() => Tier, { nullable: true, description: 'The tier; null: none given.' })
  tier!: Tier | null;
}

@ObjectType({ description: 'How the open units you may read are covered.' })
export class CoverageFigures extends CoverageCounts {
  @Field(() => [TierCoverage], { description: 'By tier, in the order of the tiers; tiers without units are left out.' })
  byTier!: TierCoverage[];
}
