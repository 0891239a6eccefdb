import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateGlyph, StateWord } from '../../components/state-glyph';
import {
  PublicationsDocument,
  PublishDocument,
  WithdrawPublicationDocument,
  type PublicationSubject,
  type PublishedFragment,
} from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import './access.css';

const SUBJECTS: PublicationSubject[] = ['ORGANIZATION', 'UNIT', 'ACTIVITY'];
type Act = { subject: PublicationSubject; id: string | null };

/** What an organization that is guided shows to the one that guides it. Nothing where nobody guides it. */
export function PublicationsPanel({ id, guide }: { id: string; guide: string }) {
  const { t } = useTranslation('access');
  const { data, refetch } = useQuery(PublicationsDocument, {
    variables: { organizationId: id },
    fetchPolicy: 'cache-and-network',
  });
  const [act, setAct] = useState<Act | null>(null);
  useLiveEvent('publication', (event) => {
    if (event.id === id) void refetch();
  });
  const found = data?.publications;
  if (!found?.guided) return null;
  const { publications, viewerMayPublish } = found;
  return (
    <Panel
      title={t('publication.title')}
      note={t('publication.count', { count: publications.length, of: SUBJECTS.length })}
      flush
    >
      <p className="publication-text">
        {viewerMayPublish ? null : <StateGlyph state="refused" size={14} />}
        {viewerMayPublish ? t('publication.own', { guide }) : t('publication.seen', { count: publications.length })}
      </p>
      <ul className="grant-lines">
        {SUBJECTS.map((subject) => (
          <Line
            key={subject}
            subject={subject}
            published={publications.find((one) => one.subject === subject)}
            onAct={viewerMayPublish ? setAct : undefined}
          />
        ))}
      </ul>
      {act ? <ActDialog organizationId={id} guide={guide} act={act} close={() => setAct(null)} /> : null}
    </Panel>
  );
}

function Line(props: {
  subject: PublicationSubject;
  published: PublishedFragment['publications'][number] | undefined;
  onAct?(act: Act): void;
}) {
  const { t } = useTranslation('access');
  const { subject, published } = props;
  const name = t(`publication.subject.${subject}`);
  return (
    <li>
      <span className="grant-role">{name}</span>
      <span className="grant-period">
        {published ? (
          <StateWord state="done">{t('publication.shown')}</StateWord>
        ) : (
          <StateWord state="waived">{t('publication.hidden')}</StateWord>
        )}
      </span>
      {published ? (
        <span className="grant-by">
          {t('publication.by', {
            name: published.publishedByName,
            day: dayOf(published.publishedAt),
            basis: published.basis,
          })}
        </span>
      ) : (
        <span className="grant-by">{t(`publication.means.${subject}`)}</span>
      )}
      {props.onAct ? (
        <span className="grant-act">
          <Button size="small" onClick={() => props.onAct?.({ subject, id: published?.id ?? null })}>
            {t(published ? 'publication.withdraw' : 'publication.publish', { name })}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function ActDialog(props: { organizationId: string; guide: string; act: Act; close(): void }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ basis: string }>();
  const { organizationId, guide, act } = props;
  const again = { refetchQueries: [PublicationsDocument] };
  const [publish, publishing] = useMutation(PublishDocument, again);
  const [withdraw, withdrawing] = useMutation(WithdrawPublicationDocument, again);
  const name = t(`publication.subject.${act.subject}`);
  const verb = act.id ? 'withdraw' : 'publish';
  const error = publishing.error ?? withdrawing.error;
  const save = async ({ basis }: { basis: string }) => {
    const answer = await (
      act.id
        ? withdraw({ variables: { input: { id: act.id, basis: basis.trim() } } })
        : publish({ variables: { input: { organizationId, subject: act.subject, basis: basis.trim() } } })
    ).catch(() => null);
    if (!answer) return;
    void message.success(t(`publication.${verb}Done`, { name, guide }));
    props.close();
  };
  return (
    <Modal
      open
      title={t(`publication.${verb}`, { name })}
      okText={t(`publication.${verb}Short`)}
      cancelText={t('cancel')}
      confirmLoading={publishing.loading || withdrawing.loading}
      onCancel={props.close}
      onOk={() => form.submit()}
    >
      <p>{t(`publication.${verb}Text`, { name, guide })}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item
          name="basis"
          label={t('grant.basis')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('basisMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      {error ? (
        <p role="alert" className="access-refusal">
          {errorText(error)}
        </p>
      ) : null}
    </Modal>
  );
}
