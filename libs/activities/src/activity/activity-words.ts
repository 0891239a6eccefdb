import type { Messages } from '@dangwu/platform/errors';
import type { ActivityAct } from './activity-lifecycle';
import type { ActivityState } from './activity.enums';

/** What people call the states: in refusals and the audit log. */
export const stateWords: Readonly<Record<ActivityState, Messages>> = {
  DRAFT: { zh: '草稿', en: 'a draft' },
  SCHEDULED: { zh: '已安排', en: 'scheduled' },
  HELD: { zh: '待补记录', en: 'held, with its record missing' },
  RECORDED: { zh: '已记录', en: 'recorded' },
  POSTPONED: { zh: '已延期', en: 'postponed' },
  CANCELLED: { zh: '已取消', en: 'cancelled' },
};

/** What cannot be done in a state. */
export const actWords: Readonly<Record<ActivityAct, Messages>> = {
  change: { zh: '修改', en: 'changed' },
  schedule: { zh: '安排', en: 'scheduled' },
  hold: { zh: '转入待补记录', en: 'taken as held' },
  record: { zh: '补记记录', en: 'recorded' },
  correct: { zh: '更正记录', en: 'corrected' },
  postpone: { zh: '延期', en: 'postponed' },
  cancel: { zh: '取消', en: 'cancelled' },
  delete: { zh: '删除', en: 'deleted' },
  makeUp: { zh: '补开', en: 'made up for' },
};
