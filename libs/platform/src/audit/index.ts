export { AuditEventEntity } from './audit-event.entity';
export { Audit, type AuditEntry } from './audit';
export { AuditModule } from './audit.module';
export { callers, type CallerOfRequest } from './callers';
