import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import {
  ReviewSessionPageDocument,
  SendSessionNoticeDocument,
  SessionPreparationDocument,
  type SessionBody,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { span } from '../activity/times';
import { SessionPapers } from '../decision/session-papers';
import { Agenda } from './agenda';
import { Rosters } from './rosters';
import { SessionState } from './session-columns';
import { SessionDrawer, type AgendaItem, type SessionAct, type SessionDetail } from './session-drawer';
import { WaitingMatters } from './waiting';
import { isPlanned } from './words';
import './review-session.css';

/** What is being done: an act, and what it is about. */
interface Doing {
  readonly act: SessionAct;
  readonly body?: SessionBody;
  readonly item?: AgendaItem;
}

/** One session while it is planned: agenda with times, what waits, who sits, whether they are called. */
export function SessionPage() {
  const { t } = useTranslation('reviewSession');
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error, refetch } = useQuery(ReviewSessionPageDocument, {
    variables: { id },
    // forms send the version they were filled in against
    fetchPolicy: 'cache-and-network',
  });
  const session = data?.reviewSession;
  const plans = Boolean(session?.viewerCan.conduct && isPlanned(session.state));
  const preparation = useQuery(SessionPreparationDocument, {
    variables: { id },
    skip: !plans,
    fetchPolicy: 'cache-and-network',
  });
  const reload = () => {
    void refetch();
    if (plans) void preparation.refetch();
  };
  useLiveEvent('session', (event) => {
    if (event.id === id) reload();
  });
  useLiveEvent('matter', () => {
    if (plans) void preparation.refetch();
  });
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (data && !session) return <NotFound />;
  if (!session) return <div className="page-body" aria-busy="true" />;
  const done = (words: string) => {
    void message.success(words);
    reload();
  };
  const prepared = plans ? preparation.data?.sessionPreparation : undefined;
  return (
    <>
      <PageHead
        title={session.title}
        crumbs={[{ name: t('title'), to: paths.sessions }]}
        state={<SessionState state={session.state} tint />}
        note={[span(session), session.place].filter(Boolean).join(' · ')}
        actions={<Acts session={session} begin={setDoing} done={done} />}
      />
      <div className="page-body review-session">
        <div className="review-main">
          <Notice session={session} />
          <Agenda
            session={session}
            noticed={prepared?.items ?? []}
            reload={reload}
            add={() => setDoing({ act: 'item' })}
            remove={(item) => setDoing({ act: 'remove', item })}
          />
        </div>
        <div className="review-side">
          {prepared ? <WaitingMatters sessionId={id} waiting={prepared.waiting} done={done} /> : null}
          <SessionPapers session={session} />
          <Rosters session={session} change={(body) => setDoing({ act: 'roster', body })} />
        </div>
      </div>
      {doing ? (
        <SessionDrawer
          {...doing}
          accounts={prepared?.accounts}
          session={session}
          close={() => setDoing(null)}
          done={done}
        />
      ) : null}
    </>
  );
}

/** Who belongs to both bodies is one person, and told once. */
const peopleOf = (members: SessionDetail['members']): number => new Set(members.map(({ name }) => name)).size;
const toldOf = (members: SessionDetail['members']): number => peopleOf(members.filter(({ hasAccount }) => hasAccount));

/** Whether its members are called, or why it is not held. */
function Notice({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('reviewSession');
  const { state, notifiedAt, reason, members, calledBy } = session;
  const accounts = toldOf(members);
  const words =
    state === 'CANCELLED'
      ? t('notice.cancelled', { reason })
      : notifiedAt
        ? t('notice.sent', { at: moment(notifiedAt), count: accounts })
        : t('notice.unsent', { count: accounts });
  return (
    <p className="review-notice" role="note" data-state={state}>
      <span>{words}</span>
      <span className="quiet">{t('calledBy', { name: calledBy })}</span>
    </p>
  );
}

function Acts(props: { session: SessionDetail; begin(doing: Doing): void; done(words: string): void }) {
  const { t } = useTranslation('reviewSession');
  const { message, modal } = App.useApp();
  const { scoped } = useScope();
  const navigate = useNavigate();
  const { session, begin, done } = props;
  const { id, version, state, title, members } = session;
  const [send] = useMutation(SendSessionNoticeDocument);
  const room = (
    <Button
      key="room"
      type={state === 'OPEN' || state === 'NOTIFIED' ? 'primary' : 'default'}
      onClick={() => void navigate(scoped(`/sessions/${id}/room`))}
    >
      {t('room')}
    </Button>
  );
  const open = state === 'CANCELLED' || state === 'PLANNED' ? null : room;
  if (!session.viewerCan.conduct || !isPlanned(state)) return open;
  const accounts = toldOf(members);
  const onSend = () =>
    modal.confirm({
      title: t('notice.verb'),
      content: t('notice.text', { count: accounts, without: peopleOf(members) - accounts }),
      okText: t('notice.verb'),
      cancelText: t('back'),
      onOk: async () => {
        const answer = await send({ variables: { input: { id, version } } }).catch(
          (refused: unknown) => void message.error(errorText(refused), 8),
        );
        if (answer?.data) done(t('notice.done', { title }));
      },
    });
  return (
    <>
      <Button danger onClick={() => begin({ act: 'cancel' })}>
        {t('cancel.verb')}
      </Button>
      <Button onClick={() => begin({ act: 'change' })}>{t('change.verb')}</Button>
      {state === 'PLANNED' ? (
        <Button type="primary" onClick={onSend}>
          {t('notice.verb')}
        </Button>
      ) : (
        open
      )}
    </>
  );
}
