import { useQuery } from '@apollo/client/react';
import { SchemeTagsDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';

/** What tags are called, retired ones too; what is not known is called by its key. */
export function useTagName(): (tag: string) => string {
  const { data } = useQuery(SchemeTagsDocument);
  const names = new Map((data?.catalogueTerms ?? []).map(({ kind, key, name }) => [`${kind}.${key}`, local(name)]));
  return (tag) => names.get(tag) ?? tag;
}
