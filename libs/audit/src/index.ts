export { AuditLogModule } from './audit-log.module';
export { auditModels } from './audit.read-models';
export { aboutFiles, auditExit, runAudit, verifyFiles } from './audit.command';
