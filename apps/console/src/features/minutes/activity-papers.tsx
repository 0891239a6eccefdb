import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord, type State } from '../../components/state-glyph';
import { ActivityPapersDocument, type ActivityPapersQuery, type MinutesState } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { ItemVerbs } from '../supervision/item-verbs';
import { ItemStory } from '../supervision/own-tasks-page';
import { isLate, signOf } from '../supervision/words';
import { Attachments } from './attachments';
import './minutes.css';

type Papers = NonNullable<ActivityPapersQuery['activity']>;
const STATES: Readonly<Record<MinutesState, State>> = { DRAFT: 'pending', AWAITING: 'planned', LOCKED: 'done' };

/** What belongs to an activity beside its record: minutes, what was resolved, files. */
export function ActivityPapers(props: { id: string; state: string; startsAt: string; maintains: boolean }) {
  const { data, refetch } = useQuery(ActivityPapersDocument, {
    variables: { id: props.id },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('activity', (event) => void (event.id === props.id && refetch()));
  const papers = data?.activity;
  if (!papers) return null;
  const begun = props.state === 'HELD' || props.state === 'RECORDED' || new Date(props.startsAt) <= new Date();
  const kept = begun && !['DRAFT', 'POSTPONED', 'CANCELLED'].includes(props.state);
  const more = { maintains: props.maintains, reload: () => void refetch() };
  return (
    <>
      {papers.minutes || kept ? <MinutesPanel id={props.id} papers={papers} maintains={props.maintains} /> : null}
      {papers.resolutions.length > 0 ? <Resolutions papers={papers} {...more} /> : null}
      <Attachments activityId={props.id} attachments={papers.attachments} {...more} />
    </>
  );
}

function MinutesPanel({ id, papers, maintains }: { id: string; papers: Papers; maintains: boolean }) {
  const { t } = useTranslation('minutes');
  const { minutes } = papers;
  const version = minutes?.versions[0];
  return (
    <Panel
      title={t('title')}
      note={minutes?.documentNumber}
      extra={
        minutes || maintains ? (
          <ScopedLink to={`/activities/${id}/minutes`}>
            {t(!minutes ? 'begin' : minutes.state === 'DRAFT' && maintains ? 'goOn' : 'open')}
          </ScopedLink>
        ) : null
      }
    >
      {minutes ? (
        <p className="minutes-links">
          <StateWord state={STATES[minutes.state]}>{t(`state.${minutes.state}`)}</StateWord>
          {minutes.state === 'AWAITING' && minutes.content ? (
            <span className="quiet">{t('sign.waitsFor', { chair: minutes.content.chair })}</span>
          ) : null}
          {version ? (
            <>
              <a href={version.pdfUrl} download>
                {t('version.pdf')}
              </a>
              <a href={version.wordUrl} download>
                {t('version.word')}
              </a>
            </>
          ) : null}
        </p>
      ) : (
        <p className="quiet">{t(maintains ? 'noneYet' : 'noneToRead')}</p>
      )}
    </Panel>
  );
}

/** What was resolved, and where it stands; whoever keeps the activity reports for others, confirms and gives back. */
function Resolutions({ papers, maintains, reload }: { papers: Papers; maintains: boolean; reload(): void }) {
  const { t } = useTranslation(['minutes', 'supervision']);
  return (
    <Panel title={t('resolutions')} note={t('resolutionCount', { count: papers.resolutions.length })}>
      <ol className="minutes-tasks">
        {papers.resolutions.map((resolution) => {
          const { id, no, text, owner, dueOn, state } = resolution;
          return (
            <li key={id}>
              <p>
                <strong>{t('resolution', { no })}</strong> {text}
              </p>
              <div className="minutes-links">
                <StateWord state={signOf(resolution)}>
                  {isLate(resolution) ? t('supervision:late') : t(`supervision:state.${state}`)}
                </StateWord>
                {owner ? <span className="quiet">{t('ownerIs', { owner })}</span> : null}
                {dueOn ? <span className="quiet">{t('dueIs', { on: dueOn })}</span> : null}
                <ItemStory item={resolution} />
                <ItemVerbs
                  item={resolution}
                  canReport={maintains && state === 'OPEN'}
                  canClose={maintains && state === 'REPORTED'}
                  done={reload}
                />
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
