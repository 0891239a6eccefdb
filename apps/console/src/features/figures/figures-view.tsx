import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { FiguresDocument, type FigureReach } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { numberOf, oneOf, text, useUrlState } from '../../lib/url-state';
import { FigureShares } from './figure-shares';
import { FigureChoices } from './figure-choices';
import { FigureTrend } from './figure-trend';
import { daysOf, SPANS, thisYear, years, type Span } from './months';
import { RowsDrawer } from './rows-drawer';

const REACHES = ['OWN', 'LED', 'SUBTREE'] as const;
const fields = {
  figure: text(),
  year: numberOf(years, thisYear),
  span: oneOf(SPANS, 'YEAR'),
  // whose rows are looked at, in which months
  rows: text(),
  from: text(),
  to: text(),
  reach: oneOf<FigureReach>(REACHES, 'SUBTREE'),
};
const closed = { rows: '', from: '', to: '', reach: 'SUBTREE' } as const;

/** The register of figures for a part of the tree and some months: all at a glance, one of them in depth. */
export function FiguresView() {
  const { t } = useTranslation('figures');
  const { within } = useScope();
  const [{ figure, year, span, rows: rowsAt, from, to, reach }, setState] = useUrlState(fields);
  const days = daysOf(year, span);
  const spanName = (value: Span): string => {
    if (value === 'YEAR') return t('wholeYear');
    const n = value.slice(1);
    return value.startsWith('Q') ? t('quarter', { n }) : t('month', { n });
  };
  const { data, previousData, error, refetch } = useQuery(FiguresDocument, {
    variables: { ...days, within },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('activity', () => void refetch());
  useLiveEvent('obligation', () => void refetch());
  useLiveEvent('matter', () => void refetch());
  const rows = (data ?? previousData)?.figures ?? [];
  const chosen = rows.find((row) => row.figure.key === figure) ?? rows[0];
  return (
    <>
      <div className="filter-row">
        <Select
          aria-label={t('year')}
          value={year}
          onChange={(value) => setState({ year: value })}
          options={years.map((value) => ({ value, label: t('ofYear', { year: value }) }))}
        />
        <Select
          aria-label={t('span')}
          value={span}
          onChange={(value) => setState({ span: value })}
          options={SPANS.map((value) => ({ value, label: spanName(value) }))}
          popupMatchSelectWidth={false}
        />
      </div>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      <FigureChoices rows={rows} chosen={chosen?.figure.key} choose={(key) => setState({ figure: key })} />
      {chosen ? (
        <div className="figure-depth">
          <FigureTrend row={chosen} year={year} within={within} />
          <FigureShares
            row={chosen}
            days={days}
            open={({ organizationId, ...open }) =>
              setState({ figure: chosen.figure.key, rows: organizationId ?? '', ...open })
            }
          />
        </div>
      ) : null}
      {chosen && rowsAt && from && to ? (
        <RowsDrawer
          figure={chosen.figure}
          open={{ organizationId: rowsAt, from, to, reach }}
          close={() => setState(closed)}
        />
      ) : null}
    </>
  );
}
