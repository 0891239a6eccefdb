import { auditWords, auditedValue } from '@dangwu/platform/audit';
import { after, desc, one, readModel, sql } from '@dangwu/read-model';
import { ExportRequestEntity } from './export-request.entity';
import { ExportRequest, type ExportDetail } from './export-request.type';

/** What was asked, in the words of the audit log. */
const detailsOf = (told: Readonly<Record<string, unknown>>): ExportDetail[] =>
  Object.entries(told).flatMap(([field, value]) => {
    const words = auditedValue(field, value);
    return words ? [{ name: auditWords.field('ExportRequest', field), value: words }] : [];
  });

/** One's own, and all of them for those who approve and who watch over it. */
export const ExportRequestModel = readModel<ExportRequest, ExportRequestEntity, Record<never, never>, 'NEWEST'>({
  type: ExportRequest,
  entity: ExportRequestEntity,
  place: { own: 'accountId', overseen: { permission: 'export.oversee', column: 'associationId' } },
  read: 'file.use',
  deleted: 'deletedAt',
  fields: {
    title: after(['kind'], ({ kind }) => auditWords.value('kind', String(kind))),
    details: after(['told'], ({ told }) => detailsOf(told as Record<string, unknown>)),
    mine: (request, args) => sql`${request.accountId} = ${args['viewerId']!}::uuid`,
    job: one('jobId'),
  },
  orders: { NEWEST: [desc('requestedAt')] },
});
