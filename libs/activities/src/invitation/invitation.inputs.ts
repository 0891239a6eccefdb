import { Post } from '@dangwu/membership';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEnum,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';

@InputType({ description: 'Those who hold a post in an organization, or in what it leads.' })
export class InvitedPostInput {
  @Field(() => ID, { description: 'The organization.' })
  @IsString()
  organizationId!: string;

  @Field(() => Post, { description: 'The post.' })
  @IsEnum(Post)
  post!: Post;
}

@InputType({ description: 'Whom to invite to an activity, as one or many. Who is invited already stays invited.' })
export class InviteToActivityInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'The members of these organizations and of what they lead; at most 1,000.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsString({ each: true })
  organizationIds?: string[] | null;

  @Field(() => [InvitedPostInput], { nullable: true, description: 'Whoever holds these posts; at most 100.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => InvitedPostInput)
  posts?: InvitedPostInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'These members; at most 10,000.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @ArrayUnique()
  @IsString({ each: true })
  memberIds?: string[] | null;
}

@InputType({ description: 'Invitations to take back. A roster that is set down stays as it is.' })
export class WithdrawInvitationsInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;

  @Field(() => [ID], { description: 'Which invitations; at most 1,000.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsString({ each: true })
  ids!: string[];
}
