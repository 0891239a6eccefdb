import { custom, houseRule } from './house-rule';
import type { ShippedRule } from './shipped-rule';

const minutes = ['分钟', 'minutes'] as const;

/** When attendance is taken: customs, which an association or an organization may set otherwise. */
export const attendanceRules: readonly ShippedRule[] = [
  houseRule('attendance.opens.before', '30', {
    name: ['会前可以签到的时间', 'How long before an activity one may sign in'],
    unit: minutes,
    stricter: 'NONE',
    basis: custom('会前半小时开始签到', 'signing in begins half an hour ahead'),
    note: [
      '从这时起可以登记参会，应到名单随第一次登记固定',
      'attendance is recorded from then on; the first of it sets the roster down',
    ],
  }),
  houseRule('attendance.late.after', '10', {
    name: ['会后多久签到算迟到', 'How long after the beginning somebody is late'],
    unit: minutes,
    stricter: 'LOWER',
    basis: custom('开会十分钟以后到的记迟到', 'whoever comes later than ten minutes is late'),
    note: ['迟到的算到会', 'whoever is late counts as present'],
  }),
];
