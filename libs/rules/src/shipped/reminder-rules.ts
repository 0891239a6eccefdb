import { custom, houseRule } from './house-rule';
import type { ShippedRule } from './shipped-rule';

const daysBefore = ['天前', 'days before'] as const;
const daysAfter = ['天后', 'days after'] as const;

/** When people are reminded of activities, and of what the rules ask for: customs, which an association may set otherwise. */
export const reminderRules: readonly ShippedRule[] = [
  houseRule('reminder.before.first', '7', {
    name: ['活动前第一次提醒', 'First reminder before an activity'],
    unit: daysBefore,
    stricter: 'HIGHER',
    basis: custom('会前一周通知', 'notice a week ahead'),
    note: ['提醒负责该组织活动的人', 'to those who answer for the activities of the organization'],
  }),
  houseRule('reminder.before.last', '1', {
    name: ['活动前最后一次提醒', 'Last reminder before an activity'],
    unit: daysBefore,
    stricter: 'HIGHER',
    basis: custom('会前一天再次提醒', 'once more on the day before'),
  }),
  houseRule('reminder.record.first', '1', {
    name: ['会后补记录的第一次提醒', 'First reminder of a missing record'],
    unit: daysAfter,
    stricter: 'LOWER',
    basis: custom('会后及时整理记录', 'records are written without delay'),
  }),
  houseRule('reminder.record.again', '7', {
    name: ['会后补记录的再次提醒', 'Second reminder of a missing record'],
    unit: daysAfter,
    stricter: 'LOWER',
    basis: custom('会后一周仍无记录的再次提醒', 'once more when it is missing after a week'),
  }),
  houseRule('reminder.sign.after', '3', {
    name: ['会议记录未签字的再次提醒', 'Reminder of a missing signature'],
    unit: daysAfter,
    stricter: 'LOWER',
    basis: custom('会后及时签字', 'minutes are signed without delay'),
    note: [
      '记录人签字后每过这些天提醒主持人一次',
      'the chair is told again each so many days after the recorder signed',
    ],
  }),
  houseRule('reminder.sign.most', '3', {
    name: ['会议记录签字最多再提醒几次', 'How often a missing signature is reminded of'],
    unit: ['次', 'times'],
    stricter: 'HIGHER',
    basis: custom('多次提醒仍未签字的，改签纸质件或当面催', 'after that one signs on paper, or is spoken to'),
  }),
  houseRule('reminder.task.before', '3', {
    name: ['任务到期前的提醒', 'Reminder before a task is due'],
    unit: daysBefore,
    stricter: 'HIGHER',
    basis: custom('到期前几天提醒责任人', 'its owner is reminded some days before'),
  }),
  houseRule('reminder.dispatch.before', '3', {
    name: ['请示报告到期前的提醒', 'Reminder before a dispatch is due'],
    unit: daysBefore,
    stricter: 'HIGHER',
    basis: custom('到期前几天提醒该办的一方', 'whoever it waits for is reminded some days before'),
  }),
  houseRule('reminder.late.days', '31', {
    name: ['逾期义务和任务的提醒期限', 'How long late obligations and tasks are reminded of'],
    unit: daysAfter,
    stricter: 'HIGHER',
    basis: custom('更早的逾期在看板上处理，不再单独提醒', 'older ones are dealt with on the board'),
  }),
];
