import { App, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph, type State } from '../../components/state-glyph';
import type { ImportSummaryFragment } from '../../generated/graphql';
import { dayOf, moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { FaultyRowsButton } from './faulty-rows-button';

const glyphs: Partial<Record<ImportSummaryFragment['state'], State>> = {
  IMPORTED: 'done',
  UNDONE: 'waived',
  DISCARDED: 'waived',
  FAILED: 'late',
};

/** Step four: what was written, what was not, and the way back for the whole batch. */
export function ReceiptView(props: { batch: ImportSummaryFragment; busy: boolean; onUndo(): void }) {
  const { batch } = props;
  const { t } = useTranslation('import');
  const { modal } = App.useApp();
  const held = batch.faulty + batch.blocked;
  const undoable =
    batch.state === 'IMPORTED' && batch.undoableUntil != null && new Date(batch.undoableUntil) > new Date();
  const undo = () =>
    void modal.confirm({
      title: t('undo.title'),
      content: t('undo.text', { created: batch.created, updated: batch.updated }),
      okText: t('undo.verb'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      icon: null,
      autoFocusButton: 'cancel',
      onOk: props.onUndo,
    });
  const figures = [
    ['created', batch.created],
    ['updated', batch.updated],
    ['unchanged', batch.unchanged],
    ['held', held],
    ['corrected', batch.corrected],
  ] as const;
  return (
    <div className="page-body receipt">
      <Panel title={t('receipt.title')} note={batch.confirmedAt ? moment(batch.confirmedAt) : null}>
        <p className="receipt-sentence" role="status">
          <StateGlyph state={glyphs[batch.state] ?? 'done'} size={16} />
          <span>{sentence(batch, t)}</span>
        </p>
        {batch.state === 'IMPORTED' || batch.state === 'UNDONE' ? (
          <dl className="receipt-figures">
            {figures.map(([name, count]) => (
              <div key={name}>
                <dt>{t(`receipt.${name}`)}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <p className="receipt-actions">
          {batch.state === 'IMPORTED' ? <ScopedLink to="/organizations">{t('receipt.toTree')}</ScopedLink> : null}
          {undoable && held > 0 ? <FaultyRowsButton batch={batch} /> : null}
          {undoable ? (
            <Button onClick={undo} loading={props.busy}>
              {t('undo.verb')}
            </Button>
          ) : null}
          {batch.state === 'IMPORTED' ? null : <ScopedLink to="/import">{t('receipt.again')}</ScopedLink>}
        </p>
        {undoable && batch.undoableUntil ? (
          <p className="quiet">{t('undo.until', { date: dayOf(batch.undoableUntil) })}</p>
        ) : null}
      </Panel>
    </div>
  );
}

function sentence(batch: ImportSummaryFragment, t: TFunction<'import'>): string {
  if (batch.state === 'DISCARDED') return t('receipt.discarded');
  if (batch.state === 'UNDONE') {
    const when = batch.undoneAt ? moment(batch.undoneAt) : '';
    return t('receipt.undone', { when, created: batch.created, updated: batch.updated });
  }
  if (batch.state === 'FAILED') return batch.failure ? local(batch.failure) : t('receipt.failed');
  if (batch.receipt) return local(batch.receipt);
  return t('receipt.done', { created: batch.created, updated: batch.updated });
}
