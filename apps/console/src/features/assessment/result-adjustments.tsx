import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { pointsText } from './result-numbers';
import type { Result } from './result-parts';

type Adjustment = Result['adjustments'][number];

/** 平衡调整: what people set otherwise than it was computed, and why. */
export function ResultAdjustments(props: { result: Result; verb?(adjustment: Adjustment): ReactNode }) {
  const { t } = useTranslation('result');
  const { adjustments } = props.result;
  if (adjustments.length === 0) return null;
  return (
    <Panel title={t('adjustments.title')} note={t('adjustments.note', { count: adjustments.length })}>
      <ul className="result-said">
        {adjustments.map((adjustment) => (
          <li key={adjustment.id} data-over={adjustment.withdrawnAt ? '' : undefined}>
            <p>
              <strong>
                <AdjustmentWords result={props.result} adjustment={adjustment} />
              </strong>
              <span className="quiet">
                {t('by', { who: adjustment.madeBy, when: moment(adjustment.madeAt) })}
                {adjustment.withdrawnAt ? t('adjustments.withdrawn', { when: moment(adjustment.withdrawnAt) }) : null}
              </span>
              {adjustment.withdrawnAt ? null : props.verb?.(adjustment)}
            </p>
            <p>{adjustment.reason}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function AdjustmentWords({ result, adjustment }: { result: Result; adjustment: Adjustment }) {
  const { t } = useTranslation('result');
  const { nodeKey, points, grade } = adjustment;
  if (nodeKey === null) {
    const name = result.group?.grades.find(({ key }) => key === grade)?.name;
    return <>{t('adjustments.grade', { grade: name ? local(name) : grade })}</>;
  }
  const node = result.nodes.find(({ key }) => key === nodeKey);
  return <>{t('adjustments.points', { name: node ? local(node.name) : nodeKey, points: pointsText(points) })}</>;
}
