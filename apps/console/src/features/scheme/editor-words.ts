import { useQuery } from '@apollo/client/react';
import { SchemeEditorWordsDocument, type OrganizationType, type Tier } from '../../generated/graphql';
import { local } from '../../lib/i18n';

export const TYPES: readonly OrganizationType[] = [
  'COMMITTEE',
  'GENERAL_BRANCH',
  'BRANCH',
  'JOINT_BRANCH',
  'PARTY_GROUP',
  'WORKING_GROUP',
  'FUNCTIONAL_COMMITTEE',
  'LEADING_GROUP',
  'EXPERT_GROUP',
];
export const TIERS: readonly Tier[] = ['SECRETARIAT', 'ENTERPRISE', 'BRANCH_INSTITUTION', 'COUNCIL', 'MEMBER_UNIT'];
export const TAG_LISTS = ['WORK_STYLE', 'MEETING_STYLE', 'CULTURE'] as const;

export interface Option {
  value: string;
  label: string;
}

/** What the editor chooses from: figures, duties, tags. */
export function useEditorWords() {
  const { data } = useQuery(SchemeEditorWordsDocument);
  const figures = data?.figureRegister ?? [];
  const tags = (data?.catalogueTerms ?? []).filter(({ kind }) => TAG_LISTS.some((one) => one === kind));
  return {
    figures,
    figureOptions: figures.map(({ key, name }) => ({ value: key, label: local(name) })),
    duties: (data?.schemeDuties ?? []).map(({ key, name }) => ({ value: key, label: local(name) })),
    tags: tags.map(({ kind, key, name }) => ({ value: `${kind}.${key}`, label: local(name), list: kind })),
  };
}
export type EditorWords = ReturnType<typeof useEditorWords>;
