import { useMutation } from '@apollo/client/react';
import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateGlyph } from '../../components/state-glyph';
import { AddAttachmentDocument, RemoveAttachmentDocument, type ActivityPapersQuery } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { UploadRefused } from '../import/upload';
import { uploadWithProgress } from './upload-with-progress';

type Attachment = NonNullable<ActivityPapersQuery['activity']>['attachments'][number];

/** What the API takes; it looks into the bytes, too. */
const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.csv,.zip';

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Files of an activity, uploaded with progress, downloaded by whoever may read it. */
export function Attachments(props: {
  activityId: string;
  attachments: readonly Attachment[];
  maintains: boolean;
  reload(): void;
}) {
  const { t } = useTranslation('minutes');
  const { message, modal } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [add] = useMutation(AddAttachmentDocument);
  const [remove] = useMutation(RemoveAttachmentDocument);
  const { activityId, attachments, maintains, reload } = props;
  const send = async (files: FileList | null) => {
    setWrong(null);
    for (const file of files ?? []) {
      setSending({ name: file.name, percent: 0 });
      try {
        const { id: fileId } = await uploadWithProgress(file, (percent) => setSending({ name: file.name, percent }));
        await add({ variables: { input: { activityId, fileId } } });
      } catch (refused) {
        setWrong(refused instanceof UploadRefused ? refused.message : errorText(refused));
        break;
      } finally {
        setSending(null);
      }
    }
    if (input.current) input.current.value = '';
    reload();
  };
  const onRemove = ({ id, version, name }: Attachment) =>
    modal.confirm({
      title: t('attachment.remove'),
      content: t('attachment.removeText', { name }),
      okText: t('attachment.remove'),
      okButtonProps: { danger: true },
      cancelText: t('back'),
      onOk: async () => {
        await remove({ variables: { input: { id, version } } }).catch((refused: unknown) => {
          void message.error(errorText(refused));
        });
        reload();
      },
    });
  if (attachments.length === 0 && !maintains) return null;
  return (
    <Panel
      title={t('attachment.title')}
      note={attachments.length ? t('attachment.count', { count: attachments.length }) : null}
      extra={
        maintains ? (
          <>
            <input
              ref={input}
              type="file"
              hidden
              multiple
              accept={ACCEPTED}
              onChange={(event) => void send(event.target.files)}
            />
            <Button
              size="small"
              icon={<PaperClipOutlined />}
              disabled={sending !== null}
              onClick={() => input.current?.click()}
            >
              {t('attachment.add')}
            </Button>
          </>
        ) : null
      }
    >
      {sending ? (
        <div role="status">
          {t('attachment.sending', { name: sending.name })}
          <Progress percent={sending.percent} size="small" aria-label={sending.name} />
        </div>
      ) : null}
      {wrong ? (
        <p role="alert" className="minutes-alert">
          <StateGlyph state="late" />
          <span>{wrong}</span>
        </p>
      ) : null}
      {attachments.length === 0 && !sending ? <p className="quiet">{t('attachment.none')}</p> : null}
      <ul className="minutes-tasks">
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <p className="minutes-links">
              <a href={attachment.url} download>
                {attachment.name}
              </a>
              <span className="quiet">
                {[sizeOf(attachment.size), attachment.addedBy, moment(attachment.addedAt)].join(' · ')}
              </span>
              {maintains ? (
                <Button
                  size="small"
                  type="text"
                  aria-label={t('attachment.removeOf', { name: attachment.name })}
                  onClick={() => onRemove(attachment)}
                >
                  {t('attachment.removeShort')}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
