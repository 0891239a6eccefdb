import { useMutation } from '@apollo/client/react';
import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ACCEPTED, SendingBar, sizeOf, useFileSending } from '../../components/file-sending';
import { Panel } from '../../components/panel';
import { StateGlyph } from '../../components/state-glyph';
import { AddAttachmentDocument, RemoveAttachmentDocument, type ActivityPapersQuery } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';

type Attachment = NonNullable<ActivityPapersQuery['activity']>['attachments'][number];

/** Files of an activity, uploaded with progress, downloaded by whoever may read it. */
export function Attachments(props: {
  activityId: string;
  attachments: readonly Attachment[];
  maintains: boolean;
  reload(): void;
}) {
  const { t } = useTranslation('minutes');
  const { message, modal } = App.useApp();
  const [add] = useMutation(AddAttachmentDocument);
  const [remove] = useMutation(RemoveAttachmentDocument);
  const { activityId, attachments, maintains, reload } = props;
  const { input, sending, wrong, send } = useFileSending(
    (fileId) => add({ variables: { input: { activityId, fileId } } }),
    reload,
  );
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
      <SendingBar sending={sending} words={(name) => t('attachment.sending', { name })} />
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
