import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { OrganizationLatestDocument, type OrganizationLatestQuery } from '../../../generated/graphql';
import { errorText, refusalOf } from '../../../lib/errors';
import { fieldErrorsOf, type FieldErrors } from './field-errors';

export type Latest = NonNullable<OrganizationLatestQuery['partyOrganization']>;

/** Sends a form once, and sorts what comes back: done, wrong fields, refused as a whole, or changed by somebody else. */
export function useSubmit(options: { id?: string; version: number; fields: readonly string[] }) {
  const client = useApolloClient();
  const [version, setVersion] = useState(options.version);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refused, setRefused] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Latest | null>(null);

  const latest = async (): Promise<Latest | null> => {
    if (!options.id) return null;
    const variables = { id: options.id };
    const { data } = await client.query({ query: OrganizationLatestDocument, variables, fetchPolicy: 'network-only' });
    return data?.partyOrganization ?? null;
  };

  const submit = async (send: (version: number) => Promise<void>): Promise<void> => {
    setBusy(true);
    setErrors({});
    setRefused(null);
    try {
      await send(version);
    } catch (error) {
      const refusal = refusalOf(error);
      const found = refusal ? fieldErrorsOf(refusal, options.fields) : {};
      // When the newer version cannot be read either, the refusal itself is shown.
      const changed = refusal?.reason === 'STALE_VERSION' ? await latest().catch(() => null) : null;
      setErrors(found);
      setConflict(changed);
      if (!changed && Object.keys(found).length === 0) setRefused(errorText(error));
    } finally {
      setBusy(false);
    }
  };

  /** The reader has seen the other change and goes on from it; what is typed stays. */
  const acceptLatest = (): void => {
    if (conflict) setVersion(conflict.version);
    setConflict(null);
  };
  return { submit, version, busy, errors, setErrors, refused, conflict, acceptLatest };
}
