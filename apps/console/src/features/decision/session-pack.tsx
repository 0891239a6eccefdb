import { useTranslation } from 'react-i18next';
import type { SessionPapersQuery } from '../../generated/graphql';
import { moment } from '../../lib/dates';

/** The pack of papers: as it is kept since the members were called, with the versions before; before that made when asked for. */
export function SessionPack({ sessionId, packs }: { sessionId: string; packs: SessionPapersQuery['sessionPacks'] }) {
  const { t } = useTranslation('decision');
  const [latest, ...earlier] = packs;
  return (
    <div className="paper-pack">
      <p>
        <a href={`/files/sessions/${sessionId}/pack.pdf`} download>
          {t('papers.pack')}
        </a>
      </p>
      {latest ? (
        <>
          <p className="quiet">
            {t('papers.packKept', { no: latest.no, pages: latest.pages, at: moment(latest.madeAt) })}
            <span className="paper-hash" title={t('papers.packHash', { hash: latest.sha256 })}>
              SHA-256 {latest.sha256.slice(0, 12)}…
            </span>
          </p>
          {earlier.length > 0 ? (
            <p className="quiet paper-earlier">
              {t('papers.packEarlier')}
              {earlier.map(({ id, no, url, madeAt }) => (
                <a key={id} href={url} download title={moment(madeAt)}>
                  {t('papers.packVersion', { no })}
                </a>
              ))}
            </p>
          ) : null}
        </>
      ) : (
        <p className="quiet">{t('papers.packText')}</p>
      )}
    </div>
  );
}
