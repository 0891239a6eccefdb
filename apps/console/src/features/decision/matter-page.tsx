import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { AcceptMatterDocument, MatterPageDocument, SubmitMatterDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import { AdvicePanel } from './advice-panel';
import { ExecutionPanel } from './execution-panel';
import { MatterDrawer, type MatterAct, type MatterDetail } from './matter-drawer';
import { Content, Warnings, Way } from './matter-parts';
import { MatterSession } from './matter-session';
import { MatterFile } from './matter-file';
import { MatterState } from './matter-state';
import { Materials } from './materials';
import { Readiness, SessionDays } from './readiness';
import { RuleFacts } from './rule-facts';
import { StepActs } from './step-acts';
import { Timeline } from './timeline';
import { useAmount } from './use-amount';
import { useRuleFor } from './use-rule-for';
import './decision.css';

const open = (matter: MatterDetail): boolean =>
  matter.state === 'DRAFT' ||
  matter.state === 'RETURNED' ||
  (matter.state === 'REVIEWED' && matter.opinion === 'AMEND_AND_RESUBMIT');
const withdrawable: readonly MatterDetail['state'][] = [
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'SCHEDULED',
  'REVIEWED',
  'DRAFT',
];

/** One matter: where it stands, what is to be noticed, what happened to it, what was handed in, by which rule. */
export function MatterPage() {
  const { t } = useTranslation('decision');
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const [act, setAct] = useState<MatterAct | null>(null);
  const amount = useAmount();
  const { data, error, refetch } = useQuery(MatterPageDocument, {
    variables: { id },
    // the forms send the version they were filled in against
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  useLiveEvent('matter', () => void refetch());
  useLiveEvent('session', (event) => {
    if (event.id === data?.matter?.session?.id) void refetch();
  });
  const matter = data?.matter;
  const applying = useRuleFor(matter && open(matter) ? matter : null);
  if (error && data?.matter === undefined) return <ErrorView error={error} retry={() => void refetch()} />;
  if (data && !matter) return <NotFound />;
  if (!matter) return <div className="page-body" aria-busy="true" />;
  const done = (words: string) => {
    void message.success(words);
    void refetch();
  };
  // what may still be changed is under the rule of today, not the one it was submitted under
  const rule = open(matter) ? applying : matter.rule;
  return (
    <>
      <PageHead
        title={matter.title}
        crumbs={[{ name: t('title'), to: paths.matters }]}
        state={<MatterState state={matter.state} tint />}
        note={[
          matter.number,
          t(`category.${matter.category}`),
          matter.amountFen === null ? null : amount(matter.amountFen),
          matter.organization ? t('proposedBy', { name: matter.organization.name }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            <Acts matter={matter} begin={setAct} done={done} />
            <StepActs matter={matter} done={done} />
          </>
        }
      />
      <div className="page-body matter-page">
        <div className="matter-main">
          <Way matter={matter} />
          <Readiness matter={matter} />
          <Warnings matter={matter} splitting={data.matterSplitting ?? []} />
          <ExecutionPanel matter={matter} done={done} reload={() => void refetch()} />
          <Timeline matter={matter} />
          <Content matter={matter} />
        </div>
        <div className="matter-side">
          <MatterSession matter={matter} />
          <Panel title={t('rule.title')} note={open(matter) ? t('rule.wouldApply') : undefined}>
            {rule ? <RuleFacts rule={rule} /> : <p className="quiet">{t('rule.none')}</p>}
            <SessionDays matter={matter} />
          </Panel>
          <Materials
            matter={matter}
            kinds={rule?.materials ?? []}
            maintains={matter.viewerCan.propose && open(matter)}
            reload={() => void refetch()}
          />
          <MatterFile matter={matter} />
          <AdvicePanel matter={matter} done={done} />
        </div>
      </div>
      {act ? <MatterDrawer act={act} matter={matter} close={() => setAct(null)} done={done} /> : null}
    </>
  );
}

function Acts(props: { matter: MatterDetail; begin(act: MatterAct): void; done(words: string): void }) {
  const { t } = useTranslation('decision');
  const { message } = App.useApp();
  const { matter, begin, done } = props;
  const { id, version, state, title, viewerCan } = matter;
  const [submit, submitting] = useMutation(SubmitMatterDocument);
  const [accept, accepting] = useMutation(AcceptMatterDocument);
  const step = { variables: { input: { id, version } } };
  const tell = (refused: unknown) => void message.error(errorText(refused), 8);
  const onSubmit = async () => {
    const answer = await submit(step).catch(tell);
    if (answer?.data) done(t('submit.done', { title }));
  };
  const onAccept = async () => {
    const answer = await accept(step).catch(tell);
    if (answer?.data) done(t('accept.done', { title }));
  };
  return (
    <>
      {viewerCan.propose && withdrawable.includes(state) ? (
        <Button danger onClick={() => begin('withdraw')}>
          {t('withdraw.verb')}
        </Button>
      ) : null}
      {viewerCan.propose && open(matter) ? (
        <>
          <Button onClick={() => begin('change')}>{t('change.verb')}</Button>
          <Button type="primary" loading={submitting.loading} onClick={() => void onSubmit()}>
            {t(matter.versionNo ? 'submit.again' : 'submit.verb')}
          </Button>
        </>
      ) : null}
      {viewerCan.conduct && state === 'SUBMITTED' ? (
        <>
          <Button onClick={() => begin('return')}>{t('return.verb')}</Button>
          <Button type="primary" loading={accepting.loading} onClick={() => void onAccept()}>
            {t('accept.verb')}
          </Button>
        </>
      ) : null}
    </>
  );
}
