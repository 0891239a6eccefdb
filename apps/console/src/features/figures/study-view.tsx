import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import { MemberStudyDocument, type MemberStudyQuery } from '../../generated/graphql';
import { useScope } from '../../lib/scope';
import { numberOf, useUrlState } from '../../lib/url-state';
import { thisYear, years } from './months';
import { share } from './share';

const fields = { year: numberOf(years, thisYear) };
const pageSize = 50;

/** Attendance and hours of study by member, against what the rules ask for. */
export function StudyView() {
  const { t } = useTranslation('figures');
  const { within } = useScope();
  const [{ year }, setState] = useUrlState(fields);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(MemberStudyDocument, {
    variables: { year, within, first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const page = (data ?? previousData)?.memberStudy;
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        memberStudy: { ...next.memberStudy, nodes: [...before.memberStudy.nodes, ...next.memberStudy.nodes] },
      }),
    });
  if (error) return <ErrorView error={error} retry={() => void refetch()} />;
  return (
    <>
      <div className="filter-row">
        <Select
          aria-label={t('year')}
          value={year}
          onChange={(value) => setState({ year: value })}
          options={years.map((value) => ({ value, label: t('ofYear', { year: value }) }))}
        />
      </div>
      {page ? (
        <Panel
          title={t('study.title')}
          note={
            page.metCount === null || page.metCount === undefined
              ? t('study.total', { total: page.totalCount })
              : t('study.met', { total: page.totalCount, met: page.metCount })
          }
          flush
        >
          {page.nodes.length ? <StudyTable rows={page.nodes} /> : <Empty>{t('study.empty')}</Empty>}
          {page.pageInfo.hasNextPage ? (
            <Button type="link" className="figure-silent" loading={loading} onClick={() => void more()}>
              {t('study.more', { shown: page.nodes.length, total: page.totalCount })}
            </Button>
          ) : null}
        </Panel>
      ) : null}
    </>
  );
}

function StudyTable({ rows }: { rows: MemberStudyQuery['memberStudy']['nodes'] }) {
  const { t } = useTranslation('figures');
  return (
    <div className="study-frame" tabIndex={0} role="region" aria-label={t('study.title')}>
      <table className="figure-shares study-table">
        <caption className="sr-only">{t('study.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('study.name')}</th>
            <th scope="col">{t('study.hours')}</th>
            <th scope="col">{t('study.presence')}</th>
            <th scope="col">{t('study.onLeave')}</th>
            <th scope="col">{t('study.absent')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.memberId}>
              <th scope="row">
                <ScopedLink to={`/members?member=${row.memberId}`}>{row.name}</ScopedLink>
                <span className="study-at">
                  {row.organizationName}
                  {row.leads ? ` · ${t('study.leads')}` : null}
                </span>
              </th>
              <td>
                <div className="figure-bar">
                  <span aria-hidden className="study-track">
                    <span style={share(row.requiredHours ? row.studyHours / row.requiredHours : 1)} />
                  </span>
                  {row.studyHours >= row.requiredHours ? <StateGlyph state="done" /> : null}
                  {t('study.ofHours', { hours: row.studyHours, asked: row.requiredHours })}
                </div>
              </td>
              <td>{row.entitled ? t('ratio', { part: row.present, whole: row.entitled }) : t('none')}</td>
              <td>{row.onLeave}</td>
              <td>{row.absent}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
