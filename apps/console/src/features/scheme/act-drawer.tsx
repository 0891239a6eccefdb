import { useMutation } from '@apollo/client/react';
import { App, Drawer, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  ChangeAssessmentSchemeDocument,
  DiscardSchemeDraftDocument,
  RestoreAssessmentSchemeDocument,
  RetireAssessmentSchemeDocument,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { keep } from './kept-draft';
import type { SchemeDetail } from './use-editor';

export type SchemeAct = 'rename' | 'discard' | 'retire' | 'restore';

interface Names {
  nameZh: string;
  nameEn: string;
  basisZh: string;
  basisEn: string;
}

/** 改名, 舍弃草稿, 停用, 恢复: what it means, then the verb. */
export function ActDrawer(props: { act: SchemeAct; scheme: SchemeDetail; close(taken: boolean): void }) {
  const { t } = useTranslation(['scheme', 'console']);
  const { message } = App.useApp();
  const { act, scheme, close } = props;
  const { send, error, loading } = useSend(act, scheme);
  const title = t(`${act}.verb`);
  const [name, no] = [local(scheme.name), scheme.draft?.no];
  const needed = [{ required: true, whitespace: true, message: t('console:entry.missing') }];
  const save = async (names: Names) => {
    if (!(await send(names))) return;
    void message.success(t(`${act}.done`, { name, no }));
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
      <Form<Names>
        className="entry-form"
        aria-label={title}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={{
          ...{ nameZh: scheme.name.zh, nameEn: scheme.name.en },
          ...{ basisZh: scheme.basis.zh, basisEn: scheme.basis.en },
        }}
        onFinish={(names) => void save(names)}
      >
        {act === 'rename' ? (
          <>
            <Form.Item name="nameZh" label={t('field.nameZh')} rules={needed}>
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item name="nameEn" label={t('field.nameEn')} rules={needed}>
              <Input maxLength={120} />
            </Form.Item>
            <Form.Item name="basisZh" label={t('field.basisZh')}>
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
            <Form.Item name="basisEn" label={t('field.basisEn')}>
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
          </>
        ) : (
          <p>{t(`${act}.text`, { name, no, count: scheme.cycleCount })}</p>
        )}
        <FormFoot
          error={error}
          loading={loading}
          verb={title}
          danger={act === 'discard' || act === 'retire'}
          cancel={() => close(false)}
        />
      </Form>
    </Drawer>
  );
}

/** Sends it; true once it was taken. A refusal is shown above the buttons. */
function useSend(act: SchemeAct, { id, version, draft }: SchemeDetail) {
  const [change, changing] = useMutation(ChangeAssessmentSchemeDocument);
  const [discard, discarding] = useMutation(DiscardSchemeDraftDocument);
  const [retire, retiring] = useMutation(RetireAssessmentSchemeDocument);
  const [restore, restoring] = useMutation(RestoreAssessmentSchemeDocument);
  const state = { rename: changing, discard: discarding, retire: retiring, restore: restoring }[act];
  const sent = async (names: Names): Promise<unknown> => {
    switch (act) {
      case 'rename':
        return change({ variables: { input: { id, version, ...names } } });
      case 'discard': {
        if (!draft) return null;
        const answer = await discard({ variables: { input: { id: draft.id, version: draft.version } } });
        keep(draft.id, null);
        return answer;
      }
      case 'retire':
        return retire({ variables: { input: { id, version } } });
      case 'restore':
        return restore({ variables: { input: { id, version } } });
    }
  };
  const send = (names: Names): Promise<boolean> =>
    sent(names).then(
      () => true,
      () => false,
    );
  return { send, error: state.error, loading: state.loading };
}
