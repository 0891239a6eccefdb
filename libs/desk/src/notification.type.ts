import { connectionOf, LocalText, Node } from '@dangwu/platform/graphql';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsOptional, IsString } from 'class-validator';

@ObjectType({ implements: () => [Node], description: 'A word to one person (通知), behind the bell.' })
export class Notification implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'What it is about, such as import.imported.' })
  kind!: string;

  @Field(() => LocalText, { description: 'In one line.' })
  title!: LocalText;

  @Field(() => LocalText, { nullable: true, description: 'In full.' })
  text!: LocalText | null;

  @Field(() => String, { nullable: true, description: 'The page of the console where it can be dealt with.' })
  link!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was read; null while it is new.' })
  readAt!: Date | null;

  @Field(() => Date, { description: 'When it came.' })
  createdAt!: Date;
}

@ObjectType({ description: 'A page of notifications.' })
export class NotificationConnection extends connectionOf(Notification) {}

@InputType({ description: 'Which notifications to list.' })
export class NotificationFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those not read yet.' })
  @IsOptional()
  @IsBoolean()
  unreadOnly?: boolean;
}

@InputType({ description: 'Marks notifications as read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'Which; all of your own when absent.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  ids?: string[] | null;
}
