import { useMutation } from '@apollo/client/react';
import { App, Drawer, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { PublishSchemeVersionDocument, type SchemeFaultPartsFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import type { Draft, SchemeDetail } from './use-editor';

/** 发布: what it means, and what changed, before it is done. */
export function PublishDrawer(props: {
  scheme: SchemeDetail;
  draft: Draft;
  faults: readonly SchemeFaultPartsFragment[];
  version: number;
  close(published: boolean): void;
}) {
  const { t } = useTranslation('scheme');
  const { message } = App.useApp();
  const { scheme, draft, faults, version, close } = props;
  const [publish, { error, loading }] = useMutation(PublishSchemeVersionDocument);
  const title = t('publish.title', { no: draft.no });
  const save = async ({ note }: { note?: string }) => {
    const input = { id: draft.id, version, note: note?.trim() ?? null };
    const answer = await publish({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t('publish.done', { name: local(scheme.name), no: draft.no }));
    close(true);
  };
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={520}
      open
      onClose={() => close(false)}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      <Form<{ note?: string }>
        className="entry-form"
        aria-label={title}
        layout="vertical"
        requiredMark={false}
        initialValues={{ note: draft.note }}
        onFinish={(fields) => void save(fields)}
      >
        <ul className="scheme-means">
          <li>{t('publish.stays')}</li>
          <li>{t('publish.offered')}</li>
          <li>{t(scheme.versions.length > 0 ? 'publish.running' : 'publish.first')}</li>
        </ul>
        {faults.length > 0 ? <p className="entry-refusal">{t('publish.faults', { count: faults.length })}</p> : null}
        <Form.Item name="note" label={t('publish.note')} extra={t('publish.noteHelp')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <FormFoot
          error={error}
          loading={loading}
          disabled={faults.length > 0}
          verb={t('publish.save', { no: draft.no })}
          cancel={() => close(false)}
        />
      </Form>
    </Drawer>
  );
}
