import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ledger } from '../../generated/graphql';
import { Disclosure } from '../disclosure';
import type { LedgerParts } from './use-ledger';
import { useViews } from './use-views';
import { ViewsDrawer } from './views-drawer';
import './ledger.css';

/** A view that comes with the product: its name and the state it puts into the address. */
export interface ShippedView {
  readonly key: string;
  readonly name: string;
  readonly state: string;
  /** How many rows it shows, where that is known. */
  readonly count?: number;
}

/** Saved states of a ledger as tabs above it: everything, what is shipped, one's own, what others share. */
export function LedgerViews(props: {
  ledger: LedgerParts;
  kind: Ledger;
  /** What the ledger opens with; everything when left out. Its state is the empty one. */
  first?: ShippedView;
  shipped?: readonly ShippedView[];
}) {
  const { t } = useTranslation('ledger');
  const { ledger, first = { key: 'all', name: t('view.all'), state: '' }, shipped = [] } = props;
  const [managing, setManaging] = useState(false);
  const views = useViews(ledger, props.kind, [first, ...shipped]);
  const { shown, changed } = views;
  return (
    <nav className="ledger-views" aria-label={t('view.label')}>
      <div className="ledger-view-tabs">
        {views.tabs.map((view) => (
          <button
            key={view.key}
            type="button"
            aria-current={view === shown ? 'page' : undefined}
            onClick={() => views.open(view)}
          >
            {view.owner ? t('view.of', { name: view.name, owner: view.owner }) : view.name}
            {view.count === undefined ? null : <span className="view-count"> {view.count}</span>}
            {view === shown && changed ? <span className="quiet"> {t('view.changed')}</span> : null}
          </button>
        ))}
      </div>
      <div className="ledger-view-verbs">
        {shown?.own && changed ? (
          <Button size="small" onClick={() => shown.own && void views.keep(shown.own)}>
            {t('view.keep')}
          </Button>
        ) : null}
        {!shown || changed ? (
          <Disclosure button={t('view.save')} align="right" className="disclosure-button">
            {(close) => <NameForm save={async (name) => (await views.save(name)) && close()} />}
          </Disclosure>
        ) : null}
        {views.own.length > 0 ? (
          <Button size="small" type="text" onClick={() => setManaging(true)}>
            {t('view.manage')}
          </Button>
        ) : null}
      </div>
      {managing ? <ViewsDrawer views={views} close={() => setManaging(false)} /> : null}
    </nav>
  );
}

function NameForm({ save }: { save(name: string): Promise<unknown> }) {
  const { t } = useTranslation('ledger');
  const [name, setName] = useState('');
  const [saving, setSaving] = useState(false);
  return (
    <form
      className="view-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim()) return;
        setSaving(true);
        void save(name.trim()).finally(() => setSaving(false));
      }}
    >
      <Input
        autoFocus
        maxLength={40}
        value={name}
        placeholder={t('view.name')}
        aria-label={t('view.name')}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="primary" htmlType="submit" loading={saving} disabled={!name.trim()}>
        {t('view.save')}
      </Button>
      <p className="quiet">{t('view.saves')}</p>
    </form>
  );
}
