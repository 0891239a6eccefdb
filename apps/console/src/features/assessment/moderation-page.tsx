import { useQuery } from '@apollo/client/react';
import { App, Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { ModerationDocument, type ModerationQuery } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { oneOf, useUrlState } from '../../lib/url-state';
import { CycleState, SchemeName } from './cycle-columns';
import { ModerationCompute } from './moderation-compute';
import { ModerationFinish, ModerationPublish } from './moderation-forms';
import { ModerationGroups } from './moderation-groups';
import { ModerationHeat } from './moderation-heat';
import { NoticeLink } from './result-link';
import './moderation.css';
import './result.css';

export type Moderated = NonNullable<ModerationQuery['assessmentCycle']>;

const fields = { tab: oneOf(['groups', 'heat'], 'groups') };

/** Results of a cycle for whoever conducts it: computed, moderated, put on notice, final. */
export function ModerationPage() {
  const { t } = useTranslation(['result', 'cycle']);
  const { cycleId = '' } = useParams();
  const [{ tab }, setState] = useUrlState(fields);
  const { data, error, refetch } = useQuery(ModerationDocument, {
    variables: { id: cycleId },
    // what is done here is sent with the version that was read
    fetchPolicy: 'cache-and-network',
  });
  const reread = () => void refetch();
  useLiveEvent('assessment', (event) => {
    if (event.id === cycleId) reread();
  });
  if (error && !data) return <ErrorView error={error} retry={reread} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  const cycle = data.assessmentCycle;
  if (!cycle?.viewerCan.conduct) return <NotFound />;
  return (
    <>
      <PageHead
        title={t('cycle:stage.MODERATION')}
        crumbs={[
          { name: t('cycle:title'), to: paths.assessments },
          { name: cycle.title, to: `${paths.assessments}/${cycle.id}` },
        ]}
        state={<CycleState cycle={cycle} tint />}
        note={<SchemeName scheme={cycle.scheme} />}
        actions={<Acts cycle={cycle} done={reread} />}
      />
      <Tabs
        className="moderation-tabs"
        activeKey={tab}
        onChange={(key) => setState({ tab: key === 'heat' ? 'heat' : 'groups' })}
        items={[
          { key: 'groups', label: t('moderation.groups') },
          { key: 'heat', label: t('moderation.heat') },
        ]}
      />
      <div className="page-body moderation-page">
        {tab === 'groups' ? <ModerationGroups cycle={cycle} done={reread} /> : <ModerationHeat cycle={cycle} />}
      </div>
    </>
  );
}

/** What comes next where the cycle stands. */
function Acts({ cycle, done }: { cycle: Moderated; done(): void }) {
  const { t } = useTranslation('result');
  const { message } = App.useApp();
  const [form, setForm] = useState<'publish' | 'finish' | null>(null);
  const Form = form === 'publish' ? ModerationPublish : ModerationFinish;
  const { stage, cancelledAt, progress } = cycle;
  if (cancelledAt) return null;
  return (
    <>
      <NoticeLink cycle={cycle} />
      {stage === 'MODERATION' ? (
        <>
          <ModerationCompute cycle={cycle} done={done} />
          <Button type="primary" disabled={progress.computed === 0} onClick={() => setForm('publish')}>
            {t('publish.verb')}
          </Button>
        </>
      ) : null}
      {stage === 'OBJECTION' ? (
        <Button type="primary" onClick={() => setForm('finish')}>
          {t('finish.verb')}
        </Button>
      ) : null}
      {form ? (
        <Form
          cycle={cycle}
          cancel={() => setForm(null)}
          done={(words) => {
            setForm(null);
            void message.success(words);
            done();
          }}
        />
      ) : null}
    </>
  );
}
