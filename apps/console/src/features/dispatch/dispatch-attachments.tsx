import { useMutation } from '@apollo/client/react';
import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCEPTED, SendingBar, sizeOf, useFileSending } from '../../components/file-sending';
import { Panel } from '../../components/panel';
import {
  AddDispatchAttachmentDocument,
  RemoveDispatchAttachmentDocument,
  type DispatchPart,
} from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import type { DispatchDetail } from './dispatch-form';

type Attachment = DispatchDetail['attachments'][number];

/** The files that go with it, in the order in which its paper names them; added and removed while it is a draft. */
export function DispatchAttachments({ dispatch, reload }: { dispatch: DispatchDetail; reload(): Promise<unknown> }) {
  const { t } = useTranslation('dispatch');
  const draft = dispatch.state === 'DRAFT';
  const writes = draft && dispatch.viewerCan.write;
  const files = dispatch.attachments.filter(({ part }) => part === 'DISPATCH');
  const { input, sending, wrong, send, remove } = useAttaching(dispatch, reload);
  if (files.length === 0 && !writes) return null;
  return (
    <Panel
      title={t('attachment.title')}
      note={files.length ? t('attachment.count', { count: files.length }) : null}
      extra={
        writes ? (
          <>
            <input
              ref={input}
              type="file"
              hidden
              multiple
              accept={ACCEPTED}
              aria-label={t('attachment.file')}
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
        <p role="alert" className="entry-refusal">
          {wrong}
        </p>
      ) : null}
      {files.length === 0 && !sending ? <p className="quiet dispatch-none">{t('attachment.none')}</p> : null}
      {files.length ? (
        <ol className="dispatch-attachments">
          {files.map((file, i) => (
            <li key={file.id}>
              <span className="dispatch-attachment-no" aria-hidden>
                {i + 1}.
              </span>
              <FileLink file={file} />
              {writes ? (
                <Button
                  size="small"
                  type="text"
                  aria-label={t('attachment.removeOf', { name: file.name })}
                  onClick={() => remove(file)}
                >
                  {t('attachment.removeShort')}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      {files.length && !draft ? <p className="quiet dispatch-frozen">{t('attachment.frozen')}</p> : null}
    </Panel>
  );
}

/** The file of a receipt, reply or follow-up, if it has one. */
export function PartFiles({ dispatch, part }: { dispatch: DispatchDetail; part: DispatchPart }) {
  const files = dispatch.attachments.filter((file) => file.part === part);
  return files.map((file) => (
    <p key={file.id} className="dispatch-part-file">
      <PaperClipOutlined aria-hidden />
      <FileLink file={file} />
    </p>
  ));
}

function FileLink({ file: { name, url, size, addedBy, addedAt } }: { file: Attachment }) {
  return (
    <span className="dispatch-file">
      <a href={url} download>
        {name}
      </a>
      <span className="quiet">{[sizeOf(size), addedBy, dayOf(addedAt)].join(' · ')}</span>
    </span>
  );
}

/** Adds files and takes them away. */
function useAttaching({ id, version }: DispatchDetail, reload: () => Promise<unknown>) {
  const { t } = useTranslation('dispatch');
  const { message, modal } = App.useApp();
  const [add] = useMutation(AddDispatchAttachmentDocument);
  const [take] = useMutation(RemoveDispatchAttachmentDocument);
  // each file changes the draft, and the page learns of it when all were sent
  const standing = useRef(version);
  useEffect(() => {
    standing.current = version;
  }, [version]);
  const { input, sending, wrong, send } = useFileSending(async (fileId) => {
    const answer = await add({ variables: { input: { id, version: standing.current, fileId } } });
    standing.current = answer.data?.addDispatchAttachment.version ?? standing.current;
  }, reload);
  const remove = ({ id: attachmentId, name }: Attachment) =>
    modal.confirm({
      title: t('attachment.remove'),
      content: t('attachment.removeText', { name }),
      okText: t('attachment.remove'),
      okButtonProps: { danger: true },
      cancelText: t('attachment.back'),
      onOk: async () => {
        await take({ variables: { input: { id, version, attachmentId } } }).catch(
          (refused: unknown) => void message.error(errorText(refused)),
        );
        await reload();
      },
    });
  return { input, sending, wrong, send, remove };
}
