import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { moment } from '../../lib/dates';
import type { ResultOf } from './result-parts';
import './result.css';

/** 结果通知书: as they were issued; whoever conducts the cycle sees before that what would be issued. */
export function ResultLetters({ of: { id, letters, viewerCan, cycle, publishedAt } }: { of: ResultOf }) {
  const { t } = useTranslation('result');
  const draft = letters.length === 0 && viewerCan.conduct && publishedAt && !cycle?.cancelledAt;
  const [latest, ...earlier] = letters;
  if (!latest && !draft) return null;
  return (
    <Panel title={t('letter.title')}>
      <p className="result-letter">
        <span>{latest ? latest.number : t('letter.draft')}</span>
        <Downloads url={latest?.url ?? `/files/assessment-letters/${id}`} name={latest?.number ?? t('letter.draft')} />
      </p>
      {latest ? <p className="quiet">{t('letter.issued', { when: moment(latest.issuedAt) })}</p> : null}
      {earlier.length > 0 ? (
        <p className="quiet">
          {t('letter.earlier', { numbers: earlier.map(({ number }) => number).join(t('comma')) })}
        </p>
      ) : null}
    </Panel>
  );
}

/** A document as PDF and as Word. */
export function Downloads({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation('result');
  return (
    <span className="result-downloads">
      <a href={`${url}.pdf`} download aria-label={t('letter.pdfOf', { name })}>
        PDF
      </a>
      <a href={`${url}.docx`} download aria-label={t('letter.wordOf', { name })}>
        Word
      </a>
    </span>
  );
}
