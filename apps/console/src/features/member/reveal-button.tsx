import { useMutation } from '@apollo/client/react';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RevealMemberDocument, type PersonalField } from '../../generated/graphql';
import { errorText } from '../../lib/errors';

/** 显示: asks for the reason first. The clear number lives in this component only and goes with it. */
export function RevealButton(props: { id: string; field: PersonalField; shown: string; label: string }) {
  const { t } = useTranslation('member');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [clear, setClear] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [reveal, { loading }] = useMutation(RevealMemberDocument, { fetchPolicy: 'no-cache' });
  const send = async () => {
    setRefused(null);
    try {
      const { data } = await reveal({ variables: { input: { id: props.id, field: props.field, reason } } });
      setClear(data?.revealMember ?? null);
      setAsking(false);
    } catch (error) {
      setRefused(errorText(error));
    }
  };
  return (
    <>
      <span className="member-number">{clear ?? props.shown}</span>{' '}
      {clear ? (
        <Button size="small" onClick={() => setClear(null)}>
          {t('reveal.hide')}
        </Button>
      ) : (
        <Button size="small" aria-label={t('reveal.of', { label: props.label })} onClick={() => setAsking(true)}>
          {t('reveal.verb')}
        </Button>
      )}
      <Modal
        open={asking}
        title={t('reveal.of', { label: props.label })}
        okText={t('reveal.verb')}
        cancelText={t('cancel')}
        confirmLoading={loading}
        okButtonProps={{ disabled: reason.replace(/\s/g, '').length < 4 }}
        onOk={() => void send()}
        onCancel={() => setAsking(false)}
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
        {refused ? (
          <p className="member-refusal" role="alert">
            {refused}
          </p>
        ) : null}
      </Modal>
    </>
  );
}
