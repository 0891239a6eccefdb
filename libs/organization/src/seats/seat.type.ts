import { DateScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** In their order of precedence. */
export enum SeatPost {
  SECRETARY = 'SECRETARY',
  DEPUTY_SECRETARY = 'DEPUTY_SECRETARY',
  COMMITTEE_MEMBER = 'COMMITTEE_MEMBER',
  LEADER = 'LEADER',
  DEPUTY_LEADER = 'DEPUTY_LEADER',
  GROUP_MEMBER = 'GROUP_MEMBER',
  EXPERT = 'EXPERT',
}
registerEnumType(SeatPost, {
  name: 'SeatPost',
  description: 'What somebody is in a body.',
  valuesMap: {
    SECRETARY: { description: 'Secretary of the committee (书记).' },
    DEPUTY_SECRETARY: { description: 'Deputy secretary (副书记).' },
    COMMITTEE_MEMBER: { description: 'Member of the committee (委员).' },
    LEADER: { description: 'Leader of the group (组长).' },
    DEPUTY_LEADER: { description: 'Deputy leader (副组长).' },
    GROUP_MEMBER: { description: 'Member of the group (成员).' },
    EXPERT: { description: 'Expert (专家).' },
  },
});

@ObjectType({ description: 'A person’s seat in a committee, a leading group or an expert group (名单).' })
export class Seat {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Pass it back when vacating the seat; a stale one is refused with CONFLICT.' })
  version!: number;

  @Field(() => SeatPost, { description: 'What the person is in the body.' })
  post!: SeatPost;

  @Pii('ORDINARY', { zh: '谁在委员会、领导小组、专家组里', en: 'who sits in a committee or group' })
  @Field({ description: 'The name of the person.' })
  personName!: string;

  @Field(() => String, { nullable: true, description: 'What the person does outside the body, and where.' })
  title!: string | null;

  @Field(() => DateScalar, { description: 'From which day.' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer is; null while open.' })
  until!: string | null;

  @Field({ description: 'The document it rests on.' })
  basis!: string;
}
