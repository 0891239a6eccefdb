import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors';
import { reasonIn } from '../import/upload';
import { Receipt } from './receipt';
import { PaperRefused } from './send-paper';
import type { SecretBallot as OnDevice } from './use-secret-ballot';
import './ballot.css';

/** A secret ballot on one's own device: fetch a credential, wait for the others, choose, have it sent, keep the receipt. */
export function SecretBallot(props: {
  ballot: OnDevice;
  /** what is chosen from, and the button that seals it */
  paper: ReactNode;
  /** once it is counted */
  over: ReactNode;
}) {
  const { t } = useTranslation('ballot');
  const { stage, receipt, error, busy, fetch } = props.ballot;
  const words =
    error instanceof PaperRefused ? (reasonIn(error.answer) ?? errorText(error)) : error ? errorText(error) : null;
  return (
    <div className="ballot-secret" data-stage={stage}>
      {words ? (
        <p role="alert" className="ballot-refusal">
          {words}
        </p>
      ) : null}
      {stage === 'fetch' || (stage === 'fetching' && error) ? (
        <>
          <p>{t('secret.fetchText')}</p>
          <Button type="primary" block loading={busy} onClick={() => void fetch()}>
            {t('secret.fetch')}
          </Button>
        </>
      ) : null}
      {stage === 'choose' ? props.paper : null}
      <p role="status" className="ballot-stage">
        {told.has(stage) ? t(`secret.${stage as Told}`) : null}
      </p>
      {(stage === 'cast' || stage === 'over') && receipt ? <Receipt id={receipt} /> : null}
      {stage === 'over' ? props.over : null}
      {stage === 'fetch' || stage === 'wait' || stage === 'choose' ? (
        <p className="ballot-lock quiet">
          <LockOutlined aria-hidden="true" /> {t('secret.why')}
        </p>
      ) : null}
    </div>
  );
}

type Told = 'insecure' | 'wait' | 'sending' | 'cast' | 'elsewhere' | 'late' | 'void';
/** Stages that are said in words; the others show what can be done. */
const told: ReadonlySet<string> = new Set<Told>(['insecure', 'wait', 'sending', 'cast', 'elsewhere', 'late', 'void']);
