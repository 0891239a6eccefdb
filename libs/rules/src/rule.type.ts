import { connectionOf, DateScalar, LocalText, Node } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum RuleStrength {
  MUST = 'MUST',
  NORMAL = 'NORMAL',
}
registerEnumType(RuleStrength, {
  name: 'RuleStrength',
  description: 'How binding a rule is.',
  valuesMap: {
    MUST: { description: 'Breaking it is refused (应当).' },
    NORMAL: { description: 'Breaking it raises an alert (一般).' },
  },
});

export enum RuleLayer {
  REGULATION = 'REGULATION',
  ASSOCIATION = 'ASSOCIATION',
  ORGANIZATION = 'ORGANIZATION',
}
registerEnumType(RuleLayer, {
  name: 'RuleLayer',
  description: 'Who made the rule. Upper layers may only be stricter.',
  valuesMap: {
    REGULATION: { description: "The party's regulations: the floor." },
    ASSOCIATION: { description: 'A house rule of the association.' },
    ORGANIZATION: { description: 'A house rule of one organization and those it leads.' },
  },
});

export enum RuleSource {
  VERIFIED = 'VERIFIED',
  SECONDARY = 'SECONDARY',
  GENERAL_KNOWLEDGE = 'GENERAL_KNOWLEDGE',
  HOUSE = 'HOUSE',
}
registerEnumType(RuleSource, {
  name: 'RuleSource',
  description: 'How sure the shipped value is.',
  valuesMap: {
    VERIFIED: { description: 'The words of the regulation were seen.' },
    SECONDARY: { description: 'Taken from a page about the regulation; to be confirmed.' },
    GENERAL_KNOWLEDGE: { description: 'Commonly held; to be confirmed.' },
    HOUSE: { description: "The association's own decision." },
  },
});

/** In which direction a value becomes stricter; a house rule may not go the other way. */
export type RuleDirection = 'HIGHER' | 'LOWER' | 'NONE';

@ObjectType({
  implements: () => [Node],
  description: 'A rule as data (规则): a number of a regulation or a house rule, with its basis and its period.',
})
export class Rule implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Pass it back when changing the rule; a stale one is refused with CONFLICT.' })
  version!: number;

  @Field({ description: 'Stable name, such as branch.size.max. Refusals and alerts name it.' })
  key!: string;

  @Field(() => LocalText, { description: 'What the rule is about.' })
  name!: LocalText;

  @Field({ description: 'The value as written: 3, >= 1/2, 3-5, or words.' })
  value!: string;

  @Field(() => LocalText, { nullable: true, description: 'What the value counts, such as full members.' })
  unit!: LocalText | null;

  @Field(() => RuleStrength, { description: 'Whether breaking it is refused or raises an alert.' })
  strength!: RuleStrength;

  @Field(() => RuleLayer, { description: 'Who made it.' })
  layer!: RuleLayer;

  @Field(() => ID, {
    nullable: true,
    description: 'The organization whose house rule it is; it holds for those it leads, too. Null in the other layers.',
  })
  organizationId!: string | null;

  @Field(() => LocalText, { description: 'The regulation and its article, or the decision it rests on.' })
  basis!: LocalText;

  @Field(() => RuleSource, { description: 'How sure the value is.' })
  source!: RuleSource;

  @Field({ description: "Whether the number of the article is not sure, though the regulation's words are." })
  articleUncertain!: boolean;

  @Field({ description: 'Whether a person still has to confirm it against the text of the regulation.' })
  needsConfirmation!: boolean;

  @Field(() => Date, { nullable: true, description: 'When a person confirmed it.' })
  confirmedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it.' })
  confirmedBy!: string | null;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  effectiveFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer holds; null while open.',
  })
  effectiveTo!: string | null;

  @Field(() => LocalText, { nullable: true, description: 'What else to know, such as whom it binds.' })
  note!: LocalText | null;
}

@ObjectType({ description: 'A page of rules.' })
export class RuleConnection extends connectionOf(Rule) {}
