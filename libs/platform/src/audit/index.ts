import './platform.audited';

export { AuditEventEntity, type AuditKind } from './audit-event.entity';
export { Audit, type AuditEntry } from './audit';
export { AuditModule } from './audit.module';
export {
  auditWords,
  defineAudited,
  type AuditedAction,
  type AuditVocabulary,
  type PersonalShape,
} from './audit-vocabulary';
export { callers, identifyCall, leavesNothing, type CallerOfRequest, type Client } from './callers';
export { withoutNumbers } from './personal-values';
