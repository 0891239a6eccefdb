import { SearchOutlined } from '@ant-design/icons';
import { Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../components/empty';
import { ErrorView } from '../../../components/error-view';
import { useAsOf } from '../../../lib/as-of';
import { flag, oneOf, text, useUrlState } from '../../../lib/url-state';
import { TIERS } from '../words';
import type { Dragged } from './tree-drag';
import { TreeList } from './tree-list';
import { isSearching, useOrganizationMatches } from './use-organization-matches';
import type { OrganizationTree } from './use-organization-tree';

const fields = { q: text(), tier: oneOf(['', ...TIERS], ''), flagged: flag() };
/** Typing rests this long before the server is asked. */
const TYPING_MS = 250;

/** The left pane: search, two filters, and the tree or what was found in it. All of it stands in the address. */
export function OrganizationTreePane(props: {
  tree: OrganizationTree;
  within: string | null;
  selectedId: string | null;
  onOpen(id: string): void;
  onMove?(dragged: Dragged, targetId: string): void;
}) {
  const { tree, selectedId } = props;
  const { asOf } = useAsOf();
  const { t } = useTranslation(['organization', 'domain']);
  const [address, setAddress] = useUrlState(fields);
  const [typed, setTyped] = useState(address.q);
  const search = { text: address.q, tier: address.tier === '' ? null : address.tier, flaggedOnly: address.flagged };
  const searching = isSearching(search);
  const matches = useOrganizationMatches(search, props.within, asOf);

  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (typed.trim() !== address.q) setAddress({ q: typed.trim() });
    }, TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [typed, address.q, setAddress]);

  const clear = () => {
    setTyped('');
    setAddress({ q: '', tier: '', flagged: false });
  };
  const error = searching ? matches.error : tree.error;
  return (
    <section className="organization-pane" aria-label={t('tree.pane')}>
      <div className="organization-filters" role="search">
        <Input
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('tree.placeholder')}
          aria-label={t('tree.placeholder')}
          type="search"
          allowClear
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          aria-label={t('tree.tierFilter')}
          value={address.tier}
          onChange={(tier) => setAddress({ tier })}
          options={[
            { value: '' as const, label: t('tree.allTiers') },
            ...TIERS.map((tier) => ({ value: tier, label: t(`domain:tier.${tier}`) })),
          ]}
          popupMatchSelectWidth={false}
        />
        <Checkbox checked={address.flagged} onChange={(event) => setAddress({ flagged: event.target.checked })}>
          {t('tree.flaggedOnly')}
        </Checkbox>
      </div>
      <p className="sr-only" role="status">
        {searching && !matches.loading ? t('tree.found', { count: matches.total }) : ''}
      </p>
      {error ? <ErrorView error={error} retry={() => (searching ? void matches.reload() : tree.reload())} /> : null}
      {searching && !error && !matches.loading && matches.total === 0 ? (
        <Empty
          action={
            <button type="button" className="link-button" onClick={clear}>
              {t('tree.clear')}
            </button>
          }
        >
          {t(search.text ? 'tree.nothingFor' : 'tree.nothing', { text: search.text })}
        </Empty>
      ) : null}
      <TreeList
        rows={searching ? matches.rows : tree.rows}
        label={t('tree.label')}
        selectedId={selectedId}
        wanted={searching ? search.text : ''}
        onOpen={props.onOpen}
        onToggle={(key) => (searching ? undefined : tree.toggle(key))}
        onMore={(row) => (searching ? matches.more() : tree.loadMore(row.branch))}
        onMove={props.onMove}
      />
    </section>
  );
}
