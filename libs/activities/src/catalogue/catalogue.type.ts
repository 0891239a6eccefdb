import { connectionOf, DateScalar, DateTimeScalar, LocalText, Node } from '@dangwu/platform/graphql';
import { OrganizationIdentity, OrganizationType } from '@dangwu/organization';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActivityKind, Entitled, TermKind, VenueKind } from './catalogue.enums';

const version = 'Rises with every change; changes are sent with the one read last.';

@ObjectType({
  implements: () => [Node],
  description: 'A type of activity (活动类型): what it is for, which organizations hold it, who is to attend.',
})
export class ActivityType implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: version })
  version!: number;

  @Field({ description: 'Stable name, such as BRANCH_ASSEMBLY.' })
  key!: string;

  @Field(() => LocalText, { description: 'What people call it.' })
  name!: LocalText;

  @Field(() => ActivityKind, { description: 'What it is for.' })
  kind!: ActivityKind;

  @Field(() => [OrganizationType], { description: 'Which types of organizations hold it.' })
  organizationTypes!: OrganizationType[];

  @Field(() => Entitled, { description: 'Who is to attend (应到).' })
  entitled!: Entitled;

  @Field(() => String, { nullable: true, description: 'Key of the rule that says how many must be present.' })
  quorumRuleKey!: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the rule by which it decides.' })
  majorityRuleKey!: string | null;

  @Field({ description: 'Whether its hours count as study (计入学时).' })
  countsStudyHours!: boolean;

  @Field({ description: 'Whether minutes are kept of it (需要会议记录).' })
  needsMinutes!: boolean;

  @Field({ description: 'Shipped with the system: its names may be changed, not what it means.' })
  shipped!: boolean;

  @Field(() => Int, { description: 'Where it stands in lists.' })
  sort!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which no new activity of it can be planned (停用时间).',
  })
  retiredOn!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'A topic, a line or a form (主题、工作线、形式): by what activities are sorted beside their type.',
})
export class CatalogueTerm implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: version })
  version!: number;

  @Field(() => TermKind, { description: 'Topic, line or form.' })
  kind!: TermKind;

  @Field({ description: 'Stable name among those of its kind, such as MEMBER_SERVICE.' })
  key!: string;

  @Field(() => LocalText, { description: 'What people call it.' })
  name!: LocalText;

  @Field({ description: 'Shipped with the system.' })
  shipped!: boolean;

  @Field(() => Int, { description: 'Where it stands in lists.' })
  sort!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which no activity can be given it any more.',
  })
  retiredOn!: string | null;
}

@ObjectType({ description: 'What you may do with a venue today.' })
export class VenueAbilities {
  @Field({ description: 'Change it, close it.' })
  maintain!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'A place where activities are held (阵地). Everyone in the association may use it.',
})
export class Venue implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: version })
  version!: number;

  @Field({ description: 'Its name, one of a kind among those its organization keeps.' })
  name!: string;

  @Field(() => VenueKind, { description: 'What kind of place it is.' })
  kind!: VenueKind;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Which organization keeps it.' })
  organization!: OrganizationIdentity | null;

  @Field(() => String, { nullable: true, description: 'Where it is.' })
  address!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people it holds.' })
  capacity!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it cannot be used any more.' })
  closedOn!: string | null;

  @Field(() => VenueAbilities, { description: 'What you may do here today.' })
  viewerCan!: VenueAbilities;
}

@ObjectType({ description: 'A page of venues.' })
export class VenueConnection extends connectionOf(Venue) {}

@ObjectType({ description: 'A time at which a venue is booked; by what is told to whoever may see the activity.' })
export class VenueBooking {
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The activity; null: you may not see it.' })
  activityId!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is called; null: you may not see it.' })
  title!: string | null;

  @Field(() => ID, { nullable: true, description: 'Which organization holds it; null: you may not see it.' })
  organizationId!: string | null;
}

@ObjectType({ description: 'How much an entry of the catalogue is used.' })
export class CatalogueUse {
  @Field(() => ID, { description: 'The type, topic, line or form.' })
  id!: string;

  @Field(() => Int, { description: 'How many activities that have it you may see, in whatever state.' })
  activityCount!: number;
}
