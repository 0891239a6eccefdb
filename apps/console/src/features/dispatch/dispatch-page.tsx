import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { CloseDispatchDocument, DispatchPageDocument, IssueDispatchDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import { DispatchChecks } from './checks';
import { DispatchState } from './dispatch-columns';
import { DispatchAttachments } from './dispatch-attachments';
import { DispatchForm, type DispatchDetail } from './dispatch-form';
import { Body, Facts, Reply, Timeline } from './dispatch-parts';
import { StepForm, type DispatchStepAct } from './step-form';
import './dispatch.css';

type Act = DispatchStepAct | 'change' | 'issue' | 'close';

/** What can be done here; the first is what it waits for. */
function actsOf({ state, kind, followUpAsked, followedUpOn, viewerCan: { write, answer } }: DispatchDetail): Act[] {
  switch (state) {
    case 'DRAFT':
      return write ? ['issue', 'change', 'withdraw'] : [];
    case 'ISSUED':
      return [...(answer ? (['receive'] as const) : []), ...(write ? (['withdraw'] as const) : [])];
    case 'RECEIVED':
      if (kind === 'REPORT') return write ? ['close'] : [];
      return answer ? ['reply'] : [];
    case 'REPLIED':
      if (!write) return [];
      return followUpAsked && !followedUpOn ? ['followUp'] : ['close'];
    default:
      return [];
  }
}

/** One dispatch: its text, checks and reply, what was done to it, and what can be done next. */
export function DispatchPage() {
  // the words of the file field too, or opening a form would leave the page empty until they are there
  const { t } = useTranslation(['dispatch', 'decision']);
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const { asOf } = useAsOf();
  const [act, setAct] = useState<Act | null>(null);
  const { data, error, refetch } = useQuery(DispatchPageDocument, {
    variables: { id },
    // the forms send the version they were filled in against
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('dispatch', (event) => {
    if (event.id === id) void refetch();
  });
  const dispatch = data?.dispatch;
  if (error && !dispatch) return <ErrorView error={error} retry={() => void refetch()} />;
  if (data && !dispatch) return <NotFound />;
  if (!dispatch) return <div className="page-body" aria-busy="true" />;
  const done = (words: string) => {
    setAct(null);
    void message.success(words);
    void refetch();
  };
  return (
    <>
      <PageHead
        title={dispatch.title}
        crumbs={[{ name: t('title'), to: paths.dispatches }]}
        state={<DispatchState state={dispatch.state} tint />}
        note={[t(`kind.${dispatch.kind}`), dispatch.number].filter(Boolean).join(' · ')}
        actions={asOf ? null : <Acts dispatch={dispatch} begin={setAct} done={done} />}
      />
      <div className="page-body dispatch-page">
        <div className="dispatch-main">
          <Reply dispatch={dispatch} />
          {dispatch.state === 'DRAFT' && dispatch.viewerCan.write ? <DraftChecks dispatch={dispatch} /> : null}
          <Body dispatch={dispatch} />
          <DispatchAttachments dispatch={dispatch} reload={refetch} />
          <Timeline dispatch={dispatch} />
        </div>
        <Facts dispatch={dispatch} />
      </div>
      {act && act !== 'issue' && act !== 'close' ? (
        <Drawer
          title={t(`${act}.verb`)}
          aria-label={t(`${act}.verb`)}
          size={560}
          open
          onClose={() => setAct(null)}
          closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
        >
          {act === 'change' ? (
            <DispatchForm dispatch={dispatch} done={done} cancel={() => setAct(null)} />
          ) : (
            <StepForm act={act} dispatch={dispatch} done={done} cancel={() => setAct(null)} />
          )}
        </Drawer>
      ) : null}
    </>
  );
}

/** A draft's checks, before anybody tries to issue it. */
function DraftChecks({ dispatch }: { dispatch: DispatchDetail }) {
  const { t } = useTranslation('dispatch');
  const { kind, title, body, organization, superior, superiorName, levelReason, copies } = dispatch;
  if (!organization) return null;
  const { actOn, urgentReason, dueOn } = dispatch;
  const input = {
    organizationId: organization.id,
    superiorOrganizationId: superior?.id ?? null,
    superiorName: superiorName || null,
    ...{ kind, title, body, levelReason, copies, actOn, urgentReason, dueOn },
  };
  return (
    <Panel title={t('checks.before')}>
      <DispatchChecks input={input} />
    </Panel>
  );
}

function Acts(props: { dispatch: DispatchDetail; begin(act: Act): void; done(words: string): void }) {
  const { t } = useTranslation('dispatch');
  const { modal } = App.useApp();
  const [issue, issuing] = useMutation(IssueDispatchDocument);
  const [close, closing] = useMutation(CloseDispatchDocument);
  const { dispatch } = props;
  const { id, version, title } = dispatch;
  const variables = { input: { id, version } };
  const acts = actsOf(dispatch);
  // a refusal names its rule and is read, not glimpsed
  const refused = (error: unknown) =>
    void modal.error({ title: t('refused'), content: errorText(error), okText: t('understood') });
  const take: Partial<Record<Act, () => Promise<unknown>>> = {
    issue: async () => {
      const answer = await issue({ variables }).catch(refused);
      if (answer?.data) props.done(t('issue.done', { number: answer.data.issueDispatch.number ?? '' }));
    },
    close: async () => {
      const answer = await close({ variables }).catch(refused);
      if (answer?.data) props.done(t('close.done', { title }));
    },
  };
  return (
    <>
      {[...acts].reverse().map((act) => (
        <Button
          key={act}
          type={act === acts[0] && act !== 'withdraw' ? 'primary' : 'default'}
          danger={act === 'withdraw'}
          loading={act === 'issue' ? issuing.loading : act === 'close' && closing.loading}
          onClick={() => (take[act] ? void take[act]() : props.begin(act))}
        >
          {t(`${act}.verb`)}
        </Button>
      ))}
    </>
  );
}
