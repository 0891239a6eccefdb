import type { Messages } from '@dangwu/platform/errors';
import type { ActivityKind, Entitled, TermKind, VenueKind } from './catalogue.enums';

/** What people call the values: in the audit log. */
export const activityKindWords: Readonly<Record<Exclude<ActivityKind, 'OTHER'>, Messages>> = {
  ORGANIZATION_LIFE: { zh: '组织生活', en: 'organizational life' },
  STUDY: { zh: '学习教育', en: 'study' },
  DECISION: { zh: '议事决策', en: 'decision' },
};

export const entitledWords: Readonly<Record<Entitled, Messages>> = {
  ALL_MEMBERS: { zh: '全体党员', en: 'all members' },
  FULL_MEMBERS: { zh: '正式党员', en: 'full members' },
  COMMITTEE: { zh: '班子成员', en: 'the committee' },
  INVITED: { zh: '受邀人员', en: 'whoever is invited' },
};

export const termKindWords: Readonly<Record<TermKind, Messages>> = {
  TOPIC: { zh: '主题', en: 'topic' },
  LINE: { zh: '工作线', en: 'line' },
  FORM: { zh: '形式', en: 'form' },
  WORK_STYLE: { zh: '十大作风', en: 'ten styles of work' },
  MEETING_STYLE: { zh: '十项会风', en: 'ten styles of the association' },
  CULTURE: { zh: '十大文化', en: 'ten cultures' },
};

export const venueKindWords: Readonly<Record<VenueKind, Messages>> = {
  MEETING_ROOM: { zh: '会议室', en: 'meeting room' },
  ACTIVITY_ROOM: { zh: '党员活动室', en: "members' activity room" },
  EXHIBITION_ROOM: { zh: '展室', en: 'exhibition room' },
  WARNING_ROOM: { zh: '警示教育室', en: 'room of warning education' },
  FORUM: { zh: '论坛、讲堂', en: 'forum' },
  BASE: { zh: '教育基地', en: 'place of education' },
  OTHER: { zh: '其他', en: 'other' },
};
