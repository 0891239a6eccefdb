import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import type { ConductedVoteFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { PublishedList } from '../ballot/published-list';
import { VoteActForm, type VoteAct } from './vote-act-form';
import { VoteCounts } from './vote-counts';
import { PHASE_SIGNS, recordOf, useCountsInWords } from './vote-words';
import type { VoteChoices } from './votes-page';

/** One vote: how far it has come, what can be done next, in the end what came out. */
export function VoteCard(props: {
  vote: ConductedVoteFragment;
  choices: VoteChoices;
  possible: boolean;
  done(words: string): void;
}) {
  const { t } = useTranslation(['vote', 'cycle']);
  const [act, setAct] = useState<VoteAct | null>(null);
  const say = useCountsInWords();
  const { vote, choices, possible, done } = props;
  const { phase, voters, issued, cast } = vote;
  const running = possible && (phase === 'ISSUING' || phase === 'CASTING');
  const title = t('card.title', { indicator: local(vote.indicator.name), group: local(vote.group.name) });
  return (
    <Panel
      title={title}
      note={<StateWord state={PHASE_SIGNS[phase]}>{t(`phase.${phase}`)}</StateWord>}
      extra={
        running ? (
          <span className="vote-verbs">
            <Button size="small" onClick={() => setAct('void')}>
              {t('void.verb')}
            </Button>
            <Button size="small" type="primary" onClick={() => setAct(phase === 'ISSUING' ? 'begin' : 'count')}>
              {t(phase === 'ISSUING' ? 'begin.verb' : 'count.verb')}
            </Button>
          </span>
        ) : null
      }
    >
      <dl className="vote-figures" data-phase={phase}>
        {(['voters', 'issued', 'cast'] as const).map((key) => (
          <div key={key} data-figure={key}>
            <dt>{t(`card.${key}`)}</dt>
            <dd>{{ voters, issued, cast }[key]}</dd>
          </div>
        ))}
      </dl>
      {phase === 'CLOSED' ? null : (
        <p className="quiet">
          {t('card.subjects', {
            count: vote.subjects.length,
            names: vote.subjects.map(({ name }) => name).join(t('cycle:listComma')),
          })}
        </p>
      )}
      <p className="quiet">{t('cycle:by', { who: vote.openedBy, when: moment(vote.openedAt) })}</p>
      {vote.voidReason ? <p>{t('card.void', { reason: vote.voidReason })}</p> : null}
      {phase === 'CLOSED' ? <VoteCounts vote={vote} /> : null}
      {phase === 'CLOSED' && vote.publishedUrl ? (
        <PublishedList url={vote.publishedUrl} record={recordOf(vote)} receipt={null} say={say} />
      ) : null}
      {act ? (
        <Drawer
          title={t(`${act}.verb`)}
          aria-label={t(`${act}.verb`)}
          size={520}
          open
          onClose={() => setAct(null)}
          closable={{ 'aria-label': t('cycle:closeDrawer'), placement: 'end' }}
        >
          <VoteActForm
            act={act}
            vote={vote}
            choices={choices}
            cancel={() => setAct(null)}
            done={() => {
              setAct(null);
              done(t(`${act}.done`));
            }}
          />
        </Drawer>
      ) : null}
    </Panel>
  );
}
