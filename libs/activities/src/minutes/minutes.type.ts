import { DateScalar, DateTimeScalar, LocalText, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Activity } from '../activity/activity.type';
import { MinutesState, VoteBase } from './minutes.enums';

const names = { zh: '会议记录的出缺席名单', en: 'who attended, as minutes say' };

@ObjectType({ description: 'A rule on majorities, as it was in force on the day.' })
export class MinutesRule {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'The share it asks for: > 1/2.' })
  value!: string;

  @Field(() => LocalText, { description: 'What it is called.' })
  name!: LocalText;

  @Field(() => LocalText, { description: 'The article it rests on.' })
  basis!: LocalText;
}

@ObjectType({ description: 'A vote, counted (表决).' })
export class MinutesVote {
  @Field(() => VoteBase, { description: 'Of whom the majority is asked.' })
  base!: VoteBase;

  @Field(() => Int, { description: 'How many voted for it (赞成).' })
  inFavour!: number;

  @Field(() => Int, { description: 'How many voted against it (反对).' })
  against!: number;

  @Field(() => Int, { description: 'How many abstained (弃权).' })
  abstained!: number;

  @Field(() => Int, { description: 'Of how many the rule asks its share.' })
  of!: number;

  @Field(() => MinutesRule, { nullable: true, description: 'The rule on majorities of the type; null: it has none.' })
  rule!: MinutesRule | null;

  @Field(() => Int, { nullable: true, description: 'How many votes in favour it takes.' })
  needed!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it passed by the rule; null: no rule says so.' })
  passed!: boolean | null;
}

@ObjectType({ description: 'What was resolved, as it stands in minutes.' })
export class MinutesResolution {
  @Field({ description: 'What was resolved.' })
  text!: string;

  @Pii('ORDINARY', { zh: '决议由谁落实', en: 'who carries a resolution out' })
  @Field(() => String, { nullable: true, description: 'Who carries it out: a person or an organization, by name.' })
  owner!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of an account, member or organization; null: a name alone.' })
  ownerId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By which day.' })
  dueOn!: string | null;

  @Field(() => MinutesVote, { nullable: true, description: 'The vote on it; null: none was taken.' })
  vote!: MinutesVote | null;
}

@ObjectType({ description: 'A point of the agenda with what was said and resolved.' })
export class MinutesItem {
  @Field({ description: 'What it is about.' })
  title!: string;

  @Pii('ORDINARY', { zh: '议程由谁汇报', en: 'who brings the point' })
  @Field(() => String, { nullable: true, description: 'Who brought it, by name.' })
  owner!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many minutes it took.' })
  minutes!: number | null;

  @Field({
    description: 'The text: a document of the editor as JSON, with paragraphs, breaks, lists, bold, italic, underline.',
  })
  text!: string;

  @Field(() => [MinutesResolution], { description: 'What was resolved.' })
  resolutions!: MinutesResolution[];
}

@ObjectType({ description: 'Who was there, as minutes say.' })
export class MinutesAttendance {
  @Field(() => Int, { nullable: true, description: 'How many were to attend (应到).' })
  entitled!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many attended (实到).' })
  present!: number | null;

  @Field(() => Int, { description: 'How many of those took part remotely (线上).' })
  remote!: number;

  @Field(() => Int, { description: 'How many were on leave (请假).' })
  leave!: number;

  @Pii('ORDINARY', names)
  @Field(() => [String], { description: 'Who was on leave, by name.' })
  onLeave!: string[];

  @Pii('ORDINARY', names)
  @Field(() => [String], { description: 'Who was absent without leave, by name.' })
  absent!: string[];

  @Pii('ORDINARY', names)
  @Field(() => [String], { description: 'Who sat in without being entitled (列席), by name.' })
  guests!: string[];
}

@ObjectType({ description: 'What minutes say: what is signed.' })
export class MinutesContent {
  @Pii('ORDINARY', { zh: '会议由谁主持', en: 'who chaired the meeting' })
  @Field({ description: 'Who chaired (主持), by name; empty while nobody is named.' })
  chair!: string;

  @Pii('ORDINARY', { zh: '会议由谁记录', en: 'who took the minutes' })
  @Field({ description: 'Who took the minutes (记录), by name; empty while nobody is named.' })
  recorder!: string;

