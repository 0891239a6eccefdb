import { useMutation } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ResumeMatterDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import type { MatterDetail } from './matter-drawer';
import { StepDrawer, type MatterStep } from './step-drawer';

/** The next step of whoever conducts a matter, after its review or where none is asked. */
export function StepActs({ matter, done }: { matter: MatterDetail; done(words: string): void }) {
  const { t } = useTranslation('decision');
  const { message } = App.useApp();
  const [step, setStep] = useState<MatterStep | null>(null);
  const [resume, resuming] = useMutation(ResumeMatterDocument);
  const { id, version, title, state, opinion, reviewRequired, councilItem } = matter;
  if (!matter.viewerCan.conduct) return null;
  const onResume = async () => {
    const answer = await resume({ variables: { input: { id, version } } }).catch(
      (refused: unknown) => void message.error(errorText(refused), 8),
    );
    if (answer?.data) done(t('step.resume.done', { title }));
  };
  const adopted = councilItem?.outcome === 'ADOPTED' || councilItem?.outcome === 'ADOPTED_WITH_CHANGES';
  // also where the gate is closed: whoever tries is told the rule, and the attempt is on record
  const goesOn = state === 'ACCEPTED' || (state === 'REVIEWED' && opinion === 'AGREE');
  const ends =
    state === 'IN_EXECUTION' ||
    (state === 'DECIDED' && !adopted) ||
    (state === 'REVIEWED' && opinion === 'DO_NOT_SUBMIT');
  const button = (name: 'place' | 'outcome' | 'execute' | 'close', primary: boolean) => (
    <Button type={primary ? 'primary' : 'default'} onClick={() => setStep({ name })}>
      {t(`step.${name}.verb`)}
    </Button>
  );
  return (
    <>
      {goesOn ? button('place', state === 'REVIEWED' || !reviewRequired) : null}
      {state === 'REVIEWED' && opinion === 'DEFER' ? (
        <Button type="primary" loading={resuming.loading} onClick={() => void onResume()}>
          {t('step.resume.verb')}
        </Button>
      ) : null}
      {state === 'FORWARDED' ? button('outcome', true) : null}
      {state === 'DECIDED' && adopted ? button('execute', true) : null}
      {ends ? button('close', true) : null}
      {step ? <StepDrawer step={step} matter={matter} close={() => setStep(null)} done={done} /> : null}
    </>
  );
}
