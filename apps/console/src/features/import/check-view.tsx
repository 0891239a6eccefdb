import { useQuery } from '@apollo/client/react';
import { App, Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../components/disclosure';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Pager } from '../../components/pager';
import { StateWord } from '../../components/state-glyph';
import { ImportRowsDocument, type ImportRowState, type ImportSummaryFragment } from '../../generated/graphql';
import { localOr } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import { oneOf, usePage, useUrlState } from '../../lib/url-state';
import { CheckCounts } from './check-counts';
import { FaultRail } from './fault-rail';
import { FaultyRowsButton } from './faulty-rows-button';
import { RowCards } from './row-cards';
import { RowTable } from './row-table';
import { useCorrection } from './use-correction';

const SHOWN = ['ALL', 'FAULTY', 'BLOCKED', 'FLAGGED', 'GOOD'] as const;
const fields = { show: oneOf(SHOWN, 'ALL') };
const PAGE = 50;

/** Step two: every row as it was read, what is wrong where, and what importing now would do. */
export function CheckView(props: {
  batch: ImportSummaryFragment;
  busy: boolean;
  onConfirm(goodRowsOnly: boolean): void;
  onAdjust(): void;
  onCorrected(): void;
  onDiscard(): void;
}) {
  const { batch } = props;
  const corrections = useCorrection(batch.id, props.onCorrected);
  const { t } = useTranslation('import');
  const { modal } = App.useApp();
  const narrow = useNarrow();
  const [address, set] = useUrlState(fields);
  const { page } = usePage(PAGE);
  // On a phone nobody reads all rows: it begins with those to correct.
  const show = narrow && address.show === 'ALL' ? (batch.faulty > 0 ? 'FAULTY' : 'GOOD') : address.show;
  const state: ImportRowState | null = show === 'ALL' ? null : show;
  const { data, previousData, error, refetch } = useQuery(ImportRowsDocument, {
    variables: { id: batch.id, filter: { state }, ...page },
    // corrections and other columns change what was read before
    fetchPolicy: 'cache-and-network',
  });
  const rows = (data ?? previousData)?.importBatch?.rows;
  const held = batch.faulty + batch.blocked;
  const counts: Record<(typeof SHOWN)[number], number> = {
    ALL: batch.total,
    FAULTY: batch.faulty,
    BLOCKED: batch.blocked,
    FLAGGED: batch.flagged,
    GOOD: batch.good - batch.flagged,
  };
  const choices = SHOWN.filter((one) => one !== 'BLOCKED' || batch.blocked > 0);

  const confirm = () => {
    if (held === 0) return props.onConfirm(false);
    void modal.confirm({
      title: t('confirm.title', { count: batch.good }),
      content: t('confirm.text', { held }),
      okText: t('confirm.verb', { count: batch.good }),
      cancelText: t('confirm.back'),
      icon: null,
      onOk: () => props.onConfirm(true),
    });
  };
  const discard = () =>
    void modal.confirm({
      title: t('discard.title'),
      content: t('discard.text', { count: batch.total }),
      okText: t('discard.verb'),
      cancelText: t('cancel'),
      icon: null,
      autoFocusButton: 'cancel',
      onOk: props.onDiscard,
    });

  return (
    <>
      <div className="check">
        <section className="check-work" aria-label={t('step.check')}>
          {narrow ? (
            <CheckCounts counts={counts} shown={show} onShow={(next) => set({ show: next })} />
          ) : (
            <div className="check-head">
              <Segmented
                aria-label={t('show.label')}
                value={show}
                onChange={(next) => set({ show: next })}
                options={choices.map((one) => ({ value: one, label: `${t(`show.${one}`)} ${counts[one]}` }))}
              />
              {batch.headingRow != null ? (
                <span className="quiet">{t('heading', { row: batch.headingRow })}</span>
              ) : null}
              <Disclosure button={t('mapping.title')}>
                {() => <Mapping batch={batch} onAdjust={props.onAdjust} />}
              </Disclosure>
            </div>
          )}
          {error && !rows ? <ErrorView error={error} retry={() => void refetch()} /> : null}
          {rows && rows.nodes.length === 0 ? <Empty>{t(`none.${show}`)}</Empty> : null}
          {rows && rows.nodes.length > 0 ? (
            <>
              {narrow ? (
                <RowCards rows={rows.nodes} batch={batch} corrections={corrections} />
              ) : (
                <RowTable rows={rows.nodes} batch={batch} corrections={corrections} />
              )}
              <Pager info={rows.pageInfo} total={rows.totalCount} shown={rows.nodes.length} size={PAGE} />
            </>
          ) : null}
        </section>
        {narrow ? null : <FaultRail batch={batch} corrections={corrections} onShow={(next) => set({ show: next })} />}
      </div>
      <footer className="import-bar">
        <p>
          {t(batch.flagged > 0 ? 'bar.sentenceFlagged' : 'bar.sentence', {
            good: batch.good,
            created: batch.created,
            updated: batch.updated,
            unchanged: batch.unchanged,
            flagged: batch.flagged,
            held,
          })}
        </p>
        <div className="import-bar-buttons">
          <Button type="text" onClick={discard}>
            {t('discard.verb')}
          </Button>
          {held > 0 ? <FaultyRowsButton batch={batch} /> : null}
          <Button type="primary" disabled={batch.good === 0} loading={props.busy} onClick={confirm}>
            {t('confirm.verb', { count: batch.good })}
          </Button>
        </div>
      </footer>
    </>
  );
}

/** Which column was taken for what. */
function Mapping({ batch, onAdjust }: { batch: ImportSummaryFragment; onAdjust(): void }) {
  const { t } = useTranslation('import');
  return (
    <div className="mapping">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('mapping.heading')}</th>
            <th scope="col">{t('mapping.field')}</th>
          </tr>
        </thead>
        <tbody>
          {batch.mapping.map((one) => (
            <tr key={one.column}>
              <td>{one.heading}</td>
              <td>
                {localOr(one.field, t('mapping.unused'))}
                {one.field && !one.certain ? <StateWord state="risk">{t('mapping.guessed')}</StateWord> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" onClick={onAdjust}>
        {t('map.adjust')}
      </Button>
      {batch.skipped.length > 0 ? (
        <p className="quiet">{t('mapping.skipped', { count: batch.skipped.length })}</p>
      ) : null}
      <ul>
        {batch.skipped.map((one) => (
          <li key={one.row} className="quiet">
            {t('rowNumber', { row: one.row })} {one.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
