import './platform.audited';

export { AuditEventEntity, type AuditKind } from './audit-event.entity';
export { Audit, type AuditEntry } from './audit';
export { AuditModule } from './audit.module';
export { auditedValue } from './audited-value';
export {
  auditWords,
  defineAudited,
  type AuditedAction,
  type AuditVocabulary,
  type PersonalShape,
} from './audit-vocabulary';
export { aside, callers, identifyCall, leavesNothing, type CallerOfRequest, type Client } from './callers';
export { withoutNumbers, withoutPersonal } from './personal-values';
