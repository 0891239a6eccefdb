import { DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Reach } from '../permission-definition';
import type { RoleKey } from '../roles';
import { Role } from '../session.type';

@ObjectType({ description: 'A permission by its key and name.' })
export class PermissionName {
  @Field({ description: 'Its key, such as organization.read.' })
  key!: string;

  @Field(() => LocalText, { description: 'What it lets one do.' })
  name!: LocalText;
}

/** The reaches of the vocabulary, for the schema. */
export const PermissionReach = {
  LEADS: 'LEADS',
  TREE: 'TREE',
  ASSOCIATION: 'ASSOCIATION',
  OWN: 'OWN',
} as const satisfies { readonly [R in Reach]: R };
registerEnumType(PermissionReach, {
  name: 'PermissionReach',
  description: 'How far a grant carries a permission from the organization it was given at.',
  valuesMap: {
    LEADS: { description: 'There and at what it leads, up to the next GUIDES edge (本级和领导的下级).' },
    TREE: { description: 'There and at everything below, across GUIDES edges too (本级和全部下级).' },
    ASSOCIATION: { description: 'In the whole association, from its root or for all of it only (全协会).' },
    OWN: { description: 'As LEADS, but not by a grant for the whole association (只在本组织).' },
  },
});

@ObjectType({ description: 'A permission that a role carries, and how far.' })
export class RolePermission extends PermissionName {
  @Field(() => [PermissionReach], { description: 'How far; the widest counts.' })
  reaches!: readonly Reach[];
}

@ObjectType({ description: 'A role by its key and name, where it can be given, and what it lets one do.' })
export class RoleName {
  @Field(() => Role, { description: 'The role.' })
  role!: RoleKey;

  @Field(() => LocalText, { description: 'Its name.' })
  name!: LocalText;

  @Field({ description: 'Whether it can be given at an organization.' })
  atOrganization!: boolean;

  @Field({ description: 'Whether it can be given for the whole association.' })
  forAssociation!: boolean;

  @Field({ description: 'Whether it is one of the three administrators, who exclude each other (三员分立).' })
  administrative!: boolean;

  @Field(() => [RolePermission], {
    description: 'What it lets one do beside what everybody may (at most 100).',
  })
  permissions!: RolePermission[];
}

@ObjectType({ description: 'The words of rights: permissions and roles, as people know them.' })
export class AccessVocabulary {
  @Field(() => [PermissionName], { description: 'All permissions that need a grant (at most 100).' })
  permissions!: PermissionName[];

  @Field(() => [RoleName], { description: 'All roles (at most 30).' })
  roles!: RoleName[];
}

@ObjectType({ description: 'A step from where a role was given down to the organization asked about.' })
export class RightsStep {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'LEADS or GUIDES: its edge to the step before; null at the first.',
  })
  relation!: 'LEADS' | 'GUIDES' | null;
}

@ObjectType({ description: 'Why somebody can do something at an organization, or cannot (授权来源).' })
export class RightsAtOrganization {
  @Field(() => ID, { description: 'Of the grant.' })
  grantId!: string;

  @Field(() => ID, { description: 'Whose.' })
  accountId!: string;

  @Field({ description: 'The name of the person or client.' })
  accountName!: string;

  @Field(() => Role, { description: 'The role.' })
  role!: RoleKey;

  @Field(() => LocalText, { description: 'The name of the role.' })
  roleName!: LocalText;

  @Field(() => DateTimeScalar, { description: 'From when it holds.' })
  since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it holds no more; null: until further notice.' })
  until!: Date | null;

  @Field(() => String, { nullable: true, description: 'The decision or reason it rests on.' })
  basis!: string | null;

  @Field(() => [RightsStep], {
    description:
      'From the organization at which it was given down to this one, over which edges (at most 20); empty: it was given for the whole association.',
  })
  steps!: RightsStep[];

  @Field(() => [PermissionName], { description: 'What it lets one do here (at most 100).' })
  permissions!: PermissionName[];

  @Field(() => [PermissionName], {
    description: 'What it would let one do here if no GUIDES edge lay between: authority is not inherited across it.',
  })
  endedByGuides!: PermissionName[];

  @Field(() => [PermissionName], {
    description: 'What it lets one do here since it was published across the GUIDES edge.',
  })
  published!: PermissionName[];
}
