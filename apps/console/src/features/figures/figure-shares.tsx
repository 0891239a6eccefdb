import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { FigureBreakdownDocument, type FigureRowFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useScope } from '../../lib/scope';
import type { OpenRows } from './rows-drawer';
import { share } from './share';
import { useFigureWords } from './words';

/** A figure by the organizations directly below; one of them opens what lies below it, the number opens its rows. */
export function FigureShares(props: {
  row: FigureRowFragment;
  days: { from: string; to: string };
  open(rows: OpenRows): void;
}) {
  const { t } = useTranslation('figures');
  const words = useFigureWords();
  const { within, setWithin } = useScope();
  const { key, name, unit, listed } = props.row.figure;
  const { data, previousData, error, refetch } = useQuery(FigureBreakdownDocument, {
    variables: { key, ...props.days, within },
    fetchPolicy: 'cache-and-network',
  });
  const [all, setAll] = useState(false);
  const shares = (data ?? previousData)?.figureBreakdown;
  const counted = shares?.filter(({ own, part, whole }) => own || part > 0 || (whole ?? 0) > 0);
  const silent = (shares?.length ?? 0) - (counted?.length ?? 0);
  const most = unit === 'PERCENT' ? 100 : Math.max(1, ...(shares ?? []).map(({ value }) => value ?? 0));
  if (error) return <ErrorView error={error} retry={() => void refetch()} />;
  return (
    <Panel title={t('shares', { name: local(name) })} note={t('sharesNote')} flush>
      {shares?.length === 0 ? <Empty>{t('sharesEmpty')}</Empty> : null}
      <table className="figure-shares">
        <caption className="sr-only">{t('shares', { name: local(name) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('organization')}</th>
            <th scope="col">{local(name)}</th>
            {unit === 'PERCENT' ? <th scope="col">{t('counted')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {(all ? shares : counted)?.map(({ organizationId, name: title, own, hasChildren, value, part, whole }) => (
            <tr key={organizationId}>
              <th scope="row">
                {hasChildren && !own ? (
                  <Button type="link" onClick={() => setWithin(organizationId)}>
                    {title}
                  </Button>
                ) : (
                  <span>{own && hasChildren ? t('own', { name: title }) : title}</span>
                )}
              </th>
              <td>
                <div className="figure-bar">
                  {value ? <span aria-hidden style={share(value / most)} /> : null}
                  {listed ? (
                    <Button
                      type="link"
                      aria-label={t('rows.open', { name: title, value: words(unit, value) })}
                      onClick={() => props.open({ organizationId, ...props.days, reach: own ? 'OWN' : 'SUBTREE' })}
                    >
                      {words(unit, value)}
                    </Button>
                  ) : (
                    <span>{words(unit, value)}</span>
                  )}
                </div>
              </td>
              {unit === 'PERCENT' ? <td>{t('ratio', { part, whole: whole ?? 0 })}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {silent > 0 ? (
        <Button type="link" className="figure-silent" onClick={() => setAll(!all)}>
          {all ? t('fold') : t('unfold', { count: silent })}
        </Button>
      ) : null}
    </Panel>
  );
}
