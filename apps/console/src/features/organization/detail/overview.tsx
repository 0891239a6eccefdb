import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../../components/basis-chip';
import { EdgeGlyph } from '../../../components/edge-glyph';
import { Panel } from '../../../components/panel';
import { ScopedLink } from '../../../components/scoped-link';
import { StateGlyph } from '../../../components/state-glyph';
import { useAsOf } from '../../../lib/as-of';
import { today } from '../../../lib/dates';
import { local } from '../../../lib/i18n';
import { useMay } from '../../../lib/session';
import type { Facts, OperationAsked, Organization } from '../operations/operation-drawer';
import { HistoryPanel } from './history-panel';
import { BasicFacts } from './basic-facts';
import { OrganizationMembers } from '../../member/organization-members';
import { OrganizationStaff } from '../../staff/organization-staff';
import { OrganizationTeam } from '../../team/organization-team';
import { PublicationsPanel } from '../../access/publications-panel';
import { OrganizationUnits } from '../../unit/organization-units';
import { BelowPanel } from './below-panel';
import { SeatsPanel } from './seats-panel';

/** What stands in the way first, then what it has to do; facts, superiors and history at the side. */
export function Overview(props: {
  organization: Organization;
  facts: Facts;
  onAsk(asked: OperationAsked): void;
  onHistory(): void;
  onChildren(): void;
}) {
  const { organization, facts } = props;
  const { asOf } = useAsOf();
  return (
    <div className="overview">
      <div className="overview-main">
        <Flags id={organization.id} facts={facts} />
        <SeatsPanel organization={organization} facts={facts} onAsk={props.onAsk} />
        <OrganizationTeam id={organization.id} />
        <OrganizationStaff id={organization.id} />
        <OrganizationMembers id={organization.id} />
        <BelowPanel organization={organization} onAll={props.onChildren} />
        <OrganizationUnits id={organization.id} />
        <Duties facts={facts} />
      </div>
      <div className="overview-rail">
        <BasicFacts organization={organization} facts={facts} />
        <Edges organization={organization} facts={facts} />
        {organization.relation === 'GUIDES' && organization.parent && !asOf ? (
          <PublicationsPanel id={organization.id} guide={organization.parent.name} />
        ) : null}
        <HistoryPanel id={organization.id} onAll={props.onHistory} />
      </div>
    </div>
  );
}

function Flags({ id, facts }: { id: string; facts: Facts }) {
  const { t } = useTranslation('organization');
  const elects = useMay('member.maintain');
  if (facts.flags.length === 0) {
    return (
      <p className="no-flags">
        <StateGlyph state="done" /> {t('flag.none')}
      </p>
    );
  }
  return facts.flags.map((flag) => (
    <section
      key={flag.code}
      className={`flag flag-${flag.severity.toLowerCase()}`}
      aria-label={t(`flag.${flag.severity}`)}
    >
      <StateGlyph state={flag.severity === 'REFUSAL' ? 'late' : 'risk'} size={14} label={t(`flag.${flag.severity}`)} />
      <div>
        <p className="flag-text">{local(flag.message)}</p>
        <p className="flag-basis">
          {flag.rule ? (
            <BasisChip>
              {[local(flag.rule.name), flag.rule.basis ? local(flag.rule.basis) : ''].filter(Boolean).join(t('comma'))}
            </BasisChip>
          ) : null}
          <span className="nowrap">{t('flag.since', { date: flag.since })}</span>
          {elects && (flag.code === 'TERM_OVERDUE' || flag.code === 'TERM_ENDS_SOON') ? (
            <ScopedLink to={`/teams?states=OVERDUE.ENDING&organization=${id}`}>{t('flag.elect')}</ScopedLink>
          ) : null}
        </p>
      </div>
    </section>
  ));
}

function Duties({ facts }: { facts: Facts }) {
  const { t } = useTranslation(['organization', 'domain']);
  const profile = facts.dutyProfile;
  if (!profile) return null;
  return (
    <Panel title={t('duties.title')} note={t('duties.of', { type: t(`domain:type.${profile.type}`) })}>
      <ol className="duties">
        {profile.duties.map((duty) => (
          <li key={duty.zh}>{local(duty)}</li>
        ))}
      </ol>
      <BasisChip>{profile.basis}</BasisChip>
    </Panel>
  );
}

function Edges({ organization, facts }: { organization: Organization; facts: Facts }) {
  const { t } = useTranslation('organization');
  const { asOf } = useAsOf();
  const { parent, relation } = organization;
  const current = facts.superiors.filter(({ validTo }) => validTo == null || validTo > (asOf ?? today()));
  return (
    <Panel title={t('edges.title')}>
      <dl className="facts">
        <dt>{t('edges.parent')}</dt>
        <dd>{parent ? <ScopedLink to={`/organizations/${parent.id}`}>{parent.name}</ScopedLink> : t('edges.root')}</dd>
        {relation ? (
          <>
            <dt>{t('relationLabel')}</dt>
            <dd>
              <EdgeGlyph relation={relation} named />
            </dd>
            <dt>{t('edges.parentMay')}</dt>
            <dd>{t(`relationMeans.${relation}`)}</dd>
          </>
        ) : null}
        {current.map((superior) => (
          <Fragment key={superior.id}>
            <dt>{t('edges.superior')}</dt>
            <dd>
              <EdgeGlyph relation={superior.relation} named /> {superior.name}
              {superior.main ? t('edges.main') : null}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Panel>
  );
}
