import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { CancelSessionDocument, RemoveSessionItemDocument } from '../../generated/graphql';
import type { AgendaItem, SessionDetail } from './session-drawer';

/** 撤下议题, 取消会议: why. */
export function ReasonForm(props: {
  session: SessionDetail;
  /** what comes off; null: the session is cancelled */
  item: AgendaItem | null;
  done(words: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['reviewSession', 'console']);
  const { session, item } = props;
  const { id, version } = session;
  const [remove, removing] = useMutation(RemoveSessionItemDocument);
  const [cancel, cancelling] = useMutation(CancelSessionDocument);
  const act = item ? 'remove' : 'cancel';
  const title = item?.title ?? session.title;
  const save = async ({ reason: given }: { reason: string }) => {
    const reason = given.trim();
    const answer = await (
      item
        ? remove({ variables: { input: { id, itemId: item.id, reason } } })
        : cancel({ variables: { input: { id, version, reason } } })
    ).catch(() => null);
    if (answer?.data) props.done(t(`${act}.done`, { title }));
  };
  return (
    <Form<{ reason: string }>
      className="entry-form"
      aria-label={t(`${act}.verb`)}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <p>{t(`${act}.text`, { title })}</p>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
      <FormFoot
        error={removing.error ?? cancelling.error}
        loading={removing.loading || cancelling.loading}
        verb={t(`${act}.verb`)}
        danger
        cancel={props.cancel}
      />
    </Form>
  );
}
