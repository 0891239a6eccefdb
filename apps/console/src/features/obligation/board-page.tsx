import { useQuery } from '@apollo/client/react';
import { App, Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { StateWord } from '../../components/state-glyph';
import {
  BoardTypesDocument,
  ComplianceBoardDocument,
  type BoardCellFragment,
  type BoardRowFragment,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { numberOf, oneOf, text, useUrlState } from '../../lib/url-state';
import { BoardGrid } from './board-grid';
import { columnsOf } from './board-columns';
import { CellDrawer } from './cell-drawer';
import { signOf, SPANS, STATES } from './words';
import './board.css';

const thisYear = Number(today().slice(0, 4));
/** What is derived: from last year's beginning to next year's end. */
const years = [thisYear - 1, thisYear, thisYear + 1];
const fields = { type: text(), by: oneOf(SPANS, 'MONTH'), year: numberOf(years, thisYear) };
const pageSize = 50;
/** As many as the API answers at once; what is read anew after a change has no more. */
const largest = 100;

/** What was required and what was fulfilled, by organization and month: late is dark, order is pale. */
export function BoardPage() {
  const { t } = useTranslation(['obligation', 'domain']);
  const { message } = App.useApp();
  const { within } = useScope();
  const [{ type, by, year }, setState] = useUrlState(fields);
  const [first, setFirst] = useState(pageSize);
  const [open, setOpen] = useState<{ row: BoardRowFragment; cell: BoardCellFragment } | null>(null);
  const types = useQuery(BoardTypesDocument).data?.activityTypes ?? [];
  const chosen = types.find(({ key }) => key === type);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ComplianceBoardDocument, {
    variables: {
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      by,
      types: chosen ? [chosen.id] : null,
      within,
      first,
    },
    skip: type !== '' && types.length === 0,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('obligation', () => void refetch());
  useLiveEvent('activity', () => void refetch());
  const board = (data ?? previousData)?.complianceBoard;
  const more = () =>
    fetchMore({
      variables: { after: board?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        complianceBoard: {
          ...next.complianceBoard,
          rows: [...before.complianceBoard.rows, ...next.complianceBoard.rows],
        },
      }),
    });
  const counted = board
    ? {
        DONE: board.counts.done,
        AWAITING_RECORD: board.counts.awaitingRecord,
        PLANNED: board.counts.planned,
        AT_RISK: board.counts.atRisk,
        LATE: board.counts.late,
        UNPLANNED: board.counts.unplanned,
        WAIVED: board.counts.waived,
      }
    : null;
  return (
    <>
      <PageHead
        title={t('title')}
        note={
          board && counted
            ? t('note', {
                what: chosen ? local(chosen.name) : t('allTypes'),
                year,
                total: board.counts.total,
                done: counted.DONE,
                late: counted.LATE,
              })
            : undefined
        }
      />
      <div className="page-body">
        <div className="filter-row board-filters">
          <Select
            aria-label={t('type')}
            value={type}
            onChange={(value) => setState({ type: value })}
            options={[
              { value: '', label: t('allTypes') },
              ...types.map(({ key, name }) => ({ value: key, label: local(name) })),
            ]}
            popupMatchSelectWidth={false}
          />
          <Select
            aria-label={t('year')}
            value={year}
            onChange={(value) => setState({ year: value })}
            options={years.map((value) => ({ value, label: t('ofYear', { year: value }) }))}
          />
          <Segmented
            aria-label={t('by')}
            value={by}
            onChange={(value) => setState({ by: value })}
            options={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))}
          />
        </div>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {board && board.rows.length === 0 && !loading ? <Empty>{`${t('empty')}${t('emptyHelp')}`}</Empty> : null}
        {board && board.rows.length > 0 ? (
          <>
            <BoardGrid
              rows={board.rows}
              columns={columnsOf(year, by, today())}
              span={by}
              chosen={open ? `${open.row.organizationId} ${open.cell.startsOn}` : ''}
              open={(row, cell) => setOpen({ row, cell })}
            />
            <ul className="board-legend" aria-label={t('legend')}>
              {STATES.map((state) => (
                <li key={state}>
                  <StateWord state={signOf[state]}>
                    {t(`state.${state}`)} {counted?.[state]}
                  </StateWord>
                </li>
              ))}
            </ul>
            {board.pageInfo.hasNextPage ? (
              <Button onClick={() => (first < largest ? setFirst(largest) : void more())} loading={loading}>
                {t('more', { shown: board.rows.length, of: board.organizationCount })}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
      {open ? (
        <CellDrawer
          key={`${open.row.organizationId} ${open.cell.startsOn}`}
          row={open.row}
          cell={open.cell}
          type={chosen}
          close={() => setOpen(null)}
          done={(words) => {
            void message.success(words);
            void refetch();
          }}
        />
      ) : null}
    </>
  );
}
