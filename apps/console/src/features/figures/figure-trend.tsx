import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { FigureTrendDocument, type FigureRowFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { share } from './share';
import { useFigureWords } from './words';

/** A figure over the months of a year: a column each, with its number. */
export function FigureTrend(props: { row: FigureRowFragment; year: number; within: string | null }) {
  const { t } = useTranslation('figures');
  const words = useFigureWords();
  const { key, name, unit } = props.row.figure;
  const { data, previousData, error, refetch } = useQuery(FigureTrendDocument, {
    variables: { key, from: `${props.year}-01-01`, to: `${props.year}-12-31`, within: props.within },
    fetchPolicy: 'cache-and-network',
  });
  const months = (data ?? previousData)?.figureTrend ?? [];
  const most = unit === 'PERCENT' ? 100 : Math.max(1, ...months.map(({ value }) => value ?? 0));
  if (error) return <ErrorView error={error} retry={() => void refetch()} />;
  return (
    <Panel title={t('trend', { name: local(name) })} note={t('ofYear', { year: props.year })}>
      <ol className="figure-months">
        {months.map(({ month, value }) => (
          <li key={month}>
            <span className="figure-month-value">{words(unit, value)}</span>
            <span className="figure-column" aria-hidden>
              <span style={share((value ?? 0) / most)} />
            </span>
            <span className="figure-month">{t('month', { n: Number(month.slice(5, 7)) })}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
