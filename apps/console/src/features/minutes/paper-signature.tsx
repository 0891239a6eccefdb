import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignedPagesDocument, SignMinutesOnPaperDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import type { ReadableMinutes } from './content';

/** 登记纸质签字: the page that a chair without an account signed, among the attachments, and why. */
export function PaperSignature(props: { activityId: string; minutes: ReadableMinutes; done(): Promise<unknown> }) {
  const { t } = useTranslation('minutes');
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [page, setPage] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { data } = useQuery(SignedPagesDocument, {
    variables: { id: props.activityId },
    skip: !open,
    fetchPolicy: 'cache-and-network',
  });
  const [sign, { loading, error }] = useMutation(SignMinutesOnPaperDocument);
  const pages = data?.activity?.attachments ?? [];
  const { id, version, contentHash, content } = props.minutes;
  const onSign = async () => {
    if (!page) return;
    const input = { id, version, contentHash, attachmentId: page, reason: reason.trim() };
    const answer = await sign({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    setOpen(false);
    void message.success(t('sign.locked'));
    await props.done();
  };
  return (
    <>
      <Button className="minutes-act" onClick={() => setOpen(true)}>
        {t('sign.paper')}
      </Button>
      <Modal
        open={open}
        title={t('sign.paper')}
        okText={t('sign.paper')}
        cancelText={t('back')}
        okButtonProps={{ disabled: !page || !reason.trim(), loading }}
        onOk={() => void onSign()}
        onCancel={() => setOpen(false)}
      >
        <p>{t('sign.paperText', { chair: content.chair })}</p>
        <label className="minutes-reason">
          {t('sign.paperPage')}
          <Select
            value={page}
            onChange={setPage}
            notFoundContent={t('sign.paperNone')}
            options={pages.map((one) => ({ value: one.id, label: one.name }))}
          />
        </label>
        <label className="minutes-reason">
          {t('sign.paperReason')}
          <Input.TextArea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {error ? <p role="alert">{errorText(error)}</p> : null}
      </Modal>
    </>
  );
}
