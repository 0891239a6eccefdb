import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord, type State } from '../../components/state-glyph';
import {
  ActivityPapersDocument,
  CompleteResolutionDocument,
  type ActivityPapersQuery,
  type MinutesState,
  type ResolutionState,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import { Attachments } from './attachments';
import './minutes.css';

type Papers = NonNullable<ActivityPapersQuery['activity']>;
const STATES: Readonly<Record<MinutesState, State>> = { DRAFT: 'pending', AWAITING: 'planned', LOCKED: 'done' };
const RESOLVED: Readonly<Record<ResolutionState, State>> = { OPEN: 'planned', DONE: 'done', DROPPED: 'waived' };

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
          {minutes.state === 'AWAITING' ? (
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

function Resolutions({ papers, maintains, reload }: { papers: Papers; maintains: boolean; reload(): void }) {
  const { t } = useTranslation('minutes');
  const { message } = App.useApp();
  const [complete, { loading }] = useMutation(CompleteResolutionDocument);
  const onDone = async ({ id, version }: Papers['resolutions'][number]) => {
    await complete({ variables: { input: { id, version } } }).catch((refused: unknown) => {
      void message.error(errorText(refused));
    });
    reload();
  };
  return (
    <Panel title={t('resolutions')} note={t('resolutionCount', { count: papers.resolutions.length })}>
      <ol className="minutes-tasks">
        {papers.resolutions.map((resolution) => {
          const { id, no, text, owner, dueOn, state } = resolution;
          const late = state === 'OPEN' && dueOn !== null && dueOn < today();
          return (
            <li key={id}>
              <p>
                <strong>{t('resolution', { no })}</strong> {text}
              </p>
              <p className="minutes-links">
                <StateWord state={late ? 'late' : RESOLVED[state]}>
                  {t(late ? 'resolutionLate' : `resolutionState.${state}`)}
                </StateWord>
                {owner ? <span className="quiet">{t('ownerIs', { owner })}</span> : null}
                {dueOn ? <span className="quiet">{t('dueIs', { on: dueOn })}</span> : null}
                {maintains && state === 'OPEN' ? (
                  <Button size="small" loading={loading} onClick={() => void onDone(resolution)}>
                    {t('completeResolution')}
                  </Button>
                ) : null}
              </p>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
