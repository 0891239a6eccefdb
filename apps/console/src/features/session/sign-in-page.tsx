import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { SignInStateDocument, type SignInStateQuery } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { Door } from '../../components/door/door';
import { inside } from './inside';
import { NewPasswordStep } from './new-password-step';
import { PasswordStep } from './password-step';
import { SecondFactorStep } from './second-factor-step';

/** Few people see it, and it brings the square code along. */
const EnrolmentStep = lazy(() => import('./enrolment-step'));

/**
 * Sign-in, step by step. The server knows how far a sign-in has come, so a page that is loaded again, or comes back from
 * the provider, goes on where it stood.
 */
export function SignInPage() {
  const { t } = useTranslation('session');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [state, setState] = useState<SignInStateQuery | null>(null);
  const [begun, setBegun] = useState(true);
  const look = useCallback(async () => {
    const { data } = await apollo.query({ query: SignInStateDocument, fetchPolicy: 'network-only' });
    setState(data ?? null);
    if (data?.setupOpen) await navigate('/setup', { replace: true });
  }, [navigate]);
  useEffect(() => {
    // without an answer the page still shows its first step, which says what is wrong when it is sent
    look().catch(() => setState(null));
  }, [look]);
  const enter = () => Promise.resolve(navigate(inside(search.get('to')), { replace: true }));
  const next = async (signedIn: boolean) => {
    setBegun(true);
    await (signedIn ? enter() : look());
  };
  const pending = begun ? state?.pendingSignIn : null;
  const shared = { username: pending?.username ?? '', restart: () => setBegun(false), next };
  return (
    <Door title={t('title')}>
      {pending?.step === 'SECOND_FACTOR' ? <SecondFactorStep {...shared} /> : null}
      {pending?.step === 'NEW_PASSWORD' ? <NewPasswordStep {...shared} /> : null}
      {pending?.step === 'ENROLMENT' ? (
        <Suspense>
          <EnrolmentStep {...shared} enter={enter} />
        </Suspense>
      ) : null}
      {pending ? null : <PasswordStep state={state} next={next} />}
    </Door>
  );
}
