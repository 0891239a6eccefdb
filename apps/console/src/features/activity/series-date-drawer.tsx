import { useQuery } from '@apollo/client/react';
import { Drawer, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { ActivityPageDocument } from '../../generated/graphql';
import type { ActivityDetail } from './activity-drawer';
import { AddDateForm, type DatedSeries } from './add-date-form';
import { CancelForm } from './cancel-form';
import { MoveDateForm } from './move-date-form';
import { SeriesEndForm } from './series-end-form';
import { SeriesMoveForm } from './series-move-form';
import { SCOPES, type Scope } from './series-scope';

/** What is done to the dates of a series; `next` is the first that is still to be held. */
export type SeriesDateAct = { kind: 'add'; series: DatedSeries } | { kind: 'move' | 'skip'; id: string; next: string };

/** 改期, 跳过 and 加一次 of a series, as calendars do it: this one, this and those after it, or all. */
export function SeriesDateDrawer(props: {
  act: SeriesDateAct;
  close(): void;
  done(words: string, undo?: () => Promise<unknown>): void;
}) {
  const { t } = useTranslation('activity');
  const { act, close } = props;
  const title = t(`seriesDates.${act.kind}`);
  const form = {
    done: (words: string, id?: string, undo?: () => Promise<unknown>) => {
      close();
      props.done(words, undo);
    },
    cancel: close,
  };
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={520}
      open
      rootClassName="activity-drawer"
      onClose={close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {act.kind === 'add' ? <AddDateForm {...form} series={act.series} /> : <OneOrMany {...form} act={act} />}
    </Drawer>
  );
}

interface FormWays {
  done(words: string, id?: string, undo?: () => Promise<unknown>): void;
  cancel(): void;
}

function OneOrMany({ act, ...form }: FormWays & { act: Exclude<SeriesDateAct, { kind: 'add' }> }) {
  const { t } = useTranslation('activity');
  const [scope, setScope] = useState<Scope>('THIS');
  const chosen = useActivity(act.id);
  const next = useActivity(act.next);
  const failed = chosen.error ?? next.error;
  if (failed) return <ErrorView error={failed} retry={() => void chosen.refetch()} />;
  const [activity, first] = [chosen.data?.activity, next.data?.activity];
  if (!activity || !first) return <div aria-busy="true" />;
  return (
    <>
      <Radio.Group
        className="series-scope"
        aria-label={t(act.kind === 'move' ? 'series.scope' : 'seriesDates.scope')}
        value={scope}
        options={SCOPES.map((value) => ({ value, label: t(`series.scopes.${value}`) }))}
        onChange={(event) => setScope(event.target.value as Scope)}
      />
      {act.kind === 'move' ? (
        <Moving {...form} activity={activity} scope={scope} />
      ) : scope === 'THIS' ? (
        <CancelForm {...form} activity={activity} />
      ) : (
        // all are those from the first that is still to be held
        <SeriesEndForm key={scope} {...form} activity={scope === 'ALL' ? first : activity} />
      )}
    </>
  );
}

function Moving({ scope, done, ...form }: FormWays & { activity: ActivityDetail; scope: Scope }) {
  const { series, occursOn, id } = form.activity;
  if (scope === 'THIS' || !series || !occursOn) return <MoveDateForm {...form} done={done} />;
  return (
    <SeriesMoveForm
      key={scope}
      {...form}
      series={series}
      occursOn={occursOn}
      scope={scope}
      done={(words, undo) => done(words, id, undo)}
    />
  );
}

/** Read anew: the form sends the version it was filled in against. */
const useActivity = (id: string) => {
  const result = useQuery(ActivityPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return result as typeof result & { data?: { activity: ActivityDetail | null } };
};
