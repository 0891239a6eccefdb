import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Door } from '../../components/door/door';
import { Problem } from '../../components/door/form-parts';
import { SetUpDocument, SetupOpenDocument, type SetUpInput, type SetUpMutation } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { refusalOf } from '../../lib/errors';
import { AssociationStep } from './association-step';
import { Invitations } from './invitations';
import { PeopleStep } from './people-step';
import './setup-page.css';

export type Begun = Pick<SetUpInput, 'token' | 'association' | 'root'>;
const STEPS = ['association', 'people', 'invitations'] as const;

/** The first start of a real installation: association, root committee, three administrators. It closes for good. */
export function SetupPage() {
  const { t } = useTranslation('setup');
  const [open, setOpen] = useState<boolean | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [back, setBack] = useState(false);
  const [done, setDone] = useState<SetUpMutation['setUp'] | null>(null);
  useEffect(() => {
    apollo
      .query({ query: SetupOpenDocument, fetchPolicy: 'network-only' })
      .then(({ data }) => setOpen(data?.setupOpen ?? false), setFailed);
  }, []);
  const step = done ? 2 : begun && !back ? 1 : 0;
  const setUp = async (people: Omit<SetUpInput, keyof Begun>) => {
    if (!begun) return;
    try {
      const { data } = await apollo.mutate({ mutation: SetUpDocument, variables: { input: { ...begun, ...people } } });
      setDone(data?.setUp ?? null);
    } catch (error) {
      if (refusalOf(error)?.reason === 'SETUP_CLOSED') setOpen(false);
      throw error;
    }
  };
  return (
    <Door title={t('title')}>
      {open === false && !done ? (
        <div className="sign-in-form">
          <h1>{t('closed.title')}</h1>
          <p className="sign-in-help">{t('closed.text')}</p>
          <p className="sign-in-links">
            <Link to="/login">{t('closed.signIn')}</Link>
          </p>
        </div>
      ) : null}
      {failed ? <Problem error={failed} /> : null}
      {open || done ? (
        <div className="sign-in-form">
          <h1>{t('title')}</h1>
          <ol className="setup-steps">
            {STEPS.map((one, index) => (
              <li key={one} aria-current={index === step ? 'step' : undefined} data-done={index < step || undefined}>
                {t(`step.${one}`)}
              </li>
            ))}
          </ol>
          <div hidden={step !== 0}>
            <AssociationStep
              next={(values) => {
                setBegun(values);
                setBack(false);
              }}
            />
          </div>
          <div hidden={step !== 1}>
            <PeopleStep setUp={setUp} back={() => setBack(true)} />
          </div>
          {done ? <Invitations done={done} /> : null}
        </div>
      ) : null}
    </Door>
  );
}
