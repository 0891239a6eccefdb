import type { ShippedRule } from './shipped-rule';

const custom = (zh: string, en: string): ShippedRule['basis'] => [`协会工作惯例：${zh}`, `Custom of the house: ${en}`];
const daysBefore = ['天前', 'days before'] as const;
const daysAfter = ['天后', 'days after'] as const;

const row = (
  key: string,
  value: string,
  texts: Pick<ShippedRule, 'name' | 'unit' | 'basis' | 'stricter' | 'note'>,
): ShippedRule => ({
  key,
  layer: 'ASSOCIATION',
  value,
  strength: 'NORMAL',
  source: 'HOUSE',
  from: '2026-01-01',
  ...texts,
});

/** When people are reminded of activities, and of what the rules ask for: customs, which an association may set otherwise. */
export const reminderRules: readonly ShippedRule[] = [
  row('reminder.before.first', '7', {
    name: ['活动前第一次提醒', 'First reminder before an activity'],
    unit: daysBefore,
    stricter: 'HIGHER',
    basis: custom('会前一周通知', 'notice a week ahead'),
    note: ['提醒负责该组织活动的人', 'to those who answer for the activities of the organization'],
  }),
  row('reminder.before.last', '1', {
    name: ['活动前最后一次提醒', 'Last reminder before an activity'],
    unit: daysBefore,
    stricter: 'HIGHER',
    basis: custom('会前一天再次提醒', 'once more on the day before'),
  }),
  row('reminder.record.first', '1', {
    name: ['会后补记录的第一次提醒', 'First reminder of a missing record'],
    unit: daysAfter,
    stricter: 'LOWER',
    basis: custom('会后及时整理记录', 'records are written without delay'),
  }),
  row('reminder.record.again', '7', {
    name: ['会后补记录的再次提醒', 'Second reminder of a missing record'],
    unit: daysAfter,
    stricter: 'LOWER',
    basis: custom('会后一周仍无记录的再次提醒', 'once more when it is missing after a week'),
  }),
  row('reminder.task.before', '3', {
    name: ['任务到期前的提醒', 'Reminder before a task is due'],
    unit: daysBefore,
    stricter: 'HIGHER',
    basis: custom('到期前几天提醒责任人', 'its owner is reminded some days before'),
  }),
  row('reminder.late.days', '31', {
    name: ['逾期义务和任务的提醒期限', 'How long late obligations and tasks are reminded of'],
    unit: daysAfter,
    stricter: 'HIGHER',
    basis: custom('更早的逾期在看板上处理，不再单独提醒', 'older ones are dealt with on the board'),
  }),
];
