import { useMutation } from '@apollo/client/react';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  CloseSupervisionItemDocument,
  ReportSupervisionItemDocument,
  ReturnSupervisionItemDocument,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useFileToSend } from '../decision/use-file-to-send';
import './supervision.css';

interface Item {
  id: string;
  version: number;
  text: string;
}
type Verb = 'report' | 'return';

/** What may be done to an item: reported with what shows it, closed, given back with a reason. */
export function ItemVerbs(props: { item: Item; canReport: boolean; canClose: boolean; done(): void }) {
  const { t } = useTranslation('supervision');
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Verb | null>(null);
  const [close, closing] = useMutation(CloseSupervisionItemDocument);
  const { item, done } = props;
  const { id, version, text } = item;
  const label = (verb: Verb | 'close') => t('verbFor', { verb: t(`verb.${verb}`), text });
  const onClose = async () => {
    const answer = await close({ variables: { input: { id, version } } }).catch((refused: unknown) => {
      void message.error(errorText(refused));
    });
    if (answer?.data) void message.success(t('done.close'));
    done();
  };
  if (asking) return <Ask verb={asking} item={item} label={label(asking)} close={() => setAsking(null)} done={done} />;
  return (
    <span className="task-verbs">
      {props.canReport ? (
        <Button aria-label={label('report')} onClick={() => setAsking('report')}>
          {t('verb.report')}
        </Button>
      ) : null}
      {props.canClose ? (
        <>
          <Button type="primary" aria-label={label('close')} loading={closing.loading} onClick={() => void onClose()}>
            {t('verb.close')}
          </Button>
          <Button aria-label={label('return')} onClick={() => setAsking('return')}>
            {t('verb.return')}
          </Button>
        </>
      ) : null}
    </span>
  );
}

function Ask(props: { verb: Verb; item: Item; label: string; close(): void; done(): void }) {
  const { t } = useTranslation(['supervision', 'console']);
  const { message } = App.useApp();
  const [report, reporting] = useMutation(ReportSupervisionItemDocument);
  const [giveBack, giving] = useMutation(ReturnSupervisionItemDocument);
  const { fileId, sending, field } = useFileToSend();
  const { verb, item } = props;
  const save = async ({ words }: { words: string }) => {
    const step = { id: item.id, version: item.version };
    const sent =
      verb === 'report'
        ? report({ variables: { input: { ...step, evidence: words.trim(), fileId } } })
        : giveBack({ variables: { input: { ...step, reason: words.trim() } } });
    const answer = await sent.catch(() => null);
    if (!answer?.data) return;
    void message.success(t(`done.${verb}`));
    props.close();
    props.done();
  };
  return (
    <Form<{ words: string }>
      className="entry-form task-ask"
      aria-label={props.label}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item
        name="words"
        label={t(verb === 'report' ? 'reportField' : 'returnField')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={3} maxLength={verb === 'report' ? 1000 : 500} autoFocus />
      </Form.Item>
      {verb === 'report' ? field : null}
      <FormFoot
        error={reporting.error ?? giving.error}
        loading={reporting.loading || giving.loading}
        disabled={sending}
        verb={t(`verb.${verb}`)}
        cancel={props.close}
      />
    </Form>
  );
}
