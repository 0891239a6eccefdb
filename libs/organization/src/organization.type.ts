import { connectionOf, DateScalar, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DutyProfile } from './duties/duty-profile.type';
import { OrganizationFlag } from './flags/organization-flag.type';
import type { OrganizationOperationConnection } from './history/organization-operation.type';
import { OrganizationStatus, OrganizationType, ParentRelation, Tier } from './organization.enums';
import { Seat } from './seats/seat.type';
import { Superior } from './superiors/superior.type';

// Fields with arguments (children, operations) stand in the resolver, where Nest wants them.

@ObjectType({
  description: 'What everyone signed in may see of a party organization: who it is and where it stands.',
})
export class OrganizationIdentity {
  @Field(() => ID, { description: 'The id of the PartyOrganization.' })
  id!: string;

  @Field({ description: 'Unique in the association, never given twice (编码).' })
  code!: string;

  @Field({ description: 'Full name.' })
  name!: string;

  @Field({ description: 'The name in pinyin without tones and blanks, for sorting and searching.' })
  pinyin!: string;

  @Field({ description: 'First letters of the pinyin.' })
  pinyinInitials!: string;

  @Field(() => OrganizationType, { description: 'Its type (组织类型).' })
  type!: OrganizationType;

  @Field(() => Tier, { nullable: true, description: 'Its tier (所属层面).' })
  tier!: Tier | null;

  @Field(() => ParentRelation, { nullable: true, description: 'What the parent is to it; null at the root.' })
  relation!: ParentRelation | null;

  @Field(() => OrganizationStatus, { description: 'Whether it is at work.' })
  status!: OrganizationStatus;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'The organization above; null at the root.' })
  parent!: OrganizationIdentity | null;

  @Field(() => [OrganizationIdentity], { description: 'All organizations above, the root first (at most 20).' })
  ancestors!: OrganizationIdentity[];

  children!: OrganizationIdentityConnection;

  @Field(() => Int, { description: 'How many stand directly below, dissolved ones left out.' })
  childCount!: number;

  @Field(() => Int, { description: 'How many stand below on all levels, dissolved ones left out.' })
  descendantCount!: number;

  @Field(() => PartyOrganization, { nullable: true, description: 'Everything else; null where you may not read it.' })
  details!: PartyOrganization | null;
}

@ObjectType({ description: 'A page of organizations.' })
export class OrganizationIdentityConnection extends connectionOf(OrganizationIdentity) {}

@ObjectType({ description: 'What you may do with an organization.' })
export class OrganizationAbilities {
  @Field({ description: 'Found below it, rename it, change its type, move it, dissolve it.' })
  maintain!: boolean;

  @Field({ description: 'Download it in lists.' })
  export!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'A party organization (党组织), for those who may read it.',
})
export class PartyOrganization implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, {
    description: 'Pass it back when changing the organization; a stale one is refused with CONFLICT.',
  })
  version!: number;

  @Field({ description: 'Unique in the association, never given twice (编码).' })
  code!: string;

  @Field({ description: 'Full name.' })
  name!: string;

  @Field({ description: 'The name in pinyin without tones and blanks.' })
  pinyin!: string;

  @Field(() => OrganizationType, { description: 'Its type (组织类型).' })
  type!: OrganizationType;

  @Field(() => Tier, { nullable: true, description: 'Its tier (所属层面).' })
  tier!: Tier | null;

  @Field(() => ParentRelation, { nullable: true, description: 'What the parent is to it; null at the root.' })
  relation!: ParentRelation | null;

  @Field(() => OrganizationStatus, { description: 'Whether it is at work.' })
  status!: OrganizationStatus;

  @Field(() => DateScalar, { nullable: true, description: 'The founding day.' })
  foundedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From which day it no longer existed.' })
  dissolvedOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Length of a term of its leadership in years (任期).' })
  termYears!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'On which day the running term ends: whole terms from the founding day, until elections are recorded.',
  })
  termEndsOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many members it has, as the last roster said.' })
  reportedMemberCount!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of that roster.' })
  reportedOn!: string | null;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'The organization above; null at the root.' })
  parent!: OrganizationIdentity | null;

  @Field(() => [OrganizationIdentity], { description: 'All organizations above, the root first (at most 20).' })
  ancestors!: OrganizationIdentity[];

  children!: OrganizationIdentityConnection;

  @Field(() => Int, { description: 'How many stand directly below, dissolved ones left out.' })
  childCount!: number;

  @Field(() => [Superior], {
    description: 'Bodies outside the system that lead or guide it (上级), the main one first.',
  })
  superiors!: Superior[];

  @Field(() => DutyProfile, { nullable: true, description: 'What organizations of its type are there for.' })
  dutyProfile!: DutyProfile | null;

  @Field(() => [OrganizationFlag], { description: 'What does not fit a rule, today or on the day asked for.' })
  flags!: OrganizationFlag[];

  operations!: OrganizationOperationConnection;

  @Field(() => [Seat], {
    description:
      'The roster of a committee, a leading, expert or working group: who sits there now or sat there on the day asked for (at most 200); empty elsewhere.',
  })
  seats!: Seat[];

  @Field(() => OrganizationAbilities, { description: 'What you may do here today.' })
  viewerCan!: OrganizationAbilities;

  @Field(() => String, { nullable: true, description: "The id in the caller's own system." })
  externalId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of organizations.' })
export class PartyOrganizationConnection extends connectionOf(PartyOrganization) {}
