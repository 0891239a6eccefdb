import { useMutation } from '@apollo/client/react';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RevealMemberDocument, type PersonalField } from '../../generated/graphql';
import { errorText } from '../../lib/errors';

/** 显示: asks for the reason first. The clear number lives in this component only and goes with it. */
export function RevealButton(props: { id: string; field: PersonalField; shown: string; label: string }) {
  const { t } = useTranslation(['member', 'console']);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [clear, setClear] = useState<string | null>(null);
  // no-cache: a clear number must not stay in the cache of the page
  const [reveal, { loading, error, reset }] = useMutation(RevealMemberDocument, { fetchPolicy: 'no-cache' });
  const send = async () => {
    const { id, field } = props;
    const answer = await reveal({ variables: { input: { id, field, reason: reason.trim() } } }).catch(() => null);
    if (!answer?.data) return;
    setClear(answer.data.revealMember);
    setAsking(false);
    setReason('');
  };
  const stop = () => {
    setAsking(false);
    reset();
  };
  return (
    <span className="member-number">
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
        cancelText={t('console:entry.cancel')}
        confirmLoading={loading}
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
        {error ? (
          <p className="entry-refusal" role="alert">
            {errorText(error)}
          </p>
        ) : null}
      </Modal>
    </span>
  );
}
