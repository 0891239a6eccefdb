import { DocumentNumberEntity, factOf, isShown } from '@dangwu/documents';
import { among, asc, column, desc, equals, one, readModel, sql, type Expression } from '@dangwu/read-model';
import type { DocumentNumberOrder } from './document-number.enums';
import type { DocumentNumberFilter } from './document-number.filters';
import { DocumentNumber } from './document-number.type';

/** What the API's filter becomes: numbers are told of together with their documents, so to whoever reads those. */
type Conditions = DocumentNumberFilter & { readonly shown: boolean };

/** Numbers are given one after the other, so any difference but one is a gap. */
const missing: Expression<DocumentNumberEntity> = (given, _, rows) =>
  sql`${given.number} - 1 - coalesce(${rows.value<DocumentNumberEntity>(
    () => DocumentNumber,
    (before) => sql`max(${before.number})`,
    (before) => sql`${before.organizationId} = ${given.organizationId} and ${before.kind} = ${given.kind}
      and ${before.year} = ${given.year} and ${before.number} < ${given.number}`,
  )}, 0)`;

const [title, text, withdrawn] = [factOf('title'), factOf('text'), factOf('withdrawn')];

export const DocumentNumberModel = readModel<
  DocumentNumber,
  DocumentNumberEntity,
  Conditions,
  `${DocumentNumberOrder}`
>({
  type: DocumentNumber,
  entity: DocumentNumberEntity,
  idPrefix: 'DocumentNumber',
  place: 'organizationId',
  read: 'organization.identify',
  deleted: 'deletedAt',
  fields: {
    organization: one('organizationId'),
    missing,
    title,
    text,
    aboutId: factOf('aboutId'),
    withdrawn: (given, args, rows) => sql`coalesce(${withdrawn(given, args, rows)}, false)`,
    givenBy: factOf('givenBy'),
    givenAt: column('createdAt'),
  },
  orders: {
    LATEST: [desc('createdAt'), desc('number')],
    NUMBER: [desc('year'), asc('kind'), asc('organizationId'), asc('number')],
  },
  filters: {
    shown: (given, shown, rows) => sql`${isShown(given, rows)} = ${shown}`,
    search: (given, search, rows) =>
      sql`strpos(lower(concat(${text(given, {}, rows)}, ' ', ${title(given, {}, rows)})), lower(${search})) > 0`,
    kinds: among('kind'),
    year: equals('year'),
    gaps: (given, gaps, rows) => sql`(${missing(given, {}, rows)} > 0) = ${gaps}`,
    withdrawn: (given, wanted, rows) => sql`coalesce(${withdrawn(given, {}, rows)}, false) = ${wanted}`,
  },
});
