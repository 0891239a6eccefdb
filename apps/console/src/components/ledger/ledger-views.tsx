import { useTranslation } from 'react-i18next';
import type { LedgerParts } from './use-ledger';

/** A view that comes with the product: its name and the state it puts into the address. */
export interface ShippedView {
  readonly key: string;
  readonly name: string;
  readonly state: string;
}

/** Saved states of a ledger as tabs above it. */
export function LedgerViews(props: { ledger: LedgerParts; kind: string; shipped?: readonly ShippedView[] }) {
  const { t } = useTranslation('ledger');
  const { ledger, shipped = [] } = props;
  const tabs = [{ key: 'all', name: t('view.all'), state: '' }, ...shipped];
  return (
    <nav className="ledger-views" aria-label={t('view.label')}>
      {tabs.map((view) => (
        <button
          key={view.key}
          type="button"
          aria-current={ledger.query === view.state ? 'page' : undefined}
          onClick={() => ledger.apply(view.state)}
        >
          {view.name}
        </button>
      ))}
    </nav>
  );
}
