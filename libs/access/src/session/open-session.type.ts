import { LocalText } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One of your sessions, on whatever device (登录设备).' })
export class OpenSession {
  @Field(() => ID, { description: 'Opaque; it opens nothing.' })
  id!: string;

  @Field(() => LocalText, { description: 'Browser and system, by what the browser says of itself.' })
  device!: LocalText;

  @Field(() => String, { nullable: true, description: 'Network address from which it was opened.' })
  address!: string | null;

  @Field(() => Date, { description: 'When it was opened.' })
  signedInAt!: Date;

  @Field(() => Date, { description: 'When it was used last, to the minute.' })
  lastSeenAt!: Date;

  @Field(() => Date, { description: 'When it ends unless it is used before.' })
  idleUntil!: Date;

  @Field(() => Date, { description: 'When it ends in any case.' })
  expiresAt!: Date;

  @Field({ description: 'Whether it is the one you are asking from.' })
  current!: boolean;
}
