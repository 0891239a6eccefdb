import { useQuery } from '@apollo/client/react';
import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import {
  AssessmentCycleConductDocument,
  AssessmentGroupsDocument,
  type AssessmentCycleConductQuery,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { ActDrawer, type CycleAct } from './act-drawer';
import type { CycleDetail } from './cycle-page';
import { CycleFiles } from './cycle-files';
import { CycleSteps } from './cycle-steps';
import { useGroupName } from './coverage-preview';
import { HINT_SIGNS, orderOf } from './cycle-words';
import { Gaps } from './gaps';
import { VotesOfCycle } from './vote-link';

/** Beside the assessed: what is missing, experts, what changed meanwhile, facts, what happened. */
export function CycleSide({ cycle, done }: { cycle: CycleDetail; done(): void }) {
  const { t } = useTranslation('cycle');
  const { conduct } = cycle.viewerCan;
  const { data, refetch } = useQuery(AssessmentCycleConductDocument, {
    variables: { id: cycle.id },
    skip: !conduct,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycle.id && conduct) void refetch();
  });
  const [act, setAct] = useState<CycleAct | null>(null);
  const over = Boolean(cycle.cancelledAt) || cycle.stage === 'FINAL';
  return (
    <div className="cycle-side">
      {data && !over ? (
        <Panel title={t('gaps.title')}>
          <Gaps gaps={data.assessmentCycleGaps} ready />
        </Panel>
      ) : null}
      {data && data.assessmentCycleHints.length > 0 ? <Hints hints={data.assessmentCycleHints} /> : null}
      {data ? <Experts scorers={data.assessmentScorers} cycle={cycle} begin={setAct} /> : null}
      {data ? <VotesOfCycle cycle={cycle} conduct={data} /> : null}
      {conduct && cycle.progress.computed > 0 ? <CycleFiles cycle={cycle} done={done} /> : null}
      <Facts cycle={cycle} />
      <Panel title={t('steps')}>
        <CycleSteps steps={cycle.steps} />
      </Panel>
      {act ? (
        <ActDrawer
          act={act}
          cycle={cycle}
          close={(taken) => {
            setAct(null);
            if (!taken) return;
            done();
            void refetch();
          }}
        />
      ) : null}
    </div>
  );
}

function Hints({ hints }: { hints: AssessmentCycleConductQuery['assessmentCycleHints'] }) {
  const { t } = useTranslation('cycle');
  return (
    <Panel title={t('hints.title')} note={t('hints.count', { count: hints.length })}>
      <ul className="cycle-gaps">
        {hints.map(({ kind, organizationId, name, before, after }) => (
          <li key={`${kind} ${organizationId}`}>
            <StateGlyph state={HINT_SIGNS[kind]} />
            <div>
              <p>
                <ScopedLink to={`/organizations/${organizationId}`}>{name}</ScopedLink>
              </p>
              <p className="quiet">{t(`hint.${kind}`, { before: local(before), after: local(after) })}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Experts(props: {
  scorers: AssessmentCycleConductQuery['assessmentScorers'];
  cycle: CycleDetail;
  begin(act: CycleAct): void;
}) {
  const { t } = useTranslation('cycle');
  const { scorers, cycle, begin } = props;
  const groupName = useGroupName(cycle.groupBy);
  const at = orderOf(cycle.stage);
  const names = !cycle.cancelledAt && at <= orderOf('EXPERT_REVIEW');
  const removes = !cycle.cancelledAt && at <= orderOf('MODERATION');
  const groups = useQuery(AssessmentGroupsDocument, { variables: { id: cycle.id } }).data?.assessmentGroups ?? [];
  const called = (key: string) => groupName({ key, name: groups.find((one) => one.key === key)?.name ?? key });
  return (
    <Panel
      title={t('experts.title')}
      note={t('experts.count', { count: scorers.filter(({ removedAt }) => !removedAt).length })}
      extra={
        names ? (
          <Button type="link" size="small" onClick={() => begin({ kind: 'scorers' })}>
            {t('scorers.verb')}
          </Button>
        ) : null
      }
    >
      {scorers.length === 0 ? <p className="quiet">{t('experts.none')}</p> : null}
      <ul className="experts">
        {scorers.map((scorer) => (
          <li key={scorer.id} className={scorer.removedAt ? 'expert-gone' : undefined}>
            <p>
              <strong>{scorer.name}</strong>
              <span className="quiet">
                {scorer.removedAt
                  ? t('experts.removed', { count: scorer.submitted, reason: scorer.removedReason })
                  : t('experts.progress', { done: scorer.submitted, total: scorer.asked })}
              </span>
              {removes && !scorer.removedAt ? (
                <Button
                  type="text"
                  size="small"
                  aria-label={t('removeScorer.of', { name: scorer.name })}
                  onClick={() => begin({ kind: 'removeScorer', scorer })}
                >
                  {t('removeScorer.short')}
                </Button>
              ) : null}
            </p>
            <p className="quiet">
              {[
                scorer.groups ? scorer.groups.map(called).join(t('listComma')) : t('experts.allGroups'),
                ...(scorer.recused.length > 0
                  ? [t('experts.recused', { names: scorer.recused.map((one) => one.name).join(t('listComma')) })]
                  : []),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Facts({ cycle }: { cycle: CycleDetail }) {
  const { t } = useTranslation(['cycle', 'domain']);
  const { tiers, organizationTypes, relations, groupBy, organization, openedBy, createdAt, snapshotAt } = cycle;
  const join = (words: readonly string[]) => words.join(t('listComma'));
  return (
    <Panel title={t('facts')}>
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 84 } }}
        items={[
          { key: 'by', label: t('column.organization'), children: organization?.name },
          {
            key: 'scope',
            label: t('scope'),
            children: [
              join(relations.map((one) => t(`open.relation.${one}`))),
              tiers ? join(tiers.map((one) => t(`domain:tier.${one}`))) : t('allTiers'),
              organizationTypes ? join(organizationTypes.map((one) => t(`domain:type.${one}`))) : t('allTypes'),
            ].join(t('semicolon')),
          },
          { key: 'groupBy', label: t('open.groupBy'), children: t(`groupBy.${groupBy}`) },
          {
            key: 'snapshot',
            label: t('snapshotAt'),
            children: snapshotAt ? moment(snapshotAt) : t('notRead'),
          },
          { key: 'opened', label: t('opened'), children: t('by', { who: openedBy, when: moment(createdAt) }) },
        ]}
      />
    </Panel>
  );
}
