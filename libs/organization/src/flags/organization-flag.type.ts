import { DateScalar, LocalText } from '@dangwu/platform/graphql';
import { Rule } from '@dangwu/rules';
import { Field, ObjectType } from '@nestjs/graphql';
import { FlagSeverity, OrganizationFlagCode } from '../organization.enums';

@ObjectType({ description: 'Something at an organization that does not fit a rule.' })
export class OrganizationFlag {
  @Field(() => OrganizationFlagCode, { description: 'What it is.' })
  code!: OrganizationFlagCode;

  @Field(() => FlagSeverity, { description: 'How binding the rule is.' })
  severity!: FlagSeverity;

  @Field(() => LocalText, { description: 'What it is and what to do.' })
  message!: LocalText;

  @Field(() => Rule, { nullable: true, description: 'The rule it comes from.' })
  rule!: Rule | null;

  @Field(() => DateScalar, { description: 'From which day it stands.' })
  since!: string;
}
