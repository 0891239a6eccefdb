import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class Organization {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) type: string;
  @Field(() => String, { nullable: true }) tier: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage: boolean;
  @Field(() => String, { nullable: true }) endCursor: string | null;
}

@ObjectType()
export class ActivityType {
  @Field(() => ID) id: string;
  @Field(() => String) key: string;
}

@ObjectType()
export class Activity {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) title: string;
  @Field(() => String) state: string;
  @Field(() => Date) startsAt: Date;
  @Field(() => String) heldOn: string;
  @Field(() => Int, { nullable: true }) entitledCount: number | null;
  @Field(() => Int, { nullable: true }) presentCount: number | null;
  @Field(() => Int, { nullable: true }) remoteCount: number | null;
  @Field(() => Int, { nullable: true }) leaveCount: number | null;
  @Field(() => String, { nullable: true }) summary: string | null;
  @Field(() => String, { nullable: true }) recordedBy: string | null;
}

@ObjectType()
export class ActivityPage {
  @Field(() => [Activity]) nodes: Activity[];
  @Field(() => Int) totalCount: number;
  @Field(() => PageInfo) pageInfo: PageInfo;
}

@ObjectType()
export class Share {
  @Field(() => ID) organizationId: string;
  @Field(() => String) name: string;
  @Field(() => Boolean) own: boolean;
  @Field(() => Boolean) hasChildren: boolean;
  @Field(() => Int) part: number;
}

@InputType()
export class RecordActivityInput {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => Date) startsAt: Date;
  @Field(() => Date) endsAt: Date;
  @Field(() => Int) entitledCount: number;
  @Field(() => Int) presentCount: number;
  @Field(() => Int) remoteCount: number;
  @Field(() => Int) leaveCount: number;
  @Field(() => String) summary: string;
}
