import './ledger.css';

/** Parts of a page that exclude each other, in the place where other ledgers have their views. */
export function LedgerTabs<T extends string>(props: {
  label: string;
  tabs: readonly T[];
  shown: T;
  word(tab: T): string;
  choose(tab: T): void;
}) {
  const { label, tabs, shown, word, choose } = props;
  return (
    <nav className="ledger-views" aria-label={label}>
      <div className="ledger-view-tabs">
        {tabs.map((tab) => (
          <button key={tab} type="button" aria-current={tab === shown ? 'page' : undefined} onClick={() => choose(tab)}>
            {word(tab)}
          </button>
        ))}
      </div>
    </nav>
  );
}
