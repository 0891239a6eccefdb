import { connectionOf, DateScalar, DateTimeScalar, LocalText, Node } from '@dangwu/platform/graphql';
import { OrganizationIdentity } from '@dangwu/organization';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Matter } from '../matter/matter.type';
import { DispatchAttachment } from './dispatch-attachment.type';
import {
  DispatchCheckKind,
  DispatchKind,
  DispatchOutcome,
  DispatchSide,
  DispatchState,
  DispatchStepKind,
} from './dispatch.enums';

@ObjectType({ description: 'Something that was done to a dispatch.' })
export class DispatchStep {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => DispatchStepKind, { description: 'What was done.' })
  kind!: DispatchStepKind;

  @Field(() => DateScalar, { description: 'The day it happened.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'Its words: a number, a reply, a reason.' })
  text!: string | null;

  @Pii('ORDINARY', { zh: '请示报告由谁办理', en: 'who did something to a dispatch' })
  @Field({ description: 'Who recorded it.' })
  actorName!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  at!: Date;
}

@ObjectType({ description: 'What the viewer may do to a dispatch, as far as its state allows.' })
export class DispatchAbilities {
  @Field({ description: 'Write, issue, follow up, close and withdraw it.' })
  write!: boolean;

  @Field({ description: 'Record its receipt and the reply.' })
  answer!: boolean;
}

@ObjectType({ implements: () => [Node], description: 'A request or report to a superior (请示报告).' })
export class Dispatch implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => OrganizationIdentity, { nullable: true, description: 'Which organization sends it.' })
  organization!: OrganizationIdentity | null;

  @Field(() => DispatchKind, { description: 'Whether the superior is asked or told.' })
  kind!: DispatchKind;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field({ description: 'Its text, paragraphs by lines.' })
  body!: string;

  @Field(() => Matter, { nullable: true, description: 'The matter it is about, where you may see it.' })
  matter!: Matter | null;

  @Field(() => OrganizationIdentity, {
    nullable: true,
    description: 'The organization it goes to; null: a body outside the tree.',
  })
  superior!: OrganizationIdentity | null;

  @Field({ description: 'To whom it goes, as that was called then; empty: to nobody yet.' })
  superiorName!: string;

  @Field(() => String, { nullable: true, description: 'Why it passes over the next level up.' })
  levelReason!: string | null;

  @Field(() => [String], { description: 'Who gets a copy.' })
  copies!: string[];

  @Field(() => DateScalar, { nullable: true, description: 'On which day what it asks for is planned.' })
  actOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it cannot wait for the reply; null: it is not urgent.' })
  urgentReason!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the superior wants to have it.' })
  dueOn!: string | null;

  @Field(() => DispatchState, { description: 'Where it stands.' })
  state!: DispatchState;

  @Field(() => String, { nullable: true, description: 'Its number, once it was issued (文号).' })
  number!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was issued.' })
  issuedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was received.' })
  receivedOn!: string | null;

  @Field(() => DispatchOutcome, { nullable: true, description: 'What was replied; null: nothing yet.' })
  outcome!: DispatchOutcome | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was replied to.' })
  repliedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the reply.' })
  replyNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The words of the reply.' })
  replyText!: string | null;

  @Field({ description: 'Whether what came of it is to be reported.' })
  followUpAsked!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'By when.' })
  followUpDueOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When that was reported.' })
  followedUpOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  followUpText!: string | null;

  @Pii('ORDINARY', { zh: '请示报告由谁起草', en: 'who drafted a dispatch' })
  @Field({ description: 'Who drafted it.' })
  authorName!: string;

  @Field(() => DispatchSide, { nullable: true, description: 'For whom it waits; null: for nobody any more.' })
  waitsFor!: DispatchSide | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Until when the next step is due: the limit of the superior, the planned day of the act, the day of the follow-up; null: none.',
  })
  deadline!: string | null;

  @Field({ description: 'Whether that day has passed.' })
  overdue!: boolean;

  @Field(() => [DispatchAttachment], {
    description: 'Its files in their order, then those of its receipt, reply and follow-up; at most 100.',
  })
  attachments!: DispatchAttachment[];

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the list of its attachments as sha256sum writes it, kept as it was issued; null: it has none.',
  })
  attachmentsHash!: string | null;

  @Field(() => [DispatchStep], { description: 'What was done to it, the latest first; at most 100.' })
  steps!: DispatchStep[];

  @Field(() => DispatchAbilities, { description: 'What you may do here today.' })
  viewerCan!: DispatchAbilities;

  @Field(() => DateTimeScalar, { description: 'When it was drafted.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of dispatches.' })
export class DispatchConnection extends connectionOf(Dispatch) {}

@ObjectType({ description: 'What a check of a dispatch found.' })
export class DispatchCheck {
  @Field(() => DispatchCheckKind, { description: 'What was looked at.' })
  kind!: DispatchCheckKind;

  @Field({ description: 'Whether it is as the rule wants it.' })
  passed!: boolean;

  @Field({ description: 'Whether it cannot be issued like this; what did not pass and refuses nothing is told only.' })
  refuses!: boolean;

  @Field(() => LocalText, { nullable: true, description: 'What stands in the way, by which rule, and what to do.' })
  message!: LocalText | null;

  @Field({ description: 'The key of the rule in the register.' })
  ruleKey!: string;

  @Field(() => LocalText, { description: 'What the rule is called.' })
  ruleName!: LocalText;

  @Field(() => LocalText, { description: 'The article it rests on.' })
  basis!: LocalText;
}

@ObjectType({ description: 'Somebody an organization may write to.' })
export class DispatchSuperior {
  @Field(() => ID, { nullable: true, description: 'The organization; null: a body outside the tree.' })
  organizationId!: string | null;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'How far up it stands; 1: directly above.' })
  level!: number;
}
