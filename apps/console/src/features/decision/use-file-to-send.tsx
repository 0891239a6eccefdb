import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCEPTED, SendingBar, useFileSending } from '../../components/file-sending';
import './advice.css';

interface Kept {
  id: string;
  name: string;
}

/** A file that may belong to what is being written: sent at once, named when the form is saved. */
export function useFileToSend(): { fileId: string | null; sending: boolean; field: ReactNode } {
  const { t } = useTranslation('decision');
  const [kept, setKept] = useState<Kept | null>(null);
  const { input, sending, wrong, send } = useFileSending((id, { name }) => setKept({ id, name }));
  const field = (
    <div className="matter-file-field">
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('file.field')}
        onChange={(event) => void send(event.target.files)}
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
      <SendingBar sending={sending} words={(name) => t('material.sending', { name })} />
      {wrong ? (
        <p role="alert" className="entry-refusal">
          {wrong}
        </p>
      ) : null}
    </div>
  );
  return { fileId: kept?.id ?? null, sending: sending !== null, field };
}
