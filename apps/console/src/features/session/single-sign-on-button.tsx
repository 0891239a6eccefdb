import { useState } from 'react';
import { StartSingleSignOnDocument, type StartSingleSignOnInput } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { Problem } from '../../components/door/form-parts';
import { IdentityIcon } from '../../components/door/icons';

/** Sends the browser to the provider of single sign-on. */
export function SingleSignOnButton({ input, children }: { input: StartSingleSignOnInput; children: string }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const leave = () => {
    setBusy(true);
    setError(null);
    apollo.mutate({ mutation: StartSingleSignOnDocument, variables: { input } }).then(
      ({ data }) => data && window.location.assign(data.startSingleSignOn),
      (thrown: unknown) => {
        setError(thrown);
        setBusy(false);
      },
    );
  };
  return (
    <>
      <button type="button" className="sign-in-other" disabled={busy} onClick={leave}>
        <IdentityIcon />
        {children}
      </button>
      <Problem error={error} />
    </>
  );
}
