import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  ModerationGroupsDocument,
  ModerationToSettleDocument,
  type ModerationToSettleQuery,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useGroupName } from './coverage-preview';
import { ModerationDrawer } from './moderation-drawer';
import type { Moderated } from './moderation-page';
import { CompareLink } from './result-link';
import { DistributionDots } from './result-distribution';
import { ResultLines } from './result-lines';
import { pointsText } from './result-numbers';
import type { Distribution } from './result-parts';

/** Read again while the answer before is under way, it would be that one, from before what changed. */
const afresh = { fetchPolicy: 'cache-and-network', context: { queryDeduplication: false } } as const;

/** The groups with everybody's place; a row is opened to set something otherwise, or to decide an objection. */
export function ModerationGroups({ cycle, done }: { cycle: Moderated; done(): void }) {
  const { t } = useTranslation('result');
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(ModerationGroupsDocument, {
    variables: { id: cycle.id },
    ...afresh,
  });
  const settling = useQuery(ModerationToSettleDocument, {
    variables: { id: cycle.id },
    ...afresh,
  });
  const reread = () => {
    void refetch();
    void settling.refetch();
  };
  useLiveEvent('assessment', (event) => {
    if (event.id === cycle.id) reread();
  });
  const toSettle = settling.data?.assessmentsToSettle;
  const objected = new Set(toSettle?.objected.map(({ assessmentId }) => assessmentId));
  const groups = data?.assessmentDistribution ?? [];
  if (error && !data) return <ErrorView error={error} retry={reread} />;
  if (!data) return null;
  return (
    <>
      {toSettle && toSettle.objections > 0 ? (
        <p className="moderation-lacking">
          <StateWord state="pending">{t('moderation.objections', { count: toSettle.objections })}</StateWord>
        </p>
      ) : null}
      {groups.every(({ places }) => places.length === 0) ? (
        <div className="panel">
          <Empty>{t(cycle.stage === 'MODERATION' ? 'moderation.compute' : 'moderation.notYet')}</Empty>
        </div>
      ) : null}
      {groups
        .filter(({ places }) => places.length > 0)
        .map((group) => (
          <Group key={group.groupKey} group={group} cycle={cycle} objected={objected} open={setOpen} />
        ))}
      {cycle.stage === 'MODERATION' && toSettle ? <Lacking settling={toSettle} open={setOpen} /> : null}
      {open ? (
        <ModerationDrawer
          assessmentId={open}
          cycle={cycle}
          changed={() => {
            reread();
            done();
          }}
          close={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

/** Those of whom scores are missing: who they are, and the way to what is. */
function Lacking(props: { settling: ModerationToSettleQuery['assessmentsToSettle']; open(id: string): void }) {
  const { t } = useTranslation('result');
  const { lacking, lackingCount } = props.settling;
  if (lackingCount === 0) return null;
  return (
    <Panel title={t('lacking.title')} note={t('group.count', { count: lackingCount })}>
      <p className="moderation-lacking">{t('lacking.help')}</p>
      <ul className="moderation-names">
        {lacking.map(({ assessmentId, name }) => (
          <li key={assessmentId}>
            <button type="button" className="link-button" onClick={() => props.open(assessmentId)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface GroupProps {
  group: Distribution;
  cycle: Moderated;
  objected: ReadonlySet<string>;
  open(assessmentId: string): void;
}

function Group({ group, cycle, objected, open }: GroupProps) {
  const { t } = useTranslation('result');
  const name = useGroupName(cycle.groupBy)({ key: group.groupKey, name: group.groupName });
  return (
    <Panel
      title={name}
      note={t('group.count', { count: group.base })}
      extra={
        <span className="moderation-extra">
          {group.places[0]?.assessmentId ? (
            <CompareLink
              cycleId={cycle.id}
              first={group.places[0].assessmentId}
              second={group.places[1]?.assessmentId}
            />
          ) : null}
          <Limit group={group} />
        </span>
      }
    >
      <DistributionDots group={group} />
      <ResultLines lines={group.lines} />
      <table className="moderation-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('moderation.rank')}
            </th>
            <th scope="col">{t('moderation.assessed')}</th>
            <th scope="col" className="number">
              {t('total')}
            </th>
            <th scope="col">{t('moderation.grade')}</th>
            <th scope="col">{t('moderation.marks')}</th>
          </tr>
        </thead>
        <tbody>
          {group.places.map((place) => (
            <PlaceRow key={place.assessmentId} place={place} group={group} objected={objected} open={open} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function PlaceRow(props: Omit<GroupProps, 'cycle'> & { place: Distribution['places'][number] }) {
  const { t } = useTranslation('result');
  const { place, group, objected } = props;
  const { assessmentId, name, total, rank, grade, outsideLimit, moderated } = place;
  const gradeName = group.grades.find(({ key }) => key === grade)?.name;
  return (
    <tr>
      <td className="number">{rank}</td>
      <th scope="row">
        <button type="button" className="link-button" onClick={() => assessmentId && props.open(assessmentId)}>
          {name}
        </button>
      </th>
      <td className="number">{pointsText(total)}</td>
      <td>{gradeName ? local(gradeName) : '—'}</td>
      <td className="moderation-marks">
        {outsideLimit ? <StateWord state="waived">{t('moderation.outside')}</StateWord> : null}
        {moderated ? <StateWord state="planned">{t('moderation.moderated')}</StateWord> : null}
        {assessmentId && objected.has(assessmentId) ? (
          <StateWord state="pending">{t('moderation.objected')}</StateWord>
        ) : null}
      </td>
    </tr>
  );
}

/** How much of the best grade is given, as it stands now. */
function Limit({ group: { limit, topGiven, grades } }: { group: Distribution }) {
  const { t } = useTranslation('result');
  const grade = grades[0] ? local(grades[0].name) : '';
  if (limit === null || limit === undefined) return <>{t('limit.none', { grade, given: topGiven })}</>;
  return (
    <StateWord state={topGiven > limit ? 'late' : topGiven === limit ? 'done' : 'planned'}>
      {t('limit.of', { grade, given: topGiven, limit })}
    </StateWord>
  );
}
