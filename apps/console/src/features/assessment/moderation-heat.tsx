import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { ModerationDimensionsDocument, type ModerationDimensionsQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import type { Moderated } from './moderation-page';
import { ResultLink } from './result-link';
import { percentText, pointsText } from './result-numbers';

type Row = ModerationDimensionsQuery['assessmentDimensions'][number];

/** From which share each step of the colour begins, the highest first. */
const STEPS = [0.95, 0.9, 0.8, 0.7, 0.6];
export const stepOf = (share: number): number => STEPS.length - [...STEPS, 0].findIndex((least) => share >= least);

/** 热力图: organizations by dimensions, each as a share of what there is to gain; the number always stands in the cell. */
export function ModerationHeat({ cycle }: { cycle: Moderated }) {
  const { t } = useTranslation('result');
  const [group, setGroup] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(ModerationDimensionsDocument, {
    variables: { id: cycle.id },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycle.id) void refetch();
  });
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const all = data.assessmentDimensions;
  const groups = [...new Set(all.map(({ groupName }) => groupName))];
  const rows = all.filter(({ groupName }) => group === null || groupName === group);
  const columns = columnsOf(all);
  if (all.length === 0)
    return (
      <div className="panel">
        <Empty>{t('moderation.compute')}</Empty>
      </div>
    );
  return (
    <Panel
      title={t('heat.title')}
      note={t('heat.note')}
      extra={
        groups.length > 1 ? (
          <Select
            aria-label={t('heat.group')}
            size="small"
            value={group}
            popupMatchSelectWidth={false}
            options={[{ value: null, label: t('heat.all') }, ...groups.map((value) => ({ value, label: value }))]}
            onChange={setGroup}
          />
        ) : null
      }
      flush
    >
      <div className="heat-frame" role="region" aria-label={t('heat.title')} tabIndex={0}>
        <table className="heat">
          <thead>
            <tr>
              <th scope="col">{t('moderation.assessed')}</th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  {local(name)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.assessmentId}>
                <th scope="row">
                  <ResultLink
                    computed
                    cycleId={cycle.id}
                    assessment={{ id: row.assessmentId, subjectName: row.name, total: row.total }}
                  />
                </th>
                {columns.map(({ key }) => (
                  <HeatCell key={key} dimension={row.dimensions.find((one) => one.key === key)} />
                ))}
                <td className="number">{pointsText(row.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** The dimensions of all, in the order in which they come. */
function columnsOf(rows: readonly Row[]) {
  const columns = new Map<string, Row['dimensions'][number]>();
  for (const { dimensions } of rows) for (const one of dimensions) if (!columns.has(one.key)) columns.set(one.key, one);
  return [...columns.values()];
}

function HeatCell({ dimension }: { dimension?: Row['dimensions'][number] }) {
  const share = dimension?.share ?? null;
  if (!dimension || share === null) return <td className="quiet">—</td>;
  return (
    <td data-heat={stepOf(Number(share))} title={`${pointsText(dimension.points)} / ${dimension.weight ?? ''}`}>
      {percentText(share)}
    </td>
  );
}
