import { DateScalar } from '@dangwu/platform/graphql';
import { OrganizationType, Tier } from '@dangwu/organization';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

@InputType({ description: 'The root of the tree: the party committee of the association itself.' })
export class SetUpRootInput {
  @Field(() => OrganizationType, { description: 'Which type; one that may stand at the root.' })
  @IsEnum(OrganizationType)
  type!: OrganizationType;

  @Field(() => Tier, { nullable: true, description: 'Which tier, if any.' })
  @IsOptional()
  @IsEnum(Tier)
  tier?: Tier | null;

  @Field({ description: 'Full name, 2 to 100 characters.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  name!: string;

  @Field({ description: '1 to 32 letters or digits, - _ . / between.' })
  @IsString()
  @MaxLength(64)
  code!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The founding day; today when left out.' })
  @IsOptional()
  @IsString()
  foundedOn?: string | null;

  @Field({ description: 'By which decision it exists, 1 to 500 characters.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'Somebody who gets an account. They set the password themselves, by an invitation.' })
export class SetUpPersonInput {
  @Field({ description: 'Letters, digits, Chinese characters, . _ - @; unique.' })
  @IsString()
  @MaxLength(64)
  username!: string;

  @Field({ description: 'The name of the person, 1 to 50 characters.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where the invitation goes as well, once mail is set up.' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  mail?: string | null;
}

@InputType({ description: 'What a new installation begins with.' })
export class SetUpInput {
  @Field({ description: 'The token that the server printed on its terminal.' })
  @IsString()
  @MaxLength(100)
  token!: string;

  @Field({ description: 'The full name of the association, 2 to 100 characters.' })
  @IsString()
  @Matches(/^\s*\S.*\S\s*$/)
  @MaxLength(100)
  association!: string;

  @Field(() => SetUpRootInput, { description: 'The root of the tree.' })
  @ValidateNested()
  @Type(() => SetUpRootInput)
  root!: SetUpRootInput;

  @Field(() => SetUpPersonInput, { description: 'System administrator (系统管理员).' })
  @ValidateNested()
  @Type(() => SetUpPersonInput)
  systemAdmin!: SetUpPersonInput;

  @Field(() => SetUpPersonInput, { description: 'Security administrator (安全管理员).' })
  @ValidateNested()
  @Type(() => SetUpPersonInput)
  securityAdmin!: SetUpPersonInput;

  @Field(() => SetUpPersonInput, { description: 'Auditor (审计管理员).' })
  @ValidateNested()
  @Type(() => SetUpPersonInput)
  auditor!: SetUpPersonInput;

  @Field(() => SetUpPersonInput, {
    nullable: true,
    description: 'The first of the party-affairs staff (党务工作者), who keeps the register; others are granted later.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => SetUpPersonInput)
  staff?: SetUpPersonInput | null;
}
