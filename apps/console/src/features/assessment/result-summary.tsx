import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { AssessmentTrendDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import { apart, differenceText, pointsText, shortText } from './result-numbers';
import type { Result, ResultNodeParts } from './result-parts';

/** The total with its grade, and what it is made of; a part is chosen to see why. */
export function ResultSummary(props: {
  result: Result;
  assessmentId: string;
  chosen: string;
  choose(key: string): void;
}) {
  const { t } = useTranslation('result');
  const { result, chosen, choose } = props;
  const { data } = useQuery(AssessmentTrendDocument, { variables: { id: props.assessmentId } });
  const root = result.nodes[0];
  const points = data?.assessmentTrend ?? [];
  const before = points[points.findIndex(({ assessmentId }) => assessmentId === props.assessmentId) - 1];
  const narrow = useNarrow();
  const parts = result.nodes.filter(({ parentKey }) => root && parentKey === root.key);
  const full = parts.map(({ name }) => local(name));
  // two beside each other on a phone, without what all of them share
  const names = narrow ? apart(full) : full;
  return (
    <section className="panel result-summary" aria-label={t('total')}>
      <div className="result-total">
        <p className="quiet">{t('total')}</p>
        <p className="result-sum">
          <strong>{pointsText(result.total)}</strong>
          {root?.weight ? <span className="quiet"> / {shortText(root.weight)}</span> : null}
        </p>
        <p>
          {result.grade ? <strong>{local(result.grade.name)}</strong> : null}
          {result.rank !== null && result.group ? (
            <span className="quiet">{t('place', { rank: result.rank, count: result.group.base })}</span>
          ) : null}
          {before && result.total ? (
            <span className="quiet">{t('sinceLast', { difference: differenceText(before.total, result.total) })}</span>
          ) : null}
        </p>
        {result.total === null ? <p className="quiet">{t('incomplete')}</p> : null}
        {result.gradeNote ? <p className="quiet">{result.gradeNote}</p> : null}
      </div>
      <div className="result-parts" role="group" aria-label={t('parts')}>
        {parts.map((part, n) => (
          <button
            key={part.key}
            type="button"
            className="result-part"
            aria-pressed={part.key === chosen}
            onClick={() => choose(part.key)}
          >
            <span>{names[n]}</span>
            <PartSum part={part} />
          </button>
        ))}
      </div>
    </section>
  );
}

function PartSum({ part: { applies, points, weight, kind } }: { part: ResultNodeParts }) {
  const { t } = useTranslation('result');
  if (!applies) return <span className="quiet">{t('notApplying')}</span>;
  if (kind === 'VETO') return <span className="quiet">{t('kind.VETO')}</span>;
  return (
    <span className="result-part-sum">
      {pointsText(points)}
      {weight && Number(weight) > 0 ? ` / ${shortText(weight)}` : ''}
    </span>
  );
}
