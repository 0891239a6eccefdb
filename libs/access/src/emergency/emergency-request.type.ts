import { connectionOf, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsString, Length, Matches } from 'class-validator';
import type { RoleKey } from '../roles';
import { Role } from '../session.type';

export const EmergencyState = { WAITING: 'WAITING', CONFIRMED: 'CONFIRMED', REFUSED: 'REFUSED' } as const;
registerEnumType(EmergencyState, {
  name: 'EmergencyState',
  description: 'What became of a request for emergency access.',
  valuesMap: {
    WAITING: { description: 'Another person has to decide; it lapses after one hour (待确认).' },
    CONFIRMED: { description: 'Confirmed by another person; the role ended or ends by itself (已确认).' },
    REFUSED: { description: 'Refused by another person (未同意).' },
  },
});

@ObjectType({ description: 'Emergency access (紧急授权): asked for by one, confirmed by another, for one hour.' })
export class EmergencyRequest {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'Who asked, as called then.' })
  accountName!: string;

  @Field({ description: 'Whether you asked for it yourself; then another must decide.' })
  mine!: boolean;

  @Field(() => Role, { description: 'Which role.' })
  role!: RoleKey;

  @Field(() => LocalText, { description: 'The name of the role.' })
  roleName!: LocalText;

  @Field({ description: 'Why it is needed now.' })
  reason!: string;

  @Field(() => EmergencyState, { description: 'What became of it.' })
  state!: keyof typeof EmergencyState;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when somebody may decide.' })
  lapsesAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided, as called then.' })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the role ends by itself.' })
  endsAt!: Date | null;
}

@ObjectType({ description: 'A page of requests for emergency access.' })
export class EmergencyRequestConnection extends connectionOf(EmergencyRequest) {}

@InputType({ description: 'Asks for a role at an organization, for oneself, for one hour.' })
export class RequestEmergencyAccessInput {
  @Field(() => Role, { description: 'Which role; not one of the three administrators.' })
  @IsEnum(Role)
  role!: RoleKey;

  @Field(() => ID, { description: 'Where.' })
  @IsString()
  organizationId!: string;

  @Field({ description: 'Why it cannot wait (理由); it stands in the audit log.' })
  @Length(5, 500)
  @Matches(/\S/)
  reason!: string;
}

@InputType({ description: 'Decides what another person asked for.' })
export class DecideEmergencyAccessInput {
  @Field(() => ID, { description: 'The request.' })
  @IsString()
  id!: string;

  @Field({ description: 'True: the role holds for one hour from now.' })
  @IsBoolean()
  confirm!: boolean;
}
