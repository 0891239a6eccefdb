import { useMutation } from '@apollo/client/react';
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import {
  ImportAssessmentScoresDocument,
  type ImportAssessmentScoresMutation,
  type ScoreSource,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { LARGEST, upload, UploadRefused } from '../import/upload';

type Became = ImportAssessmentScoresMutation['importAssessmentScores'];

/** Sheets of a cycle that one person fills in. */
export interface OwnSheetsOfCycle {
  cycleId: string;
  cycleTitle: string;
  as: ScoreSource;
}

/** 用表格填写: all that one scores in a cycle as a workbook, filled in without the network, and what is wrong with it. */
export function WorkbookDrawer({ of, close, done }: { of: OwnSheetsOfCycle; close(): void; done(): void }) {
  const { t } = useTranslation('sheet');
  const input = useRef<HTMLInputElement>(null);
  const { sending, wrong, faulty, send } = useSending(of, () => {
    done();
    close();
  });
  const title = t('workbook.title', { title: of.cycleTitle, sheet: t(`as.${of.as}`) });
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={520}
      open
      onClose={close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <div className="score-workbook" aria-busy={sending}>
        <p>{t('workbook.text')}</p>
        <ol className="score-workbook-steps">
          <li>
            <span>{t('workbook.first')}</span>
            <Button
              href={`/files/assessment-scores/${of.cycleId}/${of.as}.xlsx`}
              download
              icon={<DownloadOutlined aria-hidden />}
            >
              {t('workbook.download')}
            </Button>
          </li>
          <li>
            <span>{t('workbook.second')}</span>
          </li>
          <li>
            <span>{t('workbook.third')}</span>
            <Button
              type="primary"
              loading={sending}
              icon={<UploadOutlined aria-hidden />}
              onClick={() => input.current?.click()}
            >
              {t('workbook.upload')}
            </Button>
          </li>
        </ol>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('workbook.upload')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={({ target }) => {
            void send(target.files?.[0]);
            target.value = '';
          }}
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

function useSending({ cycleId, as }: OwnSheetsOfCycle, taken: () => void) {
  const { t } = useTranslation('sheet');
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [faulty, setFaulty] = useState<Became | null>(null);
  const [take] = useMutation(ImportAssessmentScoresDocument);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setWrong(null);
    setFaulty(null);
    if (!/\.xlsx$/i.test(file.name) || file.size > LARGEST) return setWrong(t('workbook.notXlsx', { name: file.name }));
    setSending(true);
    try {
      const { id: fileId } = await upload(file);
      const became = (await take({ variables: { input: { cycleId, as, fileId } } })).data?.importAssessmentScores;
      if (became && !became.taken) setFaulty(became);
      else if (became) {
        void message.success(t('workbook.taken', { count: became.changed }));
        taken();
      }
    } catch (error) {
      setWrong(error instanceof UploadRefused ? error.message : errorText(error));
    } finally {
      setSending(false);
    }
  };
  return { sending, wrong, faulty, send };
}

function Faults({ became: { faults, faultCount } }: { became: Became }) {
  const { t } = useTranslation('sheet');
  return (
    <section role="alert" aria-label={t('workbook.faults', { count: faultCount })}>
      <h3>{t('workbook.faults', { count: faultCount })}</h3>
      <p className="quiet">{t('workbook.nothing')}</p>
      <ul className="score-workbook-faults">
        {faults.map((fault) => (
          <li key={`${fault.row} ${fault.column}`}>
            <StateGlyph state="late" />
            <div>
              <strong>{t('workbook.at', { row: fault.row, column: fault.column })}</strong> {local(fault.message)}
              <span className="quiet">{local(fault.advice)}</span>
            </div>
          </li>
        ))}
      </ul>
      {faultCount > faults.length ? (
        <p className="quiet">{t('workbook.more', { count: faultCount - faults.length })}</p>
      ) : null}
    </section>
  );
}
