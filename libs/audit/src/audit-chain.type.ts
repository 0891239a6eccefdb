import { LocalText } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A sealed range of the audit log: its number and hash are what a person compares.' })
export class AuditBlock {
  @Field(() => Int, { description: 'Counted from 1, without gaps.' })
  number!: number;

  @Field({ description: 'SHA-256 of its header, which names the block before; 64 hexadecimal digits.' })
  hash!: string;

  @Field({ description: 'The key that signed it.' })
  keyId!: string;

  @Field(() => Int, { description: 'How many events it seals.' })
  events!: number;

  @Field(() => Date, { description: 'When it was sealed.' })
  sealedAt!: Date;
}

@ObjectType({ description: 'Something about the chain that is not as it was sealed.' })
export class AuditFinding {
  @Field({ description: 'What kind, such as EVENT_CHANGED or TRUNCATED.' })
  kind!: string;

  @Field(() => Int, { description: 'The block; 0 when it is about what is kept outside.' })
  block!: number;

  @Field(() => ID, { nullable: true, description: 'The event, where one can be named and is still there.' })
  eventId!: string | null;

  @Field(() => LocalText, { description: 'The same in words.' })
  text!: LocalText;
}

@ObjectType({ description: 'What a verification of the whole chain said.' })
export class AuditVerification {
  @Field(() => Date, { description: 'When it was made.' })
  verifiedAt!: Date;

  @Field({ description: 'Whether everything is as it was sealed.' })
  ok!: boolean;

  @Field(() => Int, { description: 'Blocks looked at.' })
  blocks!: number;

  @Field(() => Int, { description: 'Events looked at in the database.' })
  events!: number;

  @Field(() => Int, { description: 'Events looked at in archives.' })
  archivedEvents!: number;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  milliseconds!: number;

  @Field(() => [AuditFinding], { description: 'What is wrong (at most 20); the first is the first broken place.' })
  findings!: AuditFinding[];
}

@ObjectType({ description: 'The state of the hash chain over the audit log (审计链), without checking it.' })
export class AuditChain {
  @Field(() => AuditBlock, { nullable: true, description: 'The last block; null before the first is sealed.' })
  lastBlock!: AuditBlock | null;

  @Field(() => Int, { description: 'Events sealed since the beginning, archived ones included.' })
  sealedEvents!: number;

  @Field(() => Int, { description: 'Events recorded and not sealed yet: nothing can be proved of them.' })
  unsealedEvents!: number;

  @Field(() => Date, { nullable: true, description: 'When the first unsealed event was recorded.' })
  unsealedSince!: Date | null;

  @Field(() => Int, { description: 'Events that stand in archives.' })
  archivedEvents!: number;

  @Field(() => Date, { nullable: true, description: 'The last event that is archived; older ones are not listed.' })
  archivedUntil!: Date | null;

  @Field(() => Int, { description: 'For how many months events stay here before they are archived.' })
  retentionMonths!: number;

  @Field(() => LocalText, { description: 'Why so long.' })
  retentionBasis!: LocalText;

  @Field(() => AuditVerification, { nullable: true, description: 'The last verification; null when there was none.' })
  lastVerification!: AuditVerification | null;
}
