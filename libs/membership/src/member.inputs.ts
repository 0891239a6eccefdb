import { DateScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { IsDay } from '@dangwu/organization';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsString, Matches, MaxLength, Min, Validate } from 'class-validator';
import { AffiliationKind, Gender, MemberStatus, PersonalField, Post } from './member.enums';

const versionOf = 'As read last; CONFLICT when somebody changed the member since.';
const basis = 'The document it rests on, as people cite it (依据文件).';

/** Blank texts are nothing said. */
@InputType({ isAbstract: true })
abstract class MemberFactsInput {
  @Pii('ORDINARY')
  @Field({ description: 'Name, up to 50 characters.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  name!: string;

  @Pii('SENSITIVE')
  @Field(() => String, {
    nullable: true,
    description: 'The ID number (身份证号). Date of birth and gender follow from it. Left out: nothing is changed.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  idNumber?: string | null;

  @Pii('SENSITIVE')
  @Field(() => String, { nullable: true, description: 'The phone number (手机号). Left out: nothing is changed.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @Pii('ORDINARY')
  @Field(() => Gender, { nullable: true, description: 'Gender; not needed with an ID number.' })
  @IsOptional()
  @IsEnum(Gender)
  gender?: Gender | null;

  @Pii('ORDINARY')
  @Field(() => DateScalar, { nullable: true, description: 'Date of birth; not needed with an ID number.' })
  @IsOptional()
  @Validate(IsDay)
  birthDate?: string | null;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Ethnic group (民族).' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  ethnicity?: string | null;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Education (学历).' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  education?: string | null;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Position at work (工作岗位).' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  jobTitle?: string | null;

  @Field(() => MemberStatus, { description: 'How far on the way to full membership.' })
  @IsEnum(MemberStatus)
  status!: MemberStatus;

  @Field(() => DateScalar, { nullable: true, description: 'When admitted (入党时间).' })
  @IsOptional()
  @Validate(IsDay)
  joinedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When a full member (转正时间).' })
  @IsOptional()
  @Validate(IsDay)
  fullOn?: string | null;
}

@InputType({ description: 'A member to register, with where the member belongs.' })
export class RegisterMemberInput extends MemberFactsInput {
  @Field(() => ID, { description: 'The organization of the affiliation.' })
  @IsString()
  organizationId!: string;

  @Field(() => AffiliationKind, {
    defaultValue: AffiliationKind.FORMAL,
    description: 'FUNCTIONAL for those whose formal affiliation is outside of the association.',
  })
  @IsEnum(AffiliationKind)
  kind!: AffiliationKind;

  @Field(() => DateScalar, { description: 'From which day the affiliation holds; not later than today.' })
  @Validate(IsDay)
  since!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The same key within 24 hours answers what the first request did, and registers nobody twice.',
  })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  idempotencyKey?: string | null;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'What is known of a member, corrected.' })
export class ChangeMemberInput extends MemberFactsInput {
  @Field(() => ID, { description: 'Which member.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: versionOf })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
abstract class MemberStepInput {
  @Field(() => ID, { description: 'Which member.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: versionOf })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => DateScalar, { description: 'From which day; a day ahead takes effect then.' })
  @Validate(IsDay)
  on!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({
  description: 'A transfer (组织关系转接). FORMAL: the old affiliation ends that day. FUNCTIONAL: one is added.',
})
export class TransferAffiliationInput extends MemberStepInput {
  @Field(() => ID, { description: 'To which organization.' })
  @IsString()
  organizationId!: string;

  @Field(() => AffiliationKind, { defaultValue: AffiliationKind.FORMAL, description: 'Which kind.' })
  @IsEnum(AffiliationKind)
  kind!: AffiliationKind;
}

@InputType({ description: 'An affiliation that ends. The member leaves the association when it is the last one.' })
export class EndAffiliationInput extends MemberStepInput {
  @Field(() => ID, { description: 'Which affiliation.' })
  @IsString()
  affiliationId!: string;
}

@InputType({ description: 'A transfer that was recorded ahead and is not to take place.' })
export class WithdrawAffiliationInput {
  @Field(() => ID, { description: 'Which member.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: versionOf })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => ID, { description: 'Which affiliation, one that has not begun.' })
  @IsString()
  affiliationId!: string;
}

@InputType({ description: 'A post to give to a member (任职).' })
export class AppointInput extends MemberStepInput {
  @Field(() => ID, { description: 'In which organization: one the member belongs to, or one above it.' })
  @IsString()
  organizationId!: string;

  @Field(() => Post, { description: 'Which post.' })
  @IsEnum(Post)
  post!: Post;
}

@InputType({ description: 'A post to take from a member (免职).' })
export class EndAppointmentInput extends MemberStepInput {
  @Field(() => ID, { description: 'Which appointment.' })
  @IsString()
  appointmentId!: string;
}

@InputType({ description: 'A number to look at. Who looked, at what and why stands in the audit log.' })
export class RevealMemberInput {
  @Field(() => ID, { description: 'Which member.' })
  @IsString()
  id!: string;

  @Field(() => PersonalField, { description: 'Which number.' })
  @IsEnum(PersonalField)
  field!: PersonalField;

  @Field({ description: 'Why, in at least four characters.' })
  @IsString()
  @Matches(/\S.*\S.*\S.*\S/)
  @MaxLength(200)
  reason!: string;
}
