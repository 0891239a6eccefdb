import { Button, Progress } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors';
import { UploadRefused } from '../import/upload';
import { uploadWithProgress } from '../minutes/upload-with-progress';
import './advice.css';

/** What the API takes; it looks into the bytes, too. */
const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.csv,.zip';

interface Kept {
  id: string;
  name: string;
}

/** A file that may belong to what is being written: sent at once, named when the form is saved. */
export function useFileToSend(): { fileId: string | null; sending: boolean; field: ReactNode } {
  const { t } = useTranslation('decision');
  const input = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setWrong(null);
    setSending({ name: file.name, percent: 0 });
    try {
      const { id } = await uploadWithProgress(file, (percent) => setSending({ name: file.name, percent }));
      setKept({ id, name: file.name });
    } catch (refused) {
      setWrong(refused instanceof UploadRefused ? refused.message : errorText(refused));
    } finally {
      setSending(null);
      if (input.current) input.current.value = '';
    }
  };
  const field = (
    <div className="matter-file-field">
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('file.field')}
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <Button disabled={sending !== null} onClick={() => input.current?.click()}>
        {t(kept ? 'file.another' : 'file.choose')}
      </Button>
      {kept ? (
        <>
          <span>{kept.name}</span>
          <Button type="text" aria-label={t('file.removeOf', { name: kept.name })} onClick={() => setKept(null)}>
            {t('file.remove')}
          </Button>
        </>
      ) : (
        <span className="quiet">{t('file.help')}</span>
      )}
      {sending ? (
        <div role="status">
          {t('material.sending', { name: sending.name })}
          <Progress percent={sending.percent} size="small" aria-label={sending.name} />
        </div>
      ) : null}
      {wrong ? (
        <p role="alert" className="entry-refusal">
          {wrong}
        </p>
      ) : null}
    </div>
  );
  return { fileId: kept?.id ?? null, sending: sending !== null, field };
}
