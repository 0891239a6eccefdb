import { useQuery } from '@apollo/client/react';
import { ReviewRuleForDocument, type MatterCategory, type ReviewRuleFactsFragment } from '../../generated/graphql';

/** The rule that applies today to a matter that is not submitted yet; null while too little is known, or where none does. */
export function useRuleFor(
  matter: {
    readonly category?: MatterCategory | null;
    readonly amountFen?: string | null;
    readonly organization?: { readonly id: string } | null;
  } | null,
): ReviewRuleFactsFragment | null {
  const { category, organization, amountFen } = matter ?? {};
  const { data, previousData } = useQuery(ReviewRuleForDocument, {
    variables: { category: category ?? 'MAJOR_DECISION', organizationId: organization?.id ?? '', amountFen },
    skip: !category || !organization,
  });
  if (!category || !organization) return null;
  return (data ?? previousData)?.reviewRuleFor ?? null;
}
