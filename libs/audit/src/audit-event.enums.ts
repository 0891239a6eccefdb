import { registerEnumType } from '@nestjs/graphql';

export enum AuditKind {
  WRITE = 'WRITE',
  PERSONAL_READ = 'PERSONAL_READ',
  EXPORT = 'EXPORT',
  SIGN_IN = 'SIGN_IN',
}
registerEnumType(AuditKind, {
  name: 'AuditKind',
  description: 'What kind of deed an event of the audit log tells of.',
  valuesMap: {
    WRITE: { description: 'Something was written.' },
    PERSONAL_READ: { description: 'Personal data was shown in the clear.' },
    EXPORT: { description: 'Rows left the system as a file, or were asked to.' },
    SIGN_IN: { description: 'Signing in, out, or being refused.' },
  },
});

export enum AuditClient {
  SESSION = 'SESSION',
  TOKEN = 'TOKEN',
  JOB = 'JOB',
  OUTBOX = 'OUTBOX',
  SCHEDULE = 'SCHEDULE',
  COMMAND = 'COMMAND',
}
registerEnumType(AuditClient, {
  name: 'AuditClient',
  description: 'Through what a deed came in.',
  valuesMap: {
    SESSION: { description: 'A person signed in, in a browser.' },
    TOKEN: { description: 'A system of a third party, by its token.' },
    JOB: { description: 'A job that somebody started.' },
    OUTBOX: { description: 'What follows from a write, delivered by the worker.' },
    SCHEDULE: { description: 'What runs by the clock.' },
    COMMAND: { description: 'The command line of the server.' },
  },
});

export enum AuditEventOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(AuditEventOrder, {
  name: 'AuditEventOrder',
  description: 'In which order events are listed.',
  valuesMap: { NEWEST: { description: 'The newest first.' }, OLDEST: { description: 'The oldest first.' } },
});

export enum AuditActorOrder {
  NAME = 'NAME',
}
registerEnumType(AuditActorOrder, {
  name: 'AuditActorOrder',
  description: 'In which order accounts are listed.',
  valuesMap: { NAME: { description: 'By the user name.' } },
});
