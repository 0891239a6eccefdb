import { OrganizationIdentity } from '@dangwu/organization';
import { connectionOf, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AuditClient, AuditKind } from './audit-event.enums';

@ObjectType({ description: 'An account as the audit log names it.' })
export class AuditActor {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field({ description: 'The name it signs in by.' })
  username!: string;

  @Field({ description: 'The name of the person or system today.' })
  name!: string;
}

@ObjectType({ description: 'A page of accounts.' })
export class AuditActorConnection extends connectionOf(AuditActor) {}

@ObjectType({ description: 'What became of one field. Personal values are kept by their shape, never in the clear.' })
export class AuditChange {
  @Field({ description: 'The field.' })
  field!: string;

  @Field(() => LocalText, { description: 'What people call it.' })
  fieldName!: LocalText;

  @Field(() => LocalText, { nullable: true, description: 'What it held before; null: nothing, or it was not there.' })
  before!: LocalText | null;

  @Field(() => LocalText, { nullable: true, description: 'What it holds since; null: nothing.' })
  after!: LocalText | null;

  @Field(() => ID, { nullable: true, description: 'The organization that the value before names.' })
  beforeOrganizationId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The organization that the value since names.' })
  afterOrganizationId!: string | null;
}

@ObjectType({ description: 'One thing that was done (审计事件): who, when, from where, by what, to which object.' })
export class AuditEvent {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Date, { description: 'When, by the clock of the database.' })
  at!: Date;

  @Field(() => AuditKind, { description: 'What kind of deed.' })
  kind!: AuditKind;

  @Field({ description: 'What was done, such as renameOrganization.' })
  action!: string;

  @Field(() => LocalText, { description: 'The same in words.' })
  actionName!: LocalText;

  @Field(() => AuditActor, { nullable: true, description: 'Who did it; null: the system itself, or nobody known.' })
  actor!: AuditActor | null;

  @Field(() => AuditClient, { nullable: true, description: 'Through what it came in; null: recorded before that was.' })
  client!: AuditClient | null;

  @Field(() => String, {
    nullable: true,
    description: 'The public operation, job, schedule or command by which it was done.',
  })
  operation!: string | null;

  @Field(() => ID, { nullable: true, description: 'The session, to tell apart what one person did in several.' })
  sessionId!: string | null;

  @Field(() => String, { nullable: true, description: 'The network address it came from.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'What it shares with everything else done by the same call.' })
  requestId!: string | null;

  @Field({ description: 'What kind of object it was done to.' })
  subjectType!: string;

  @Field(() => LocalText, { description: 'The same in words.' })
  subjectTypeName!: LocalText;

  @Field(() => ID, { nullable: true, description: 'The object; give it to the filter for its whole history.' })
  subjectId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the object was called then; null where a name would be personal.',
  })
  subjectName!: string | null;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'The party organization it is about.' })
  organization!: OrganizationIdentity | null;

  @Field(() => String, { nullable: true, description: 'Why, or on which paper, where that was asked.' })
  reason!: string | null;

  @Field(() => [AuditChange], { description: 'The changed fields, before and since.' })
  changes!: AuditChange[];
}

@ObjectType({ description: 'A page of events.' })
export class AuditEventConnection extends connectionOf(AuditEvent) {}

@ObjectType({ description: 'Something that the audit log can tell of.' })
export class AuditAction {
  @Field({ description: 'Its name, for the filter.' })
  name!: string;

  @Field(() => LocalText, { description: 'The same in words.' })
  words!: LocalText;
}
