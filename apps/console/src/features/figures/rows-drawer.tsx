import { useQuery } from '@apollo/client/react';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { OrganizationName } from '../../components/organization-name';
import { ScopedLink } from '../../components/scoped-link';
import {
  FigureRowsDocument,
  type FigureReach,
  type FigureRowFragment,
  type FigureRowsQuery,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { rowAddress, rowsOf, useFigureWords } from './words';

const pageSize = 50;

/** Which rows of a figure are looked at. */
export interface OpenRows {
  readonly organizationId: string | null;
  readonly from: string;
  readonly to: string;
  readonly reach: FigureReach;
}

/** What a figure of an organization is counted from, each row with the page where it stands. */
export function RowsDrawer(props: { figure: FigureRowFragment['figure']; open: OpenRows; close(): void }) {
  const { t } = useTranslation('figures');
  const words = useFigureWords();
  const { key, name, unit, definition } = props.figure;
  const { organizationId, from, to, reach } = props.open;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(FigureRowsDocument, {
    variables: { key, from, to, within: organizationId, reach, first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const page = (data ?? previousData)?.figureRows;
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        figureRows: { ...next.figureRows, nodes: [...before.figureRows.nodes, ...next.figureRows.nodes] },
      }),
    });
  const title = t('rows.title', { name: local(name) });
  const list = rowsOf(key, { from, to }, organizationId);
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={620}
      open
      rootClassName="figure-rows"
      onClose={props.close}
      closable={{ 'aria-label': t('rows.close'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      <p className="figure-rows-head">
        {organizationId ? <OrganizationName id={organizationId} /> : t('rows.everywhere')}
        <span className="quiet">
          {t(`rows.reach.${reach}`)} · {t('rows.days', { from, to })}
        </span>
      </p>
      {page ? (
        <>
          <p className="figure-rows-sum">
            <strong>{words(unit, page.value === null || page.value === undefined ? null : Number(page.value))}</strong>
            {page.whole ? <span>{t('ratio', { part: page.part, whole: page.whole })}</span> : null}
            <span className="quiet">{t('rows.total', { count: page.totalCount })}</span>
          </p>
          <p className="quiet">{local(definition)}</p>
          {page.nodes.length ? <RowList rows={page.nodes} /> : <Empty>{t('rows.empty')}</Empty>}
          {page.pageInfo.hasNextPage ? (
            <Button type="link" className="figure-silent" loading={loading} onClick={() => void more()}>
              {t('rows.more', { shown: page.nodes.length, total: page.totalCount })}
            </Button>
          ) : null}
          {list ? <ScopedLink to={list}>{t('rows.list')}</ScopedLink> : null}
        </>
      ) : error ? null : (
        <div aria-busy="true" />
      )}
    </Drawer>
  );
}

function RowList({ rows }: { rows: FigureRowsQuery['figureRows']['nodes'] }) {
  const { t } = useTranslation('figures');
  return (
    <table className="figure-shares figure-row-list">
      <caption className="sr-only">{t('rows.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rows.what')}</th>
          <th scope="col">{t('rows.day')}</th>
          <th scope="col">{t('rows.counts')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <ScopedLink to={rowAddress(row)}>{local(row.title)}</ScopedLink>
              <span className="study-at">{row.organizationName}</span>
            </th>
            <td>{row.day}</td>
            <td>{row.whole && row.whole !== '0' ? t('ratio', { part: row.part, whole: row.whole }) : row.part}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
