import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { StateGlyph } from '../../../components/state-glyph';
import { PublicationsPanel } from '../../access/publications-panel';
import type { Organization } from '../operations/operation-drawer';

/** What everybody signed in may see, and why there is no more: being refused is not an error. */
export function Unseen({ organization }: { organization: Organization }) {
  const { t } = useTranslation(['organization', 'domain']);
  return (
    <div className="organization-content">
      {organization.relation === 'GUIDES' && organization.parent ? (
        <PublicationsPanel id={organization.id} guide={organization.parent.name} />
      ) : (
        <div className="unseen">
          <StateGlyph state="refused" size={16} />
          <p>{t('unseen.noGrant')}</p>
        </div>
      )}
      <Panel title={t('unseen.identity')}>
        <dl className="facts">
          <dt>{t('facts.code')}</dt>
          <dd>{organization.code}</dd>
          <dt>{t('facts.type')}</dt>
          <dd>{t(`domain:type.${organization.type}`)}</dd>
          {organization.tier ? (
            <>
              <dt>{t('facts.tier')}</dt>
              <dd>{t(`domain:tier.${organization.tier}`)}</dd>
            </>
          ) : null}
          <dt>{t('facts.below')}</dt>
          <dd>
            {organization.descendantCount > 0
              ? t('tree.organizations', { count: organization.descendantCount })
              : t('none')}
          </dd>
        </dl>
      </Panel>
    </div>
  );
}
