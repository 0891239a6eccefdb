import { registerEnumType } from '@nestjs/graphql';

export enum AttendanceState {
  ENTITLED = 'ENTITLED',
  PRESENT = 'PRESENT',
  LATE = 'LATE',
  REMOTE = 'REMOTE',
  ON_LEAVE = 'ON_LEAVE',
  ABSENT = 'ABSENT',
  MADE_UP = 'MADE_UP',
}
registerEnumType(AttendanceState, {
  name: 'AttendanceState',
  description: 'Whether somebody who is entitled to attend an activity did.',
  valuesMap: {
    ENTITLED: { description: 'To attend; nothing was said yet (应到、未登记).' },
    PRESENT: { description: 'Present (到会).' },
    LATE: { description: 'Present, but late (迟到).' },
    REMOTE: { description: 'Present by a line of sound and picture (线上).' },
    ON_LEAVE: { description: 'Excused (请假).' },
    ABSENT: { description: 'Neither there nor excused (缺席).' },
    MADE_UP: { description: 'Not there, but made it up afterwards (补学); it does not count as present.' },
  },
});

export enum AttendanceMethod {
  TICK = 'TICK',
  QR = 'QR',
  IMPORT = 'IMPORT',
  API = 'API',
  LEAVE = 'LEAVE',
}
registerEnumType(AttendanceMethod, {
  name: 'AttendanceMethod',
  description: 'How attendance came on record.',
  valuesMap: {
    TICK: { description: 'Ticked by whoever keeps the roster (登记).' },
    QR: { description: 'Signed in to with the code on the screen (扫码签到).' },
    IMPORT: { description: 'From a file (导入).' },
    API: { description: 'By a client of the API (接口).' },
    LEAVE: { description: 'By an approved request for leave (请假获批).' },
  },
});

export enum LeaveState {
  ASKED = 'ASKED',
  APPROVED = 'APPROVED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(LeaveState, {
  name: 'LeaveState',
  description: 'Where a request for leave stands.',
  valuesMap: {
    ASKED: { description: 'Awaits a decision (待批).' },
    APPROVED: { description: 'Approved (已批准).' },
    DECLINED: { description: 'Declined, with the reason (未批准).' },
    WITHDRAWN: { description: 'Taken back by whoever had asked (已撤回).' },
  },
});
