import { LocalText } from '@dangwu/platform/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { IndicatorKind, SchemeChangeKind } from './scheme.enums';

@ObjectType({ description: 'How many indicators of a kind a version has.' })
export class IndicatorCount {
  @Field(() => IndicatorKind, { description: 'Which kind; groups are not counted.' })
  kind!: IndicatorKind;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'A duty of organizations, for the condition DUTY_NONE_OF (职责).' })
export class SchemeDuty {
  @Field({ description: 'By which conditions name it.' })
  key!: string;

  @Field({ description: 'What it says.' })
  name!: LocalText;
}

@ObjectType({ description: 'A field of an indicator, or of the scheme as a whole, in words.' })
export class SchemeFact {
  @Field({ description: 'Which field, as in `SchemeFieldChange`.' })
  field!: string;

  @Field({ description: 'What the field is called.' })
  name!: LocalText;

  @Field({ description: 'What stands in it.' })
  value!: LocalText;
}

@ObjectType({ description: 'What is to be known of an indicator, in words.' })
export class IndicatorFacts {
  @Field({ description: 'Key of the indicator.' })
  nodeKey!: string;

  @Field(() => [SchemeFact], { description: 'The fields its kind has, empty ones left out.' })
  facts!: SchemeFact[];
}

@ObjectType({ description: 'One thing that is wrong with a scheme, and where (问题).' })
export class SchemeFault {
  @Field({ description: 'A stable name in capitals, such as WEIGHTS_DO_NOT_ADD_UP.' })
  code!: string;

  @Field({
    description:
      'Keys from the root, with / between them; outside of the tree scorers, grades/KEY, topShare or tieBreakers.',
  })
  path!: string;

  @Field(() => String, { nullable: true, description: 'Key of the indicator; null: it is not about one.' })
  nodeKey!: string | null;

  @Field({ description: 'Where it is, in names.' })
  place!: LocalText;

  @Field({ description: 'What is wrong and what to do, in a sentence.' })
  message!: LocalText;
}

@ObjectType({ description: 'A field that differs between two versions.' })
export class SchemeFieldChange {
  @Field({
    description:
      'NAME, WEIGHT, KIND, FIGURE, MAPPING, NOT_APPLICABLE, ENTRY, LEVELS, COMMENT_WHEN_CUT, SCORERS, VOTERS, OPTIONS, EACH, CAP, CAPS_AT, BONUS_ROOM, TAGS; of the scheme ROUNDING, SCORERS, GRADES, TOP_SHARE, TIE_BREAKERS, EQUAL_AT_LIMIT; of what moved GROUP or ORDER.',
  })
  field!: string;

  @Field({ description: 'What the field is called.' })
  name!: LocalText;

  @Field({ description: 'What it was, in words; empty: nothing.' })
  before!: LocalText;

  @Field({ description: 'What it is now, in words; empty: nothing.' })
  after!: LocalText;
}

@ObjectType({ description: 'What became of one indicator, or of the scheme as a whole, between two versions (差异).' })
export class SchemeChange {
  @Field(() => SchemeChangeKind, { description: 'What became of it.' })
  kind!: SchemeChangeKind;

  @Field(() => String, { nullable: true, description: 'Key of the indicator; null: the scheme as a whole.' })
  nodeKey!: string | null;

  @Field({ description: 'Where it stands (or stood), in names from the root down.' })
  place!: LocalText;

  @Field(() => [SchemeFieldChange], {
    description: 'Of what was changed or moved each field; of what is new its facts.',
  })
  fields!: SchemeFieldChange[];
}
