import { useTranslation } from 'react-i18next';
import { paths } from '../../app/routes';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import type { AssessmentCycleConductQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import type { CycleDetail } from './cycle-page';
import { PHASE_SIGNS, takesVotes } from './vote-words';

/** The votes of a cycle beside what else is conducted; nothing where there are none and none can be held. */
export function VotesOfCycle({ cycle, conduct }: { cycle: CycleDetail; conduct: AssessmentCycleConductQuery }) {
  const { t } = useTranslation('vote');
  const votes = conduct.assessmentVotes;
  const possible = takesVotes(cycle) && conduct.assessmentVoteChoices.indicators.length > 0;
  if (votes.length === 0 && !possible) return null;
  return (
    <Panel
      title={t('title')}
      note={t('own.count', { count: votes.length })}
      extra={<ScopedLink to={`${paths.assessments}/${cycle.id}/votes`}>{t('toVotes')}</ScopedLink>}
    >
      {votes.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="experts">
        {votes.map(({ id, indicator, group, phase, voters, issued, cast }) => (
          <li key={id}>
            <p>
              <strong>{t('card.title', { indicator: local(indicator.name), group: local(group.name) })}</strong>
              <StateWord state={PHASE_SIGNS[phase]}>{t(`phase.${phase}`)}</StateWord>
            </p>
            <p className="quiet">{t('card.line', { voters, issued, cast })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
