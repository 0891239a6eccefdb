import { ExportUnitsInput, IsDay } from '@dangwu/organization';
import { DateScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsEnum,
  IsOptional,
  IsString,
  Length,
  Matches,
  Validate,
  ValidateNested,
} from 'class-validator';
import { MemberFilter, MemberOrder, presentOnly } from '../member.filters';
import { ElectionAlarmFilter } from '../teams/election-alarm.filters';
import { inOfficeOnly, LeadershipTeamFilter } from '../teams/leadership-team.filters';

export enum MemberColumn {
  STATUS = 'STATUS',
  ORGANIZATION = 'ORGANIZATION',
  POST = 'POST',
  AFFILIATION = 'AFFILIATION',
  GENDER = 'GENDER',
  BIRTH_DATE = 'BIRTH_DATE',
  EDUCATION = 'EDUCATION',
  JOB_TITLE = 'JOB_TITLE',
  JOINED_ON = 'JOINED_ON',
  FULL_ON = 'FULL_ON',
  ID_NUMBER = 'ID_NUMBER',
  PHONE = 'PHONE',
}
registerEnumType(MemberColumn, {
  name: 'MemberColumn',
  description: 'A column of the list of members, beside the name.',
  valuesMap: {
    STATUS: { description: 'How far on the way to full membership, or that the member left.' },
    ORGANIZATION: { description: 'Where the member belongs.' },
    POST: { description: 'Posts held on the day.' },
    AFFILIATION: { description: 'Formal or functional.' },
    GENDER: { description: 'Gender.' },
    BIRTH_DATE: { description: 'Date of birth.' },
    EDUCATION: { description: 'Education.' },
    JOB_TITLE: { description: 'Position at work.' },
    JOINED_ON: { description: 'When admitted.' },
    FULL_ON: { description: 'When a full member.' },
    ID_NUMBER: { description: 'The ID number, masked.' },
    PHONE: { description: 'The phone number, masked.' },
  },
});

export enum TeamColumn {
  STATE = 'STATE',
  ENDS_ON = 'ENDS_ON',
  ALARM = 'ALARM',
  TOLD_ON = 'TOLD_ON',
  TERM = 'TERM',
  SINCE = 'SINCE',
  SECRETARY = 'SECRETARY',
  DEPUTY_SECRETARY = 'DEPUTY_SECRETARY',
  OTHERS = 'OTHERS',
  SEATS = 'SEATS',
  VACANCIES = 'VACANCIES',
}
registerEnumType(TeamColumn, {
  name: 'TeamColumn',
  description: 'A column of the lists of leadership teams and of elections to prepare, beside the organization.',
  valuesMap: {
    STATE: { description: 'Where the term stands.' },
    ENDS_ON: { description: 'On which day the term ends.' },
    ALARM: { description: 'How many days are left, or over, when an election is to be prepared.' },
    TOLD_ON: { description: 'When whoever must prepare the election was told.' },
    TERM: { description: 'Which term it is.' },
    SINCE: { description: 'The day of the election.' },
    SECRETARY: { description: 'The secretary.' },
    DEPUTY_SECRETARY: { description: 'The deputy secretaries.' },
    OTHERS: { description: 'The other members of the team.' },
    SEATS: { description: 'How many members it is to have.' },
    VACANCIES: { description: 'Seats that nobody holds.' },
  },
});

const columnsDescription = 'Which columns, in their order; all of them when left out.';

@InputType({ isAbstract: true })
abstract class ExportInput {
  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'As it was on this day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: 'Language of headings and words: zh (default) or en.' })
  @IsOptional()
  @Matches(/^(zh|en)(-[A-Za-z]+)?$/)
  locale?: string | null;
}

@InputType({ description: 'A list to write into a spreadsheet, exactly as `members` would answer it.' })
export class ExportMembersInput extends ExportInput {
  @Field(() => MemberFilter, { nullable: true, defaultValue: presentOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MemberFilter)
  filter?: MemberFilter | null;

  @Field(() => MemberOrder, { nullable: true, description: 'In which order; NAME when left out.' })
  @IsOptional()
  @IsEnum(MemberOrder)
  order?: MemberOrder | null;

  @Field(() => [MemberColumn], { nullable: true, description: columnsDescription })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsEnum(MemberColumn, { each: true })
  columns?: MemberColumn[] | null;
}

@InputType({ isAbstract: true })
abstract class ExportTeamRowsInput extends ExportInput {
  @Field(() => [TeamColumn], { nullable: true, description: columnsDescription })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsEnum(TeamColumn, { each: true })
  columns?: TeamColumn[] | null;
}

@InputType({ description: 'A list to write into a spreadsheet, exactly as `leadershipTeams` would answer it.' })
export class ExportLeadershipTeamsInput extends ExportTeamRowsInput {
  @Field(() => LeadershipTeamFilter, { nullable: true, defaultValue: inOfficeOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LeadershipTeamFilter)
  filter?: LeadershipTeamFilter | null;
}

@InputType({ description: 'A list to write into a spreadsheet, exactly as `electionAlarms` would answer it.' })
export class ExportElectionAlarmsInput extends ExportTeamRowsInput {
  @Field(() => ElectionAlarmFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ElectionAlarmFilter)
  filter?: ElectionAlarmFilter | null;
}

@InputType({
  description:
    'A list of more people than may be exported at once, exactly as its own export takes it; one of them, and what for.',
})
export class RequestExportInput {
  @Field(() => ExportMembersInput, { nullable: true, description: 'As `exportMembers` takes it.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExportMembersInput)
  members?: ExportMembersInput | null;

  @Field(() => ExportLeadershipTeamsInput, { nullable: true, description: 'As `exportLeadershipTeams` takes it.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExportLeadershipTeamsInput)
  leadershipTeams?: ExportLeadershipTeamsInput | null;

  @Field(() => ExportElectionAlarmsInput, { nullable: true, description: 'As `exportElectionAlarms` takes it.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExportElectionAlarmsInput)
  electionAlarms?: ExportElectionAlarmsInput | null;

  @Field(() => ExportUnitsInput, { nullable: true, description: 'As `exportUnits` takes it.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExportUnitsInput)
  units?: ExportUnitsInput | null;

  @Field({ description: 'What it is needed for (用途); it stands in the audit log.' })
  @Length(5, 500)
  @Matches(/\S/)
  reason!: string;
}
