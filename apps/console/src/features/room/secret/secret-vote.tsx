import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoteChoice } from '../../../generated/graphql';
import { errorText } from '../../../lib/errors';
import { reasonIn } from '../../import/upload';
import { Choices } from '../choices';
import type { Vote } from '../room-view';
import { PublishedList } from './published-list';
import { recordOf } from './receipts';
import { Receipt } from './receipt';
import { PaperRefused } from './send-paper';
import { useSecretVote } from './use-secret-vote';

/** A secret vote on one's own device: fetch a credential, wait for the others, choose, have it sent, keep the receipt. */
export function SecretVote(props: { vote: Vote; seatId: string; sessionId: string; title: string }) {
  const { t } = useTranslation('room');
  const { vote, title } = props;
  const { stage, receipt, error, busy, fetch, cast } = useSecretVote(props);
  const [choice, setChoice] = useState<VoteChoice | null>(null);
  const words =
    error instanceof PaperRefused ? (reasonIn(error.answer) ?? errorText(error)) : error ? errorText(error) : null;
  return (
    <div className="room-secret" data-stage={stage}>
      {words ? (
        <p role="alert" className="room-refusal">
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
      {stage === 'choose' ? (
        <>
          <Choices label={title} value={choice} onChoose={setChoice} />
          <Button
            type="primary"
            block
            disabled={choice === null}
            loading={busy}
            onClick={() => (choice ? void cast(choice) : undefined)}
          >
            {choice ? t('vote.confirmChoice', { choice: t(`choice.${choice}`) }) : t('vote.confirm')}
          </Button>
        </>
      ) : null}
      <p role="status" className="room-stage">
        {told.has(stage) ? t(`secret.${stage as Told}`) : null}
      </p>
      {(stage === 'cast' || stage === 'over') && receipt ? <Receipt id={receipt} /> : null}
      {stage === 'over' && vote.publishedUrl ? (
        <PublishedList url={vote.publishedUrl} record={recordOf(vote)} receipt={receipt} />
      ) : null}
      {stage === 'fetch' || stage === 'wait' || stage === 'choose' ? (
        <p className="room-lock quiet">
          <LockOutlined aria-hidden="true" /> {t('secret.why')}
        </p>
      ) : null}
    </div>
  );
}

type Told = 'insecure' | 'wait' | 'sending' | 'cast' | 'elsewhere' | 'late' | 'void';
/** Stages that are said in words; the others show what can be done. */
const told: ReadonlySet<string> = new Set<Told>(['insecure', 'wait', 'sending', 'cast', 'elsewhere', 'late', 'void']);
