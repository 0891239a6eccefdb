import { useQuery } from '@apollo/client/react';
import { LeftOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tabs, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../components/edge-glyph';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import { OrganizationPageDocument } from '../../generated/graphql';
import { useNarrow } from '../../lib/narrow';
import { useAsOf } from '../../lib/as-of';
import { oneOf, useUrlState } from '../../lib/url-state';
import { ChildrenTable } from './detail/children-table';
import { HistoryTab } from './detail/history-tab';
import { Overview } from './detail/overview';
import { Unseen } from './detail/unseen';
import type { Organization, OperationAsked } from './operations/operation-drawer';

const TABS = ['overview', 'children', 'history'] as const;
const fields = { tab: oneOf(TABS, 'overview') };

/** One organization: who it is, what stands in its way, what is below it, what happened to it. */
export function OrganizationDetail(props: { id: string; onAsk(asked: OperationAsked): void }) {
  const { t } = useTranslation(['organization', 'domain']);
  const narrow = useNarrow();
  const { asOf } = useAsOf();
  const [{ tab }, set] = useUrlState(fields);
  const { data, error, refetch } = useQuery(OrganizationPageDocument, { variables: { id: props.id, asOf } });
  const organization = data?.organization;
  if (error && !organization) return <ErrorView error={error} retry={() => void refetch()} />;
  if (data && !organization)
    return <Empty action={<ScopedLink to="/organizations">{t('all')}</ScopedLink>}>{t('gone')}</Empty>;
  if (!organization) return <div className="organization-detail" aria-busy="true" />;

  const facts = organization.details;
  const tabs = [
    { key: 'overview', label: t('tab.overview') },
    // Only what there is; an address that names it still shows that there is nothing.
    ...(organization.childCount > 0 || tab === 'children'
      ? [{ key: 'children', label: `${t('tab.children')} ${organization.childCount}` }]
      : []),
    { key: 'history', label: t('tab.history') },
  ];
  return (
    <article className="organization-detail" aria-label={organization.name}>
      {narrow ? (
        <>
          <ScopedLink to="/organizations" className="organization-back">
            <LeftOutlined aria-hidden /> {t('title')}
          </ScopedLink>
          <PageHead title={organization.name} />
        </>
      ) : null}
      <header className="organization-head">
        <div className="organization-words">
          <Ancestors organization={organization} />
          <div className="organization-title">
            {narrow ? null : <h2>{organization.name}</h2>}
            <Tag variant="filled">{t(`domain:type.${organization.type}`)}</Tag>
            {organization.status !== 'ACTIVE' ? (
              <StateWord state={organization.status === 'DISSOLVED' ? 'waived' : 'unplanned'}>
                {t(`domain:status.${organization.status}`)}
              </StateWord>
            ) : null}
            {organization.relation && organization.parent ? (
              <span className="organization-edge">
                <EdgeGlyph relation={organization.relation} />
                {t(`heldBy.${organization.relation}`, { name: organization.parent.name })}
              </span>
            ) : null}
          </div>
        </div>
        {!asOf && facts?.viewerCan.maintain && organization.status !== 'DISSOLVED' ? (
          <ChangeMenu organization={organization} onAsk={props.onAsk} />
        ) : null}
      </header>
      {facts ? (
        <>
          <Tabs
            className="organization-tabs"
            activeKey={tab}
            onChange={(key) => set({ tab: TABS.find((one) => one === key) ?? 'overview' })}
            items={tabs}
          />
          <div className="organization-content">
            {tab === 'overview' ? (
              <Overview
                organization={organization}
                facts={facts}
                onAsk={props.onAsk}
                onHistory={() => set({ tab: 'history' })}
                onChildren={() => set({ tab: 'children' })}
              />
            ) : null}
            {tab === 'children' ? (
              <ChildrenTable
                organization={organization}
                mayExport={facts.viewerCan.export}
                mayMaintain={facts.viewerCan.maintain}
              />
            ) : null}
            {tab === 'history' ? (
              <HistoryTab id={organization.id} mayChange={!asOf && facts.viewerCan.maintain} onAsk={props.onAsk} />
            ) : null}
          </div>
        </>
      ) : (
        <Unseen organization={organization} />
      )}
    </article>
  );
}

function Ancestors({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organization');
  if (organization.ancestors.length === 0) return null;
  return (
    <nav className="organization-crumbs" aria-label={t('ancestors')}>
      <ol>
        {organization.ancestors.map((ancestor) => (
          <li key={ancestor.id}>
            <ScopedLink to={`/organizations/${ancestor.id}`}>{ancestor.name}</ScopedLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** 变更…: what dragging does, too, for those who do not drag. */
function ChangeMenu({ organization, onAsk }: { organization: Organization; onAsk(asked: OperationAsked): void }) {
  const { t } = useTranslation('organization');
  const { id, type, relation } = organization;
  const items = [
    // A party group has nothing below it; the root is neither moved nor dissolved.
    ...(type === 'PARTY_GROUP' ? [] : [{ key: 'found', label: t('change.found') }]),
    { key: 'rename', label: t('change.rename') },
    { key: 'retype', label: t('change.retype') },
    { key: 'merge', label: t('change.merge') },
    ...(relation
      ? [
          { key: 'move', label: t('change.move') },
          { key: 'split', label: t('change.split') },
          { key: 'dissolve', label: t('change.dissolve') },
        ]
      : []),
  ];
  const ask = (key: string) => {
    if (key === 'found') onAsk({ kind: 'found', parentId: id });
    else if (
      key === 'rename' ||
      key === 'merge' ||
      key === 'split' ||
      key === 'retype' ||
      key === 'dissolve' ||
      key === 'move'
    )
      onAsk({ kind: key, id });
  };
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => ask(key) }}>
      <Button aria-haspopup="menu">{t('change.verb')}</Button>
    </Dropdown>
  );
}
