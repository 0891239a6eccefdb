import { registerEnumType } from '@nestjs/graphql';

export enum ActivityKind {
  ORGANIZATION_LIFE = 'ORGANIZATION_LIFE',
  STUDY = 'STUDY',
  DECISION = 'DECISION',
  OTHER = 'OTHER',
}
registerEnumType(ActivityKind, {
  name: 'ActivityKind',
  description: 'What an activity is for; the calendar shows each in a colour of its own.',
  valuesMap: {
    ORGANIZATION_LIFE: {
      description: 'Organizational life (组织生活): meetings of the branch, theme days, evaluations.',
    },
    STUDY: { description: 'Study and education (学习教育).' },
    DECISION: { description: 'Meetings that decide (议事决策).' },
    OTHER: { description: 'Anything else (其他).' },
  },
});

export enum Entitled {
  ALL_MEMBERS = 'ALL_MEMBERS',
  FULL_MEMBERS = 'FULL_MEMBERS',
  COMMITTEE = 'COMMITTEE',
  INVITED = 'INVITED',
}
registerEnumType(Entitled, {
  name: 'Entitled',
  description: 'Who is to attend an activity of a type (应到).',
  valuesMap: {
    ALL_MEMBERS: { description: 'All members of the organization, probationary ones too (全体党员).' },
    FULL_MEMBERS: { description: 'Its full members (正式党员).' },
    COMMITTEE: { description: 'Those who hold a post in its leadership team (班子成员).' },
    INVITED: { description: 'Whoever was invited (受邀人员).' },
  },
});

export enum TermKind {
  TOPIC = 'TOPIC',
  LINE = 'LINE',
  FORM = 'FORM',
  WORK_STYLE = 'WORK_STYLE',
  MEETING_STYLE = 'MEETING_STYLE',
  CULTURE = 'CULTURE',
}
registerEnumType(TermKind, {
  name: 'TermKind',
  description:
    'Lists of words: by the first three activities are sorted beside their type, by the others indicators of assessment are tagged.',
  valuesMap: {
    TOPIC: { description: 'What it is about (主题).' },
    LINE: { description: 'Which line of work it belongs to (两条线).' },
    FORM: { description: 'How it is held (形式).' },
    WORK_STYLE: { description: 'Ten styles of work (十大作风).' },
    MEETING_STYLE: { description: 'Ten styles of the association (十项会风).' },
    CULTURE: { description: 'Ten cultures (十大文化).' },
  },
});

export enum VenueKind {
  MEETING_ROOM = 'MEETING_ROOM',
  ACTIVITY_ROOM = 'ACTIVITY_ROOM',
  EXHIBITION_ROOM = 'EXHIBITION_ROOM',
  WARNING_ROOM = 'WARNING_ROOM',
  FORUM = 'FORUM',
  BASE = 'BASE',
  OTHER = 'OTHER',
}
registerEnumType(VenueKind, {
  name: 'VenueKind',
  description: 'What kind of place activities are held at (阵地).',
  valuesMap: {
    MEETING_ROOM: { description: 'Meeting room (会议室).' },
    ACTIVITY_ROOM: { description: "Members' activity room (党员活动室)." },
    EXHIBITION_ROOM: { description: 'Exhibition room (展室).' },
    WARNING_ROOM: { description: 'Room of warning education (警示教育室).' },
    FORUM: { description: 'Forum or lecture hall (论坛、讲堂).' },
    BASE: { description: 'A place of education outside the association (教育基地).' },
    OTHER: { description: 'Anywhere else (其他).' },
  },
});
