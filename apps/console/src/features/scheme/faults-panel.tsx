import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateGlyph, StateWord } from '../../components/state-glyph';
import type { SchemeFaultPartsFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';

/** What keeps a draft from being published; each leads to where it is. */
export function FaultsPanel(props: { faults: readonly SchemeFaultPartsFragment[]; go(nodeKey: string | null): void }) {
  const { t } = useTranslation('scheme');
  const { faults, go } = props;
  return (
    <Panel
      title={t('faults.title')}
      note={faults.length > 0 ? t('faults.count', { count: faults.length }) : undefined}
      flush
    >
      {faults.length === 0 ? (
        <p className="scheme-fine">
          <StateWord state="done">{t('faults.none')}</StateWord>
        </p>
      ) : (
        <ul className="scheme-faults" aria-label={t('faults.title')}>
          {faults.map((fault, i) => (
            <li key={`${fault.path} ${fault.code} ${i}`}>
              <StateGlyph state="risk" />
              <button type="button" onClick={() => go(fault.nodeKey)}>
                <strong>{local(fault.place)}</strong>
                <span>{local(fault.message)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
