import { useMutation } from '@apollo/client/react';
import { RevealNumber } from '../../components/reveal-number';
import { RevealMemberDocument, type PersonalField } from '../../generated/graphql';

/** A masked number of a member that may be looked at. */
export function RevealButton(props: { id: string; field: PersonalField; shown: string; label: string }) {
  const { id, field, shown, label } = props;
  // no-cache: a clear number must not stay in the cache of the page
  const [reveal, asked] = useMutation(RevealMemberDocument, { fetchPolicy: 'no-cache' });
  const send = async (reason: string) => {
    const answer = await reveal({ variables: { input: { id, field, reason } } }).catch(() => null);
    return answer?.data?.revealMember;
  };
  return <RevealNumber shown={shown} label={label} reveal={send} {...asked} />;
}
