import { paths } from '../../app/routes';
import type { DocumentNumberKind } from '../../generated/graphql';
import { today } from '../../lib/dates';

export const KINDS: readonly DocumentNumberKind[] = [
  'MATTER',
  'SESSION_NOTICE',
  'OPINION',
  'SESSION_MINUTES',
  'COUNCIL_MINUTES',
  'REQUEST',
  'REPORT',
  'ASSESSMENT_LETTER',
  'MINUTES',
];

/** The columns of the register beside the number. */
export const COLUMNS = ['title', 'kind', 'organization', 'givenAt', 'givenBy', 'state'] as const;

const thisYear = Number(today().slice(0, 4));
/** Those that one may look for, the latest first. */
export const YEARS = Array.from({ length: 10 }, (_, i) => String(thisYear - i));

const pages: Readonly<Record<string, string>> = {
  Activity: paths.activities,
  Matter: paths.matters,
  Dispatch: paths.dispatches,
  ReviewSession: paths.sessions,
  AssessmentCycle: paths.assessments,
};

/** Where a document stands, by the id of what its page is about. */
export function pageOf(aboutId: string | null | undefined): string | null {
  const page = pages[aboutId?.split('_')[0] ?? ''];
  return page ? `${page}/${aboutId}` : null;
}
