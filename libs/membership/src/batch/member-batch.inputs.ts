import { BatchRowsInput, expectedDescription } from '@dangwu/organization';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MemberFilter } from '../member.filters';

@InputType({ description: 'Members to transfer together to one organization, to be foreseen.' })
export class MembersTransferInput extends BatchRowsInput {
  @Field(() => MemberFilter, {
    nullable: true,
    description: 'Those that this finds, when no ids are given; one without any condition is refused.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MemberFilter)
  filter?: MemberFilter | null;

  @Field(() => ID, { description: 'To which organization.' })
  @IsString()
  organizationId!: string;
}

@InputType({ description: 'Members to transfer together to one organization, as foreseen.' })
export class BatchTransferMembersInput extends MembersTransferInput {
  @Field({ description: expectedDescription })
  @IsString()
  @MaxLength(100)
  expected!: string;
}
