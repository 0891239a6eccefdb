import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../app/routes';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import { OwnAssessmentVotesDocument, type OwnAssessmentVotesQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { PHASE_SIGNS } from './vote-words';

type Own = OwnAssessmentVotesQuery['ownAssessmentVotes'][number];

/** Votes in which one has a vote, among one's sheets; nothing where there are none. */
export function OwnVotes() {
  const { t } = useTranslation('vote');
  const { data, refetch } = useQuery(OwnAssessmentVotesDocument, { fetchPolicy: 'cache-and-network' });
  useLiveEvent('assessment', () => void refetch());
  const all = data?.ownAssessmentVotes ?? [];
  if (all.length === 0) return null;
  return (
    <Panel title={t('own.title')} note={t('own.count', { count: all.length })} flush>
      <ul className="own-tasks">
        {all.map((vote) => (
          <OwnVote key={vote.id} vote={vote} />
        ))}
      </ul>
    </Panel>
  );
}

function OwnVote({ vote }: { vote: Own }) {
  const { t } = useTranslation('vote');
  const { id, cycleTitle, indicator, group, phase, done, subjects } = vote;
  const verb = t(phase === 'ISSUING' && !done ? 'own.fetch' : phase === 'CASTING' && done ? 'own.cast' : 'own.look');
  const name = local(indicator.name);
  return (
    <li>
      <span className="own-task-words">
        <strong>{name}</strong>
        <span className="quiet">
          {[cycleTitle, local(group.name), t('own.subjects', { count: subjects.length })].join(' · ')}
        </span>
      </span>
      <StateWord state={PHASE_SIGNS[phase]}>{t(`phase.${phase}`)}</StateWord>
      <ScopedLink
        className="own-task-link"
        to={`${paths.myScores}/votes/${id}`}
        aria-label={t('own.verbFor', { verb, name })}
      >
        {verb}
      </ScopedLink>
    </li>
  );
}
