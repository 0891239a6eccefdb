import type { ApolloCache } from '@apollo/client';
import { AssessmentSheetDocument, type SheetPartsFragment } from '../../generated/graphql';

/** A sheet has no id of its own: what a change answers stands where the sheet was read from. */
export function keepSheet(cache: ApolloCache, sheet: SheetPartsFragment | undefined): void {
  if (!sheet) return;
  const { assessmentId, as } = sheet;
  cache.writeQuery({
    query: AssessmentSheetDocument,
    variables: { assessmentId, as },
    data: { assessmentSheet: sheet },
  });
}
