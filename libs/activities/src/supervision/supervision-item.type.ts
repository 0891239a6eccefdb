import { DateScalar, DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SupervisionState } from './supervision-item.enums';

@ObjectType({ description: 'A file that shows that an item was carried out (佐证文件).' })
export class SupervisionFile {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  size!: number;

  @Field({ description: 'SHA-256 of it.' })
  sha256!: string;

  @Field({ description: 'Where to download it; it needs the session.' })
  url!: string;
}

@ObjectType({ isAbstract: true })
export abstract class SupervisionItemFields {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; it is sent along with the next.' })
  version!: number;

  @Field({ description: 'What is to be done.' })
  text!: string;

  @Pii('ORDINARY', { zh: '事项由谁办理', en: 'who carries an item out' })
  @Field(() => String, { nullable: true, description: 'Who carries it out: a person or an organization, by name.' })
  owner!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By which day.' })
  dueOn!: string | null;

  @Field(() => SupervisionState, { description: 'Where it stands.' })
  state!: SupervisionState;

  @Field(() => String, { nullable: true, description: 'What its owner reported: what was done, and what shows it.' })
  evidence!: string | null;

  @Field(() => [SupervisionFile], { description: 'Files that came with its reports, the first report first.' })
  files!: SupervisionFile[];

  @Pii('ORDINARY', { zh: '谁报告办结', en: 'who reported an item' })
  @Field(() => String, { nullable: true, description: 'Who reported it as carried out.' })
  reportedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reported last.' })
  reportedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was given back last; null: it was not.' })
  returnedReason!: string | null;

  @Pii('ORDINARY', { zh: '谁确认销号', en: 'who closed an item' })
  @Field(() => String, { nullable: true, description: 'Who confirmed that it was carried out.' })
  closedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;
}

@ObjectType({
  description: 'What somebody is to carry out until a day, given by an organization and closed by it (督办事项).',
})
export class SupervisionItem extends SupervisionItemFields {
  @Field(() => Int, { description: 'Its number among those of its source.' })
  no!: number;

  @Field({ description: 'Whether somebody of the system carries it out, who finds it among their tasks.' })
  assigned!: boolean;
}

@ObjectType({
  description: 'A supervision item that one carries out, or confirms for an organization of one’s own (我的任务).',
})
export class OwnSupervisionItem extends SupervisionItemFields {
  @Field({ description: 'Which organization gave it.' })
  organizationName!: string;

  @Field({ description: 'What it comes from: the title of the meeting or of the matter.' })
  sourceTitle!: string;

  @Field(() => ID, { nullable: true, description: 'The activity it was resolved in; null: it comes from a matter.' })
  activityId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The matter of which it is a milestone; null: it comes from an activity.',
  })
  matterId!: string | null;

  @Field({ description: 'Whether one carries it out, oneself or for an organization.' })
  mine!: boolean;

  @Field({ description: 'Whether you may report it as carried out now.' })
  canReport!: boolean;

  @Field({ description: 'Whether you may close it or give it back now.' })
  canClose!: boolean;
}

@ObjectType({ description: 'Somebody whom minutes may name as who signs or who carries something out.' })
export class NamedPerson {
  @Field(() => ID, { description: 'Of the account; of the member when there is no account.' })
  id!: string;

  @Pii('ORDINARY', { zh: '记录人、主持人和责任人的候选', en: 'who may sign or carry something out' })
  @Field({ description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The organization, which tells people of one name apart.' })
  note!: string | null;

  @Field({ description: 'Whether the person can sign in.' })
  hasAccount!: boolean;
}
