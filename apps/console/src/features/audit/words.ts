import type { AuditRowFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';

export const KINDS = ['WRITE', 'PERSONAL_READ', 'EXPORT', 'SIGN_IN'] as const;

/** What an event is about, in a line: the object by its name, else the organization, else its kind alone. */
export const objectOf = ({ subjectTypeName, subjectName, organization }: AuditRowFragment): string =>
  [local(subjectTypeName), subjectName ?? organization?.name].filter(Boolean).join(' ');
