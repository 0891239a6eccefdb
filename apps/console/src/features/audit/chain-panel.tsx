import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { StateWord } from '../../components/state-glyph';
import type { AuditChainQuery } from '../../generated/graphql';
import { dayOf, moment, near } from '../../lib/dates';
import { local } from '../../lib/i18n';
import '../../components/panel.css';

type Chain = AuditChainQuery['auditChain'];

/** After so many minutes what is not sealed is late: sealing runs every five. */
const PATIENCE = 15;

/** Where the chain stands: whether it was found whole, up to where it is sealed, what is not, how long things stay. */
export function ChainPanel({ chain, onEvent }: { chain: Chain; onEvent(id: string): void }) {
  const { t } = useTranslation('audit');
  const { lastBlock, unsealedEvents, unsealedSince, lastVerification } = chain;
  const minutes = unsealedSince ? Math.max(0, Math.floor((Date.now() - Date.parse(unsealedSince)) / 60_000)) : 0;
  return (
    <section className="panel audit-chain" aria-label={t('chain.title')}>
      <p className="audit-chain-state">
        {!lastVerification ? (
          <StateWord state="unplanned">{t('chain.never')}</StateWord>
        ) : lastVerification.ok ? (
          <StateWord state="done">
            {t('chain.good', {
              when: near(lastVerification.verifiedAt),
              count: lastVerification.events + lastVerification.archivedEvents,
            })}
          </StateWord>
        ) : (
          <StateWord state="late">{t('chain.broken', { when: near(lastVerification.verifiedAt) })}</StateWord>
        )}
      </p>
      {lastVerification && !lastVerification.ok ? (
        <ul className="audit-findings">
          {lastVerification.findings.map((finding) => (
            <li key={`${finding.kind} ${finding.block} ${finding.eventId}`}>
              {local(finding.text)}{' '}
              {finding.eventId && finding.kind !== 'EVENT_MISSING' ? (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => finding.eventId && onEvent(finding.eventId)}
                >
                  {t('chain.showEvent')}
                </button>
              ) : null}
            </li>
          ))}
          <li>{t('chain.whatToDo')}</li>
        </ul>
      ) : null}
      <dl>
        <div>
          <dt>{t('chain.lastBlock')}</dt>
          <dd>
            {lastBlock ? (
              <>
                {t('chain.block', { number: lastBlock.number, when: moment(lastBlock.sealedAt) })}{' '}
                <code title={lastBlock.hash}>{lastBlock.hash.slice(0, 16)}</code>
              </>
            ) : (
              t('chain.noBlock')
            )}
          </dd>
        </div>
        <div>
          <dt>{t('chain.unsealed')}</dt>
          <dd>
            {unsealedEvents === 0 ? (
              t('chain.allSealed')
            ) : minutes > PATIENCE ? (
              <StateWord state="risk">{t('chain.unsealedCount', { count: unsealedEvents, minutes })}</StateWord>
            ) : (
              t('chain.unsealedCount', { count: unsealedEvents, minutes })
            )}
          </dd>
        </div>
        <div>
          <dt>{t('chain.retention')}</dt>
          <dd>
            {t('chain.months', { count: chain.retentionMonths })} <BasisChip>{local(chain.retentionBasis)}</BasisChip>
            {chain.archivedUntil ? (
              <p className="quiet">
                {t('chain.archived', { count: chain.archivedEvents, until: dayOf(chain.archivedUntil) })}
              </p>
            ) : null}
          </dd>
        </div>
      </dl>
    </section>
  );
}
