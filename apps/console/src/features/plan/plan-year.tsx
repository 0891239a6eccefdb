import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { StateWord } from '../../components/state-glyph';
import type { PlanRowFragment, YearPlanOverviewQuery } from '../../generated/graphql';
import { monthName } from '../../lib/dates';

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
type Month = PlanRowFragment['months'][number];

/** Organizations and months: how much is planned, and where something is missing. */
export function PlanYear(props: {
  overview: YearPlanOverviewQuery['yearPlanOverview'];
  open(organizationId: string, month: string): void;
  more(): void;
}) {
  const { t } = useTranslation('plan');
  const { overview } = props;
  if (overview.rows.length === 0) return <Empty>{t('emptyPlan')}</Empty>;
  return (
    <>
      <div className="board-frame plan-frame" role="region" aria-label={t('viewYear')} tabIndex={0}>
        <table className="plan-year">
          <caption className="sr-only">{t('viewYear')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('organization')}</th>
              {MONTHS.map((month) => (
                <th key={month} scope="col">
                  {monthName(`2027-${month}-01`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overview.rows.map((row) => (
              <tr key={row.organizationId}>
                <th scope="row">{row.name}</th>
                {MONTHS.map((month) => (
                  <td key={month}>
                    <Cell
                      row={row}
                      month={row.months.find((one) => one.month === Number(month))}
                      name={monthName(`2027-${month}-01`)}
                      open={() => props.open(row.organizationId, month)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="calendar-legend" aria-label={t('legend')}>
        <li>
          <StateWord state="planned">{t('state.PLACED')}</StateWord>
        </li>
        <li>
          <StateWord state="done">{t('state.PUBLISHED')}</StateWord>
        </li>
        <li>
          <StateWord state="late">{t('state.UNPLACED')}</StateWord>
        </li>
        <li>
          <StateWord state="waived">{t('state.LEFT_OUT')}</StateWord>
        </li>
      </ul>
      {overview.pageInfo.hasNextPage ? <Button onClick={props.more}>{t('more')}</Button> : null}
    </>
  );
}

function Cell(props: { row: PlanRowFragment; month: Month | undefined; name: string; open(): void }) {
  const { t } = useTranslation('plan');
  const { month, row } = props;
  if (!month) return <span className="board-none">—</span>;
  const { placed, published, unplaced, leftOut } = month;
  const parts = [
    published ? t('cell.published', { count: published }) : null,
    placed ? t('cell.placed', { count: placed }) : null,
    unplaced ? t('cell.unplaced', { count: unplaced }) : null,
    leftOut ? t('cell.leftOut', { count: leftOut }) : null,
  ].filter(Boolean);
  const kind = unplaced ? 'gap' : placed ? 'open' : published ? 'done' : 'out';
  return (
    <button
      type="button"
      className={`plan-cell plan-${kind}`}
      aria-label={`${placed + published}${unplaced ? `−${unplaced}` : ''} ${row.name} ${props.name}${t('colon')}${parts.join(t('comma'))}`}
      onClick={props.open}
    >
      {placed + published}
      {unplaced ? <b>{`−${unplaced}`}</b> : null}
    </button>
  );
}
