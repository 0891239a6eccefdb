import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  ModerationAssessedDocument,
  ModerationGroupsDocument,
  type ModerationAssessedQuery,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useGroupName } from './coverage-preview';
import { ModerationDrawer } from './moderation-drawer';
import type { Moderated } from './moderation-page';
import { DistributionDots } from './result-distribution';
import { ResultLines } from './result-lines';
import { pointsText } from './result-numbers';
import type { Distribution } from './result-parts';

/** The most the API gives at once. */
const SIZE = 100;

/** The groups with everybody's place; a row is opened to set something otherwise, or to decide an objection. */
export function ModerationGroups({ cycle, done }: { cycle: Moderated; done(): void }) {
  const { t } = useTranslation('result');
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(ModerationGroupsDocument, {
    variables: { id: cycle.id },
    fetchPolicy: 'cache-and-network',
  });
  const said = useQuery(ModerationAssessedDocument, {
    variables: { id: cycle.id, first: SIZE },
    fetchPolicy: 'cache-and-network',
  });
  const reread = () => {
    void refetch();
    void said.refetch();
  };
  useLiveEvent('assessment', (event) => {
    if (event.id === cycle.id) reread();
  });
  const assessed = said.data?.assessments.nodes ?? [];
  const objected = new Set(assessed.filter(objects).map(({ id }) => id));
  const groups = data?.assessmentDistribution ?? [];
  if (error && !data) return <ErrorView error={error} retry={reread} />;
  if (!data) return null;
  return (
    <>
      {objected.size > 0 ? (
        <p className="moderation-lacking">
          <StateWord state="pending">{t('moderation.objections', { count: objected.size })}</StateWord>
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
      {cycle.stage === 'MODERATION' ? <Lacking assessed={assessed} open={setOpen} /> : null}
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

/** An objection was raised that nobody has decided yet. */
function objects({ steps }: { steps: readonly { kind: string }[] }): boolean {
  const count = (kind: string) => steps.filter((step) => step.kind === kind).length;
  return count('OBJECTED') > count('OBJECTION_DECIDED');
}

/** Those of whom scores are missing: who they are, and the way to what is. */
function Lacking(props: { assessed: ModerationAssessedQuery['assessments']['nodes']; open(id: string): void }) {
  const { t } = useTranslation('result');
  const lacking = props.assessed.filter(
    ({ total, participation }) => total === null && ['REQUIRED', 'OPTED_IN'].includes(participation),
  );
  if (lacking.length === 0) return null;
  return (
    <Panel title={t('lacking.title')} note={t('group.count', { count: lacking.length })}>
      <p className="moderation-lacking">{t('lacking.help')}</p>
      <ul className="moderation-names">
        {lacking.map(({ id, subjectName }) => (
          <li key={id}>
            <button type="button" className="link-button" onClick={() => props.open(id)}>
              {subjectName}
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
    <Panel title={name} note={t('group.count', { count: group.base })} extra={<Limit group={group} />}>
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
