import { defineErrors } from '@dangwu/platform/errors';

export const activitySeriesErrors = defineErrors('activity-series', {
  SERIES_ENDED: {
    code: 'PRECONDITION_FAILED',
    zh: '系列“{title}”已经结束（{reason}），不能再改。请新建系列，或单独安排活动。',
    en: 'The series "{title}" has ended ({reason}) and cannot be changed. Plan a new one, or single activities.',
  },
  SERIES_NOT_OF: {
    code: 'BAD_USER_INPUT',
    zh: '“{title}”不属于任何系列。请直接修改这场活动。',
    en: '"{title}" belongs to no series. Change the activity itself.',
  },
  SERIES_NOTHING_AHEAD: {
    code: 'PRECONDITION_FAILED',
    zh: '系列“{title}”在 {from} 以后没有未办的活动，没有可以改的。',
    en: 'The series "{title}" has nothing ahead from {from} on; there is nothing to change.',
  },
  SERIES_VENUE_TAKEN: {
    code: 'CONFLICT',
    zh: '“{venue}”有 {count} 次被占用，最早一次是 {on}。没有写入任何内容。请换时间或阵地，或把这些日子列为例外。',
    en: '"{venue}" is taken {count} times, first on {on}. Nothing was written. Choose another time or venue, or make exceptions of these days.',
  },
  SERIES_LEAVES_DUTIES: {
    code: 'RULE_VIOLATION',
    zh: '活动雷打不动：这样改会使 {count} 项义务达不到，最早的是“{ruleZh}”（{basisZh}）{from}至{to}。请改选时间；确需取消的，注明补开日期。',
    en: 'What is required is held: {count} obligations would not be met, the first "{ruleEn}" ({basisEn}) from {from} to {to}. Choose other times; to cancel, say by when it is made up for.',
  },
  SERIES_DATE_TAKEN: {
    code: 'CONFLICT',
    zh: '系列“{title}”在 {on} 已有一次（{stateZh}）。请另选一天，或直接修改那一次。',
    en: 'The series "{title}" has one on {on} already ({stateEn}). Choose another day, or change that one.',
  },
  SERIES_CANNOT_FOLLOW: {
    code: 'PRECONDITION_FAILED',
    zh: '系列“{title}”是{wordsZh}，不能随一次改期整体平移。请只改这一次，或在“修改”中改它的重复规则。',
    en: 'The series "{title}" recurs {wordsEn} and cannot follow one of its dates. Move that date alone, or change its rule.',
  },
  SERIES_ADDED_ALONE: {
    code: 'PRECONDITION_FAILED',
    zh: '系列“{title}”在 {on} 的这一次是另加的，不在重复规则里，只能单独改期。',
    en: 'The date of the series "{title}" on {on} was added beside its rule; it is moved alone.',
  },
  SERIES_MOVE_PAST: {
    code: 'BAD_USER_INPUT',
    zh: '这样改期会使系列“{title}”的 {count} 次落到已经过去的时间（{on} 起）。请改到以后，或从较晚的一次起改。',
    en: '{count} dates of the series "{title}" would lie in the past, from {on} on. Move them later, or begin with a later one.',
  },
  SERIES_DATE_PAST: {
    code: 'BAD_USER_INPUT',
    zh: '{on} {time} 已经过去，不能加一次。已经举行的活动请单独登记。',
    en: '{on} {time} is over; no date can be added there. Enter what was held as a single activity.',
  },
  SERIES_LINE_PAST: {
    code: 'BAD_USER_INPUT',
    zh: '系列从 {on} 开始，早于今天。以前的活动请单独登记；请把开始日期改为今天以后。',
    en: 'The series begins on {on}, before today. Enter past activities one by one; let it begin today or later.',
  },
});
