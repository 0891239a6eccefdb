import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  AssessmentCyclePreviewDocument,
  type AssessmentCyclePreviewQuery,
  type AssessmentGroupBy,
  type PreviewAssessmentCycleInput,
} from '../../generated/graphql';
import './cycle.css';

type Preview = AssessmentCyclePreviewQuery['assessmentCyclePreview'];

/** Whom a scope covers while it is being chosen: by groups, who is invited, and who is left out and why. */
export function CoveragePreview({ scope }: { scope: PreviewAssessmentCycleInput | null }) {
  const { t } = useTranslation(['cycle', 'domain']);
  const wanted = useDeferredValue(JSON.stringify(scope));
  const input = JSON.parse(wanted) as PreviewAssessmentCycleInput | null;
  const { data, previousData, error, refetch } = useQuery(AssessmentCyclePreviewDocument, {
    variables: { input: input ?? { organizationId: '', relations: [], groupBy: 'NONE' } },
    skip: !input,
    fetchPolicy: 'cache-and-network',
  });
  const found = input ? (data ?? previousData)?.assessmentCyclePreview : undefined;
  const note = found ? t('preview.count', { required: found.required, invited: found.invited }) : undefined;
  return (
    <div className="coverage-preview" aria-live="polite">
      <Panel title={t('preview.title')} note={note} flush>
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {input ? null : <Empty>{t('preview.none')}</Empty>}
        {found && found.groups.length === 0 ? <Empty>{t('preview.nobody')}</Empty> : null}
        {found?.groups.map((group) => (
          <Group key={group.key} group={group} by={input?.groupBy ?? 'NONE'} />
        ))}
      </Panel>
      {found && found.uncoveredCount > 0 ? (
        <Panel title={t('preview.uncovered')} note={t('preview.uncoveredCount', { count: found.uncoveredCount })}>
          <ul className="coverage-out">
            {found.uncovered.map(({ id, name, reason }) => (
              <li key={id}>
                <span>{name}</span>
                <span className="quiet">{t(`reason.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  );
}

function Group({ group, by }: { group: Preview['groups'][number]; by: AssessmentGroupBy }) {
  const { t } = useTranslation(['cycle', 'domain']);
  const name = useGroupName(by);
  return (
    <details className="coverage-group" open={group.organizations.length <= 12}>
      <summary>
        <strong>{name(group)}</strong>
        <span className="quiet">{t('preview.group', { required: group.required, invited: group.invited })}</span>
      </summary>
      <ul>
        {group.organizations.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            {one.relation === 'GUIDES' ? (
              <StateWord state="unplanned">{t('preview.invited')}</StateWord>
            ) : (
              <span className="quiet">{t('preview.verifier', { name: one.verifierName })}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a group is called: tiers and types in the reader's language, others as they were called. */
export function useGroupName(by: AssessmentGroupBy): (group: { key: string; name: string }) => string {
  const { t } = useTranslation(['cycle', 'domain']);
  return ({ key, name }) => {
    if (by === 'NONE') return t('everybody');
    if (by === 'TIER') return key === 'NONE' ? t('noTier') : t(`domain:tier.${key}`);
    return by === 'TYPE' ? t(`domain:type.${key}`) : name;
  };
}
