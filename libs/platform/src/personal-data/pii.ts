import { Directive } from '@nestjs/graphql';
import { DirectiveLocation, GraphQLDirective, GraphQLEnumType, GraphQLNonNull } from 'graphql';
import type { Messages } from '../errors';

const levels = {
  ORDINARY: { description: 'Says something of a person (个人信息).' },
  SENSITIVE: { description: 'Whose leak easily harms a person (敏感个人信息): kept sealed, shown masked.' },
} as const;

export type PiiLevel = keyof typeof levels;

/** `@pii(level: …)` on a field: what the class of its data is. */
export const PiiDirective = new GraphQLDirective({
  name: 'pii',
  description:
    'The field holds personal data of this class. What for, and for how long, stands in docs/personal-data.md.',
  locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.INPUT_FIELD_DEFINITION],
  args: {
    level: {
      type: new GraphQLNonNull(
        new GraphQLEnumType({ name: 'PiiLevel', description: 'Class of personal data.', values: levels }),
      ),
    },
  },
});

/** A row of the register: which field, of which class, what it is needed for, and what ends its keeping. */
export interface PersonalFieldRow {
  readonly type: string;
  readonly field: string;
  readonly level: PiiLevel;
  readonly purpose: Messages;
}

const rows: PersonalFieldRow[] = [];

/**
 * Declares that a field of a GraphQL type holds personal data, and what it is needed for: the schema shows the class, the
 * register the purpose. Fields of inputs say the class alone, their purpose is that of the field they fill.
 */
export const Pii =
  (level: PiiLevel, purpose?: Messages): PropertyDecorator =>
  (target, key) => {
    Directive(`@pii(level: ${level})`)(target, key);
    if (purpose) rows.push({ type: target.constructor.name, field: String(key), level, purpose });
  };

/** The register, by type and field. */
export const personalFields = (): readonly PersonalFieldRow[] =>
  rows.toSorted((a, b) => `${a.type}.${a.field}`.localeCompare(`${b.type}.${b.field}`, 'en'));
