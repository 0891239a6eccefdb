import { connectionOf, DateScalar, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Rule } from '@dangwu/rules';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Tier } from '../organization.enums';
import { OrganizationIdentity } from '../organization.type';
import type { UnitOperationConnection } from './unit-operation.type';
import { CoverageKind, UnitKind } from './unit.enums';

@ObjectType({ description: 'What you may do with a unit today.' })
export class UnitAbilities {
  @Field({ description: 'Change it, say how it is covered, close it.' })
  maintain!: boolean;
}

@ObjectType({
  implements: () => Node,
  description: 'A unit (单位): a department, enterprise, institution or member that the party is to reach.',
})
export class Unit implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => String, { nullable: true, description: "The association's own code (单位编码)." })
  code!: string | null;

  @Field({ description: 'Full name, unique among the open units of the association.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code (统一社会信用代码), its check character verified.',
  })
  uscc!: string | null;

  @Field(() => UnitKind, { description: 'What kind of unit it is (单位类型).' })
  kind!: UnitKind;

  @Field(() => Tier, { nullable: true, description: 'Its tier (所属层面).' })
  tier!: Tier | null;

  @Field(() => CoverageKind, { description: 'How the party reaches it (覆盖方式).' })
  coverage!: CoverageKind;

  @Field(() => OrganizationIdentity, {
    nullable: true,
    description: 'The organization responsible for it (联系党组织); null on a day before that organization stood.',
  })
  organization!: OrganizationIdentity | null;

  @Field(() => OrganizationIdentity, {
    nullable: true,
    description: 'Which organization covers it; null where it has none or none was told.',
  })
  coveredBy!: OrganizationIdentity | null;

  @Pii('ORDINARY', { zh: '派到单位的联络员是谁', en: 'who is sent to the unit' })
  @Field(() => String, { nullable: true, description: 'Name of the liaison sent to it (联络员).' })
  liaison!: string | null;

  @Field(() => Int, { nullable: true, description: 'Party members it reported last (党员人数).' })
  partyMemberCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Employees it reported last (职工人数).' })
  employeeCount!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of these counts.' })
  reportedOn!: string | null;

  @Field({
    description:
      'Enough party members for an organization of its own, but none, neither own nor joint (够条件未建): see qualifyingRule.',
  })
  qualifiesWithoutOrganization!: boolean;

  @Field(() => Rule, {
    nullable: true,
    description: 'The rule by which it qualifies, with its basis; null: it does not.',
  })
  qualifyingRule!: Rule | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it joined the association (入会时间).' })
  joinedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was founded (成立时间).' })
  foundedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was closed (注销时间); null: it is open.' })
  closedOn!: string | null;

  operations!: UnitOperationConnection;

  @Field(() => UnitAbilities, { description: 'What you may do here today.' })
  viewerCan!: UnitAbilities;

  @Field(() => String, { nullable: true, description: "The id in the caller's own system." })
  externalId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of units.' })
export class UnitConnection extends connectionOf(Unit) {}
