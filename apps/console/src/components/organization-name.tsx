import { useQuery } from '@apollo/client/react';
import { OrganizationNameDocument } from '../generated/graphql';

/** The name of an organization known by its id; read once and kept. */
export function OrganizationName({ id }: { id: string }) {
  const { data } = useQuery(OrganizationNameDocument, { variables: { id }, fetchPolicy: 'cache-first' });
  return <>{data?.organization?.name ?? '…'}</>;
}
