import { connectionOf, DateScalar, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { OrganizationIdentity } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AffiliationKind, Gender, MemberStatus, Post } from './member.enums';
import { purposes } from './purposes';

@ObjectType({ description: 'Where a member belongs or takes part (组织关系).' })
export class Affiliation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => AffiliationKind, { description: 'Whether the member belongs there or takes part as well.' })
  kind!: AffiliationKind;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Where.' })
  organization!: OrganizationIdentity | null;

  @Field(() => DateScalar, { description: 'From which day.' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer held.' })
  until!: string | null;

  @Field({ description: 'The document it rests on.' })
  basis!: string;
}

@ObjectType({ description: 'A post that a member holds in an organization (党内任职).' })
export class Appointment {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Post, { description: 'Which post.' })
  post!: Post;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'In which organization.' })
  organization!: OrganizationIdentity | null;

  @Field(() => Member, { nullable: true, description: 'Who holds it; null where you may not read the member.' })
  member!: Member | null;

  @Field(() => DateScalar, { description: 'From which day.' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it was no longer held.' })
  until!: string | null;

  @Field({ description: 'The document it rests on.' })
  basis!: string;
}

@ObjectType({ description: 'What you may do with a member.' })
export class MemberAbilities {
  @Field({ description: 'Change, transfer, appoint.' })
  maintain!: boolean;

  @Field({ description: 'Reveal the ID number and the phone, giving the reason.' })
  unmask!: boolean;

  @Field({ description: 'Erase the personal data for good, once the member has left.' })
  erase!: boolean;
}

@ObjectType({ implements: () => [Node], description: 'A party member, or somebody on the way to membership (党员).' })
export class Member implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Pass it back when changing the member; a stale one is refused with CONFLICT.' })
  version!: number;

  @Pii('ORDINARY', purposes.identity)
  @Field({ description: 'Name.' })
  name!: string;

  @Pii('ORDINARY', purposes.statistics)
  @Field(() => Gender, { nullable: true, description: 'Gender.' })
  gender!: Gender | null;

  @Pii('ORDINARY', purposes.development)
  @Field(() => DateScalar, { nullable: true, description: 'Date of birth.' })
  birthDate!: string | null;

  @Pii('ORDINARY', purposes.statistics)
  @Field(() => String, { nullable: true, description: 'Ethnic group (民族).' })
  ethnicity!: string | null;

  @Pii('ORDINARY', purposes.statistics)
  @Field(() => String, { nullable: true, description: 'Education (学历).' })
  education!: string | null;

  @Pii('ORDINARY', purposes.statistics)
  @Field(() => String, { nullable: true, description: 'Position at work (工作岗位).' })
  jobTitle!: string | null;

  @Pii('SENSITIVE', purposes.identity)
  @Field(() => String, {
    nullable: true,
    description: 'The ID number (身份证号), its last four characters only; revealMember shows it to those who may.',
  })
  idNumber!: string | null;

  @Pii('SENSITIVE', purposes.contact)
  @Field(() => String, {
    nullable: true,
    description: 'The phone number (手机号), its last four digits only; revealMember shows it to those who may.',
  })
  phone!: string | null;

  @Field(() => MemberStatus, { description: 'How far on the way to full membership.' })
  status!: MemberStatus;

  @Pii('ORDINARY', purposes.development)
  @Field(() => DateScalar, { nullable: true, description: 'When admitted as a probationary member (入党时间).' })
  joinedOn!: string | null;

  @Pii('ORDINARY', purposes.development)
  @Field(() => DateScalar, { nullable: true, description: 'When a full member (转正时间).' })
  fullOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From which day no longer in the association; null while there.',
  })
  leftOn!: string | null;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Where the member belongs, or belonged last.' })
  organization!: OrganizationIdentity | null;

  @Field(() => AffiliationKind, {
    description: 'How the member belongs there. FUNCTIONAL: the formal affiliation is outside of the association.',
  })
  affiliationKind!: AffiliationKind;

  @Field(() => [Affiliation], {
    description:
      'Affiliations, the latest first, planned ones too, as far as you may read them (at most 200); as of a day those of the day.',
  })
  affiliations!: Affiliation[];

  @Field(() => [Appointment], {
    description:
      'Posts, the latest first, planned ones too, as far as you may read them (at most 200); as of a day those of the day.',
  })
  appointments!: Appointment[];

  @Field(() => MemberAbilities, { description: 'What you may do here today.' })
  viewerCan!: MemberAbilities;

  @Field(() => DateTimeScalar, { description: 'When entered.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of members.' })
export class MemberConnection extends connectionOf(Member) {}
