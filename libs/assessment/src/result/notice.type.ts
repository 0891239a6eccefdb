import { DateScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CycleStage } from '../cycle/cycle.enums';
import { NoticeField } from './result.enums';
import { ResultDimension } from './result.type';

@ObjectType({ description: 'One line of a public notice: what was chosen to be shown, and nothing else.' })
export class NoticeLine {
  @Field({ description: 'The organization.' })
  name!: string;

  @Field({ description: 'The group it is compared in.' })
  groupName!: string;

  @Field(() => String, { nullable: true, description: 'The total.' })
  total!: string | null;

  @Field(() => LocalText, { nullable: true, description: 'The grade.' })
  grade!: LocalText | null;

  @Field(() => Int, { nullable: true, description: 'The place in the group.' })
  rank!: number | null;

  @Field(() => [ResultDimension], { description: 'The dimensions; empty: they are not shown.' })
  dimensions!: ResultDimension[];
}

@ObjectType({ description: 'The public notice of a cycle, for everybody in the association (公示).' })
export class AssessmentNotice {
  @Field(() => ID, { description: 'The cycle.' })
  cycleId!: string;

  @Field({ description: 'What the cycle is called.' })
  title!: string;

  @Field({ description: 'Who assesses.' })
  organizationName!: string;

  @Field({ description: 'By which scheme.' })
  scheme!: LocalText;

  @Field(() => CycleStage, { description: 'Where the cycle stands.' })
  stage!: CycleStage;

  @Field(() => DateScalar, { description: 'The first day.' })
  noticeFrom!: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  noticeTo!: string;

  @Field({ description: 'Whether objections may be raised today.' })
  open!: boolean;

  @Field(() => [NoticeField], { description: 'What is shown.' })
  fields!: NoticeField[];

  @Field(() => [NoticeLine], { description: 'By group, then by place where places are shown, else by name.' })
  lines!: NoticeLine[];
}
