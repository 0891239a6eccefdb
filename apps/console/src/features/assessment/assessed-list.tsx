import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Pager } from '../../components/pager';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  AssessmentGroupsDocument,
  AssessmentsOfCycleDocument,
  type AssessedRowFragment,
} from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { useNarrow } from '../../lib/narrow';
import { usePage } from '../../lib/url-state';
import { ActDrawer } from './act-drawer';
import { useGroupName } from './coverage-preview';
import type { CycleDetail } from './cycle-page';
import { orderOf, PARTICIPATION_SIGNS } from './cycle-words';
import { ResultLink } from './result-link';

/** on a page; on a phone, where what follows stands below */
const sizes = { wide: 30, narrow: 10 };

/** Everybody in the cycle, by groups, with what is still waited for. */
export function AssessedList({ cycle, done }: { cycle: CycleDetail; done(): void }) {
  const { t } = useTranslation('cycle');
  const narrow = useNarrow();
  const size = narrow ? sizes.narrow : sizes.wide;
  const { page } = usePage(size);
  const [group, setGroup] = useState<string | null>(null);
  const [excluding, setExcluding] = useState<AssessedRowFragment | null>(null);
  const name = useGroupName(cycle.groupBy);
  const groups = useQuery(AssessmentGroupsDocument, { variables: { id: cycle.id } }).data?.assessmentGroups ?? [];
  const { data, previousData, error, refetch } = useQuery(AssessmentsOfCycleDocument, {
    variables: { ...page, filter: { cycleId: cycle.id, groups: group ? [group] : null } },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycle.id) void refetch();
  });
  const found = (data ?? previousData)?.assessments;
  const rows = found?.nodes ?? [];
  const excludes = cycle.viewerCan.conduct && !cycle.cancelledAt && orderOf(cycle.stage) <= orderOf('MODERATION');
  const verb = (row: AssessedRowFragment) =>
    excludes && row.participation !== 'EXCLUDED' ? (
      <Button
        size="small"
        type="text"
        onClick={() => setExcluding(row)}
        aria-label={t('exclude.of', { name: row.subjectName })}
      >
        {t('exclude.short')}
      </Button>
    ) : null;
  return (
    <Panel
      title={t('assessed.title')}
      note={found ? t('assessed.count', { count: found.totalCount }) : undefined}
      extra={
        groups.length > 1 ? (
          <Select
            aria-label={t('groups.group')}
            size="small"
            value={group}
            options={[
              { value: null, label: t('assessed.all') },
              ...groups.map((one) => ({ value: one.key, label: name(one) })),
            ]}
            onChange={setGroup}
            className="assessed-group"
          />
        ) : null
      }
      flush
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {found && rows.length === 0 ? <Empty>{t('assessed.empty')}</Empty> : null}
      {narrow ? (
        <ul className="group-lines">
          {rows.map((row) => (
            <li key={row.id}>
              <ResultLink cycleId={cycle.id} assessment={row} />
              <p className="quiet">{name({ key: row.groupKey, name: row.groupName })}</p>
              <Progress row={row} />
              {verb(row)}
            </li>
          ))}
        </ul>
      ) : rows.length > 0 ? (
        <table className="cycle-rows">
          <thead>
            <tr>
              <th scope="col">{t('assessed.organization')}</th>
              <th scope="col">{t('groups.group')}</th>
              <th scope="col">{t('assessed.verifier')}</th>
              <th scope="col">{t('assessed.standing')}</th>
              <th scope="col">
                <span className="sr-only">{t('exclude.verb')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <ResultLink cycleId={cycle.id} assessment={row} />
                </th>
                <td className="nowrap">{name({ key: row.groupKey, name: row.groupName })}</td>
                <td>{row.verifier?.name}</td>
                <td>
                  <Progress row={row} />
                </td>
                <td>{verb(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {found && found.totalCount > size ? (
        <Pager info={found.pageInfo} total={found.totalCount} shown={rows.length} size={size} />
      ) : null}
      {excluding ? (
        <ActDrawer
          act={{ kind: 'exclude', assessment: excluding }}
          cycle={cycle}
          close={(taken) => {
            setExcluding(null);
            if (taken) done();
          }}
        />
      ) : null}
    </Panel>
  );
}

function Progress({ row }: { row: AssessedRowFragment }) {
  const { t } = useTranslation('cycle');
  const { participation, participationNote, selfSubmittedAt, selfLate, verifiedAt, verifiedLate } = row;
  if (participation !== 'REQUIRED' && participation !== 'OPTED_IN')
    return (
      <span className="assessed-progress">
        <StateWord state={PARTICIPATION_SIGNS[participation]}>{t(`participation.${participation}`)}</StateWord>
        {participationNote ? <span className="quiet">{participationNote}</span> : null}
      </span>
    );
  const mark = (at: string | null | undefined, late: boolean, key: 'self' | 'verified') =>
    at ? (
      <StateWord state={late ? 'late' : 'done'}>
        {t(late ? `assessed.${key}Late` : `assessed.${key}`, { on: dayOf(at).slice(5) })}
      </StateWord>
    ) : (
      <StateWord state="unplanned">{t(`assessed.${key}Open`)}</StateWord>
    );
  return (
    <span className="assessed-progress">
      {mark(selfSubmittedAt, selfLate, 'self')}
      {mark(verifiedAt, verifiedLate, 'verified')}
      {participation === 'OPTED_IN' ? <span className="quiet">{t('participation.OPTED_IN')}</span> : null}
    </span>
  );
}
