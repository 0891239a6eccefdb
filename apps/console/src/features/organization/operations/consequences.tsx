import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../../components/edge-glyph';
import { StateGlyph } from '../../../components/state-glyph';
import type { MoveConsequencesQuery } from '../../../generated/graphql';
import { local } from '../../../lib/i18n';

/** What a move would do, before it is done: how many go, who sees more or less, what forbids it. */
export function Consequences(props: {
  organization: { name: string; relation?: 'LEADS' | 'GUIDES' | null };
  found: MoveConsequencesQuery['moveConsequences'];
}) {
  const { organization, found } = props;
  const { t } = useTranslation('organization');
  return (
    <section className="consequences" aria-label={t('move.consequences')} aria-live="polite">
      <h3>{t('move.consequences')}</h3>
      <dl>
        <dt>{t('move.moved')}</dt>
        <dd>
          {found.organizationCount > 1
            ? t('move.movedWith', { name: organization.name, count: found.organizationCount - 1 })
            : t('move.movedAlone', { name: organization.name })}
        </dd>
        <dt>{t('move.from')}</dt>
        <dd>
          {organization.relation ? <EdgeGlyph relation={organization.relation} named /> : null}{' '}
          {found.from?.name ?? t('none')}
        </dd>
        <dt>{t('move.to')}</dt>
        <dd>
          <EdgeGlyph relation={found.newRelation} named /> {found.to.name}
        </dd>
        <dt>{t('move.sight')}</dt>
        <dd>{t('move.sightOf', { gaining: found.accountsGaining, losing: found.accountsLosing })}</dd>
      </dl>
      {found.warnings.map((warning) => (
        <p key={warning.zh} className="consequence-warning">
          <StateGlyph state="risk" /> {local(warning)}
        </p>
      ))}
      {found.refusals.map((refusal) => (
        <p key={refusal.zh} className="consequence-refusal" role="alert">
          <StateGlyph state="late" /> {local(refusal)}
        </p>
      ))}
    </section>
  );
}
