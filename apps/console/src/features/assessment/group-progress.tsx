import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { AssessmentGroupsDocument, type AssessmentGroupsQuery } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { useNarrow } from '../../lib/narrow';
import { useGroupName } from './coverage-preview';
import type { CycleDetail } from './cycle-page';
import { orderOf } from './cycle-words';

type Group = AssessmentGroupsQuery['assessmentGroups'][number];

/** How far each group is. */
export function GroupProgress({ cycle }: { cycle: CycleDetail }) {
  const { t } = useTranslation('cycle');
  const narrow = useNarrow();
  const name = useGroupName(cycle.groupBy);
  const { data, refetch } = useQuery(AssessmentGroupsDocument, {
    variables: { id: cycle.id },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycle.id) void refetch();
  });
  const groups = data?.assessmentGroups ?? [];
  const at = orderOf(cycle.stage);
  const columns = (['self', 'verified', 'scored', 'computed'] as const).slice(0, Math.max(1, Math.min(4, at)));
  const done = (group: Group, key: (typeof columns)[number]) => `${group[key]} / ${group.total}`;
  return (
    <Panel title={t('groups.title')} note={t('groups.count', { count: groups.length })} flush>
      {narrow ? (
        <ul className="group-lines">
          {groups.map((group) => (
            <li key={group.key}>
              <strong>{name(group)}</strong>
              <p className="quiet">
                {[
                  t('progress.takes', { count: group.total }),
                  ...columns.map((key) => t(`progress.${key}`, { done: group[key], total: group.total })),
                ].join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <table className="cycle-rows">
          <thead>
            <tr>
              <th scope="col">{t('groups.group')}</th>
              <th scope="col" className="number">
                {t('groups.total')}
              </th>
              {columns.map((key) => (
                <th key={key} scope="col" className="number">
                  {t(`groups.${key}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('groups.late')}
              </th>
              <th scope="col" className="number">
                {t('groups.out')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key}>
                <th scope="row">{name(group)}</th>
                <td className="number">{group.total}</td>
                {columns.map((key) => (
                  <td key={key} className="number">
                    {done(group, key)}
                  </td>
                ))}
                <td className="number">{group.selfLate + group.verifiedLate || '—'}</td>
                <td className="number">{group.invited + group.declined + group.excluded || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