  @Field(() => ID, { nullable: true, description: 'The account or member that chaired; null: a name alone.' })
  chairId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account or member that took the minutes; null: a name alone.' })
  recorderId?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it really began.' })
  startsAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it really ended.' })
  endsAt!: string;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place!: string | null;

  @Field(() => MinutesAttendance, { description: 'Who was there.' })
  attendance!: MinutesAttendance;

  @Field(() => [MinutesItem], { description: 'The points of the agenda, one after another.' })
  items!: MinutesItem[];
}

@ObjectType({ description: 'A signed version of minutes. It is never changed.' })
export class MinutesVersion {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Its number, from 1 on.' })
  no!: number;

  @Field(() => MinutesContent, { description: 'What was signed.' })
  content!: MinutesContent;

  @Field({ description: 'SHA-256 of the content, which the signatures are on.' })
  contentHash!: string;

  @Field(() => String, { nullable: true, description: 'Why it corrects the one before; null: the first.' })
  reason!: string | null;

  @Pii('ORDINARY', { zh: '谁作为记录人签字', en: 'who signed as the recorder' })
  @Field({ description: 'Who signed as the recorder.' })
  recorderName!: string;

  @Field(() => DateTimeScalar, { description: 'When the recorder signed.' })
  recorderSignedAt!: Date;

  @Pii('ORDINARY', { zh: '谁作为主持人签字', en: 'who signed as the chair' })
  @Field({ description: 'Who signed as the chair.' })
  chairName!: string;

  @Field(() => DateTimeScalar, { description: 'When the chair signed; it is locked since.' })
  chairSignedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Where the page is that the chair signed on paper, under the address of the API; null: signed here.',
  })
  paperUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the chair signed on paper.' })
  paperReason!: string | null;

  @Pii('ORDINARY', { zh: '谁登记纸质签字', en: 'who recorded a signature on paper' })
  @Field(() => String, { nullable: true, description: 'Who put the signature on paper on record.' })
  paperBy!: string | null;

  @Field({ description: 'Where to download it as PDF, under the address of the API; needs the session.' })
  pdfUrl!: string;

  @Field({ description: 'Where to download it as a Word file, under the address of the API; needs the session.' })
  wordUrl!: string;
}

@ObjectType({ description: 'What you may do with minutes.' })
export class MinutesAbilities {
  @Field({ description: 'Write and sign them, as their state allows.' })
  maintain!: boolean;
}

@ObjectType({ implements: () => [Node], description: 'Minutes (会议记录) of an activity.' })
export class Minutes implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every saving; it is sent along with the next.' })
  version!: number;

  @Field(() => Activity, { nullable: true, description: 'The activity they are of.' })
  activity!: Activity | null;

  @Field(() => MinutesState, { description: 'Where they stand.' })
  state!: MinutesState;

  @Field(() => Int, { description: 'Number of the version that is worked on, or was signed last.' })
  versionNo!: number;

  @Field(() => MinutesContent, {
    nullable: true,
    description: 'What is written; for whoever may not write here what was signed last, and null before.',
  })
  content!: MinutesContent | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of that content: who signs sends it along.' })
  contentHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why this version corrects the one before, once you may read it.',
  })
  correctionReason!: string | null;

  @Pii('ORDINARY', { zh: '会议记录由谁保存', en: 'who saved the minutes' })
  @Field({ description: 'Who saved them last.' })
  savedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When they were saved last.' })
  savedAt!: Date;

  @Pii('ORDINARY', { zh: '谁作为记录人签字', en: 'who signed as the recorder' })
  @Field(() => String, { nullable: true, description: 'Who signed as the recorder; null: nobody yet.' })
  recorderName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the recorder signed.' })
  recorderSignedAt!: Date | null;

  @Field({
    description: 'Whether an account is awaited to sign as the chair; otherwise a signature on paper is recorded.',
  })
  chairHasAccount!: boolean;

  @Field(() => String, { nullable: true, description: 'The number of the document (文号), given when it is locked.' })
  documentNumber!: string | null;

  @Field(() => [MinutesVersion], { description: 'The signed versions, the latest first; at most 100.' })
  versions!: MinutesVersion[];

  @Field(() => MinutesAbilities, { description: 'What you may do here today.' })
  viewerCan!: MinutesAbilities;

  @Field({
    description:
      'Where whoever may read what is written now downloads it as PDF, marked as a draft; needs the session.',
  })
  previewUrl!: string;
}
