import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/errors';
import './entry-form.css';
import './reveal-number.css';

/** 显示: asks for the reason first. The clear number lives in this component only and goes with it. */
export function RevealNumber(props: {
  shown: string;
  label: string;
  /** Asks the server, with the reason; null or undefined when it refuses. */
  reveal(reason: string): Promise<string | null | undefined>;
  loading: boolean;
  error: unknown;
  /** Forgets a refusal. */
  reset(): void;
}) {
  const { t } = useTranslation('console');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [clear, setClear] = useState<string | null>(null);
  const send = async () => {
    const answer = await props.reveal(reason.trim());
    if (!answer) return;
    setClear(answer);
    setAsking(false);
    setReason('');
  };
  const stop = () => {
    setAsking(false);
    props.reset();
  };
  return (
    <span className="reveal-number">
      {clear ?? props.shown}
      <Button
        size="small"
        aria-label={t(clear ? 'reveal.hideOf' : 'reveal.of', { label: props.label })}
        onClick={() => (clear ? setClear(null) : setAsking(true))}
      >
        {t(clear ? 'reveal.hide' : 'reveal.verb')}
      </Button>
      <Modal
        open={asking}
        title={t('reveal.of', { label: props.label })}
        okText={t('reveal.verb')}
        cancelText={t('entry.cancel')}
        confirmLoading={props.loading}
        okButtonProps={{ disabled: reason.replace(/\s/g, '').length < 4 }}
        onOk={() => void send()}
        onCancel={stop}
        destroyOnHidden
      >
        <p>{t('reveal.help')}</p>
        <Input.TextArea
          rows={2}
          maxLength={200}
          value={reason}
          aria-label={t('reveal.reason')}
          placeholder={t('reveal.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {props.error ? (
          <p className="entry-refusal" role="alert">
            {errorText(props.error)}
          </p>
        ) : null}
      </Modal>
    </span>
  );
}
