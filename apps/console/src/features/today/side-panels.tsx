import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import type { TodayNotificationsQuery, TodayOrganizationsQuery } from '../../generated/graphql';
import { near } from '../../lib/dates';
import { local } from '../../lib/i18n';

/** Notifications not read yet. */
export function Unread({ found }: { found: TodayNotificationsQuery['notifications'] }) {
  const { t } = useTranslation('today');
  return (
    <Panel
      title={t('unread.title')}
      note={t('unread.count', { count: found.totalCount })}
      extra={<ScopedLink to="/notifications">{t('unread.all')}</ScopedLink>}
      flush
    >
      {found.nodes.length === 0 ? <Empty good>{t('unread.empty')}</Empty> : null}
      <ul className="side-lines">
        {found.nodes.map((note) => (
          <li key={note.id}>
            <StateGlyph state="planned" />
            {note.link ? <ScopedLink to={note.link}>{local(note.title)}</ScopedLink> : <span>{local(note.title)}</span>}
            <time dateTime={note.createdAt}>{near(note.createdAt)}</time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** How many organizations each tier has. */
export function Tiers({ figures }: { figures: TodayOrganizationsQuery['organizationFigures'] }) {
  const { t } = useTranslation(['today', 'domain']);
  return (
    <Panel title={t('tiers.title')} note={t('tiers.count', { count: figures.total })} flush>
      <ul className="side-lines">
        {figures.byTier.map(({ tier, count }) => (
          <li key={tier ?? 'none'}>
            {tier ? (
              <ScopedLink to={`/organizations?tiers=${tier}`}>{t(`domain:tier.${tier}`)}</ScopedLink>
            ) : (
              <span>{t('tiers.none')}</span>
            )}
            <span className="side-number">{count}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The organizations founded last, each with what was done to it last. */
export function Changes({ organizations }: { organizations: TodayOrganizationsQuery['newest']['nodes'] }) {
  const { t } = useTranslation('today');
  const changes = organizations
    .flatMap((organization) => organization.operations.nodes.map((operation) => ({ organization, operation })))
    .slice(0, 6);
  return (
    <Panel title={t('changes.title')} flush>
      {changes.length === 0 ? <Empty>{t('changes.empty')}</Empty> : null}
      <ul className="side-lines">
        {changes.map(({ organization, operation }) => (
          <li key={operation.id}>
            <StateGlyph
              state={operation.pending ? 'planned' : 'done'}
              label={t(operation.pending ? 'changes.pending' : 'changes.done')}
            />
            <ScopedLink to={`/organizations/${organization.id}`}>
              {organization.name}
              <span className="cell-note">{local(operation.summary)}</span>
            </ScopedLink>
            <time dateTime={operation.effectiveOn}>{operation.effectiveOn}</time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
