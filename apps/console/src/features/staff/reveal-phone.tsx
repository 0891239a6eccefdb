import { useMutation } from '@apollo/client/react';
import { RevealNumber } from '../../components/reveal-number';
import { RevealStaffPhoneDocument } from '../../generated/graphql';

/** The masked phone of one of the staff, which may be looked at. */
export function RevealPhone({ id, shown, label }: { id: string; shown: string; label: string }) {
  // no-cache: a clear number must not stay in the cache of the page
  const [reveal, asked] = useMutation(RevealStaffPhoneDocument, { fetchPolicy: 'no-cache' });
  const send = async (reason: string) => {
    const answer = await reveal({ variables: { input: { id, reason } } }).catch(() => null);
    return answer?.data?.revealStaffPhone;
  };
  return <RevealNumber shown={shown} label={label} reveal={send} {...asked} />;
}
