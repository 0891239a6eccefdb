import { useMutation } from '@apollo/client/react';
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import { ImportAttendanceDocument, type ImportAttendanceMutation } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { LARGEST, upload, UploadRefused } from '../import/upload';

type Became = ImportAttendanceMutation['importAttendance'];

/** 用表格登记: the roster as a workbook, filled in without the network, and what is wrong with it, all of it at once. */
export function SheetDrawer(props: { activity: { id: string; title: string }; close(): void; done(): void }) {
  const { t } = useTranslation('attendance');
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const { id, title } = props.activity;
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [faulty, setFaulty] = useState<Became | null>(null);
  const [take] = useMutation(ImportAttendanceDocument);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setWrong(null);
    setFaulty(null);
    if (!/\.xlsx$/i.test(file.name) || file.size > LARGEST) return setWrong(t('sheet.notXlsx', { name: file.name }));
    setSending(true);
    try {
      const { id: fileId } = await upload(file);
      const { data } = await take({ variables: { input: { activityId: id, fileId } } });
      if (data) took(data.importAttendance);
    } catch (error) {
      setWrong(error instanceof UploadRefused ? error.message : errorText(error));
    } finally {
      setSending(false);
      if (input.current) input.current.value = '';
    }
  };
  const took = (became: Became) => {
    if (!became.taken) return setFaulty(became);
    void message.success(t('sheet.taken', { changed: became.changed, unchanged: became.unchanged }));
    props.done();
    props.close();
  };
  return (
    <Drawer
      title={t('sheet.title')}
      aria-label={t('sheet.title')}
      size={520}
      open
      onClose={props.close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <div className="sheet-drawer" aria-busy={sending}>
        <p>{t('sheet.text', { title })}</p>
        <ol className="sheet-steps">
          <li>
            <span>{t('sheet.first')}</span>
            <Button href={`/files/attendance/${id}.xlsx`} download icon={<DownloadOutlined aria-hidden />}>
              {t('sheet.download')}
            </Button>
          </li>
          <li>
            <span>{t('sheet.second')}</span>
          </li>
          <li>
            <span>{t('sheet.third')}</span>
            <Button
              type="primary"
              loading={sending}
              icon={<UploadOutlined aria-hidden />}
              onClick={() => input.current?.click()}
            >
              {t('sheet.upload')}
            </Button>
          </li>
        </ol>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('sheet.upload')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => void send(event.target.files?.[0])}
        />
        {wrong ? (
          <p role="alert" className="entry-refusal">
            {wrong}
          </p>
        ) : null}
        {faulty ? <Faults became={faulty} /> : null}
      </div>
    </Drawer>
  );
}

function Faults({ became: { faults, faultCount } }: { became: Became }) {
  const { t } = useTranslation('attendance');
  return (
    <section className="sheet-faults" role="alert" aria-label={t('sheet.faults', { count: faultCount })}>
      <h3>{t('sheet.faults', { count: faultCount })}</h3>
      <p className="quiet">{t('sheet.nothing')}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.row} ${fault.column}`}>
            <StateGlyph state="late" />
            <div>
              <strong>{t('sheet.at', { row: fault.row, column: fault.column })}</strong>
              {local(fault.message)}
              <span className="quiet">{local(fault.advice)}</span>
              {fault.suggestion ? (
                <span className="quiet">{t('sheet.suggestion', { suggestion: fault.suggestion })}</span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {faultCount > faults.length ? (
        <p className="quiet">{t('sheet.more', { count: faultCount - faults.length })}</p>
      ) : null}
    </section>
  );
}
