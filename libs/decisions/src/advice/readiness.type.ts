import { DateScalar } from '@dangwu/platform/graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SessionRequirement } from './what-is-missing';

registerEnumType(SessionRequirement, {
  name: 'SessionRequirement',
  description: 'What a matter still lacks before it may go to a session.',
  valuesMap: {
    EXPERT_OPINION: { description: 'An expert’s opinion (专家意见).' },
    LEGAL_CHECK: { description: 'The legal check (法律审查).' },
  },
});

@ObjectType({ description: 'Whether a matter may go to a session, by its rule.' })
export class MatterReadiness {
  @Field(() => [SessionRequirement], { description: 'What is missing; none: it may be scheduled.' })
  missing!: SessionRequirement[];

  @Field(() => Int, { description: 'How many working days ahead its papers are there.' })
  daysAhead!: number;

  @Field(() => DateScalar, {
    description:
      'The first day on which a session may deal with it, by when it was submitted; of an urgent matter today.',
  })
  earliestSessionOn!: string;
}
