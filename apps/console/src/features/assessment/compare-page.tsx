import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import {
  AssessmentComparisonDocument,
  ComparedOfDocument,
  type AssessmentComparisonQuery,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { flag, text, useUrlState } from '../../lib/url-state';
import { CompareChooser } from './compare-chooser';
import { CompareTable } from './compare-table';
import { useGroupName } from './coverage-preview';
import { SchemeName } from './cycle-columns';
import { pointsText, signedText } from './result-numbers';
import { CompareRadar } from './result-radar';
import './compare.css';
import './result.css';

export type Comparison = NonNullable<AssessmentComparisonQuery['assessmentComparison']>;
type Side = Comparison['first'];

const fields = { first: text(), second: text(), different: flag() };

/** 两两对比: two of the assessed of one cycle, indicator by indicator. */
export function ComparePage() {
  const { t } = useTranslation(['result', 'cycle']);
  const { cycleId = '' } = useParams();
  const [{ first, second, different }, setState] = useUrlState(fields);
  const of = useQuery(ComparedOfDocument, first ? { variables: { id: first } } : skipToken).data?.assessment;
  const both = Boolean(first && second && first !== second);
  const { data, error, refetch } = useQuery(
    AssessmentComparisonDocument,
    both ? { variables: { first, second }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  useLiveEvent('assessment', (event) => {
    if (event.id === cycleId && both) void refetch();
  });
  const comparison = data?.assessmentComparison;
  const cycle = of?.cycle;
  return (
    <>
      <PageHead
        title={t('compare.title')}
        crumbs={[
          { name: t('cycle:title'), to: paths.assessments },
          ...(cycle ? [{ name: cycle.title, to: `${paths.assessments}/${cycle.id}` }] : []),
        ]}
        note={cycle ? <SchemeName scheme={cycle.scheme} /> : undefined}
      />
      <div className="page-body compare-page">
        <div className="panel compare-choose">
          <CompareChooser
            label={t('compare.first')}
            cycleId={cycleId}
            chosen={first}
            name={comparison?.first.name ?? of?.subjectName}
            other={second}
            choose={(id) => setState({ first: id })}
          />
          <Button
            disabled={!both}
            aria-label={t('compare.swap')}
            onClick={() => setState({ first: second, second: first })}
          >
            ⇄
          </Button>
          <CompareChooser
            label={t('compare.second')}
            cycleId={cycleId}
            chosen={second}
            name={comparison?.second.name}
            other={first}
            choose={(id) => setState({ second: id })}
          />
        </div>
        {error && !data ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {!both ? (
          <div className="panel">
            <Empty>{t('compare.choose')}</Empty>
          </div>
        ) : null}
        {both && data && !comparison ? (
          <div className="panel">
            <Empty>{t('compare.nothing')}</Empty>
          </div>
        ) : null}
        {comparison && cycle ? (
          <>
            <div className="compare-heads">
              <Totals comparison={comparison} cycleId={cycleId} groupBy={cycle.groupBy} />
              <CompareRadar first={comparison.first} second={comparison.second} />
            </div>
            <Panel
              title={t('compare.points')}
              note={t('compare.note', { first: comparison.first.name, second: comparison.second.name })}
              extra={
                <Checkbox checked={different} onChange={({ target }) => setState({ different: target.checked })}>
                  {t('compare.different')}
                </Checkbox>
              }
              flush
            >
              <CompareTable comparison={comparison} different={different} />
            </Panel>
          </>
        ) : null}
      </div>
    </>
  );
}

/** Where they are furthest apart: indicators, not groups of them. */
function Widest({ comparison: { nodes } }: { comparison: Comparison }) {
  const { t } = useTranslation('result');
  const apart = nodes
    .filter(({ kind, difference }) => kind !== 'GROUP' && kind !== 'VETO' && Number(difference ?? 0) !== 0)
    .sort((a, b) => Math.abs(Number(b.difference)) - Math.abs(Number(a.difference)))
    .slice(0, 5);
  if (apart.length === 0) return null;
  return (
    <>
      <p className="quiet compare-widest-title">{t('compare.widest')}</p>
      <ol className="compare-widest">
        {apart.map(({ key, name, difference }) => (
          <li key={key}>
            <span>{local(name)}</span>
            <span className="compare-less" data-sign={Number(difference) < 0 ? 'less' : 'more'}>
              {signedText(difference)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Totals(props: { comparison: Comparison; cycleId: string; groupBy: Parameters<typeof useGroupName>[0] }) {
  const { t } = useTranslation('result');
  const { comparison, cycleId, groupBy } = props;
  const groupName = useGroupName(groupBy);
  const side = (one: Side) => (
    <div className="compare-total">
      <p>
        <ScopedLink to={`${paths.assessments}/${cycleId}/results/${one.assessmentId}`}>{one.name}</ScopedLink>
      </p>
      <p className="result-sum">
        <strong>{pointsText(one.total)}</strong>
      </p>
      <p className="quiet">
        {[
          one.grade ? local(one.grade.name) : '',
          one.rank === null || one.rank === undefined ? '' : t('compare.rank', { rank: one.rank }),
          groupName({ key: one.groupKey, name: one.groupName }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
  return (
    <Panel title={t('total')} note={t('compare.difference', { points: signedText(comparison.difference) })}>
      <div className="compare-totals">
        {side(comparison.first)}
        {side(comparison.second)}
      </div>
      <Widest comparison={comparison} />
    </Panel>
  );
}
