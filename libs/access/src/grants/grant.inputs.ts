import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsDate, IsEnum, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { RoleKey } from '../roles';
import { Role } from '../session.type';

const basis = 'The decision or reason it rests on (依据); it stands in the audit log.';

@InputType({ description: 'Gives somebody a role.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'To whom: an account, not your own.' })
  @IsString()
  accountId!: string;

  @Field(() => Role, { description: 'Which role; the three administrators are not given here.' })
  @IsEnum(Role)
  role!: RoleKey;

  @Field(() => ID, { nullable: true, description: 'Where it holds; left out: in the whole association.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when; now when left out.' })
  @IsOptional()
  @IsDate()
  since?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant at which it holds no more; left out: until further notice.',
  })
  @IsOptional()
  @IsDate()
  until?: Date | null;

  @Field({ description: basis })
  @Length(2, 500)
  @Matches(/\S/)
  basis!: string;
}

@InputType({ description: 'Takes a role back.' })
export class RevokeGrantInput {
  @Field(() => ID, { description: 'The grant.' })
  @IsString()
  id!: string;

  @Field({ description: basis })
  @Length(2, 500)
  @Matches(/\S/)
  basis!: string;
}
