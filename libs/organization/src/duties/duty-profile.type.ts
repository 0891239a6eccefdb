import { LocalText } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { OrganizationType } from '../organization.enums';

@ObjectType({ description: 'What organizations of a type are there for (职责); forms and assessments follow it.' })
export class DutyProfile {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => OrganizationType, { description: 'Of which type.' })
  type!: OrganizationType;

  @Field(() => [LocalText], { description: 'The duties, the first ones first.' })
  duties!: LocalText[];

  @Field({ description: 'The document they rest on.' })
  basis!: string;
}
