import { useMutation } from '@apollo/client/react';
import { InboxOutlined } from '@ant-design/icons';
import { Button, Radio } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { StateGlyph } from '../../components/state-glyph';
import { StartImportDocument, type ImportKind } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useScope } from '../../lib/scope';
import { LARGEST, upload, UploadRefused } from './upload';

/** Step one: drop a file or choose one. What is wrong with the file itself is said here, at once. */
export function UploadPanel({ kinds }: { kinds: readonly ImportKind[] }) {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const { scoped } = useScope();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? 'ORGANIZATIONS');
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [start] = useMutation(StartImportDocument);

  const send = async (file: File | undefined) => {
    if (!file) return;
    setWrong(null);
    if (!/\.xlsx$/i.test(file.name)) return setWrong(t('upload.notXlsx', { name: file.name }));
    if (file.size > LARGEST) return setWrong(t('upload.tooLarge', { name: file.name }));
    setSending(file.name);
    try {
      const { id } = await upload(file);
      const { data } = await start({ variables: { input: { kind, fileId: id } } });
      if (data) await navigate(scoped(`/import/${data.startImport.id}`));
    } catch (error) {
      setWrong(error instanceof UploadRefused ? error.message : errorText(error));
    } finally {
      setSending(null);
      if (input.current) input.current.value = '';
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <section
      className="upload"
      data-over={over || undefined}
      aria-label={t('upload.title')}
      aria-busy={sending !== null}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {kinds.length > 1 ? (
        <Radio.Group
          aria-label={t('upload.kind')}
          optionType="button"
          buttonStyle="solid"
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => setKind(event.target.value as ImportKind)}
        />
      ) : (
        <p className="upload-kind">{t(`kind.${kind}`)}</p>
      )}
      <InboxOutlined aria-hidden className="upload-sign" />
      <p className="upload-title">{sending ? t('upload.sending', { name: sending }) : t('upload.drop')}</p>
      <p className="quiet">{t('upload.help')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <Button type="primary" loading={sending !== null} onClick={() => input.current?.click()}>
        {t('upload.choose')}
      </Button>
      {wrong ? (
        <p className="upload-wrong" role="alert">
          <StateGlyph state="late" /> {wrong}
        </p>
      ) : null}
    </section>
  );
}
