import { useTranslation } from 'react-i18next';
import type { SessionDocumentRowFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';

/** Documents that were issued, each as PDF and Word; what shows a seal says what that is worth. */
export function DocumentList({ documents }: { documents: readonly SessionDocumentRowFragment[] }) {
  const { t } = useTranslation('decision');
  return (
    <ul className="paper-list">
      {documents.map(({ id, kind, body, number, title, sealed, issuedBy, issuedAt, url }) => (
        <li key={id}>
          <p>
            <strong>{t(kind === 'MINUTES' ? `papers.minutes.${body}` : `papers.kind.${kind}`)}</strong>
            <span>{number}</span>
          </p>
          <p>{title}</p>
          <p className="quiet">
            {t('papers.issued', { who: issuedBy, at: moment(issuedAt) })}
            {sealed ? <span className="paper-seal">{t('papers.sealNote')}</span> : null}
          </p>
          <p className="paper-files">
            <a href={`${url}.pdf`} download aria-label={t('papers.pdfOf', { title, number })}>
              {t('papers.pdf')}
            </a>
            <a href={`${url}.docx`} download aria-label={t('papers.wordOf', { title, number })}>
              {t('papers.word')}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
