import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActivityPageQuery } from '../../generated/graphql';
import { CancelForm } from './cancel-form';
import { PlanForm } from './plan-form';
import { PostponeForm } from './postpone-form';
import { RecordForm } from './record-form';
import { SeriesChangeForm } from './series-change-form';
import { SeriesEndForm } from './series-end-form';
import { SeriesForm } from './series-form';

export type ActivityDetail = NonNullable<ActivityPageQuery['activity']>;
export type ActivityAct = 'plan' | 'series' | 'change' | 'record' | 'correct' | 'postpone' | 'cancel' | 'endSeries';

export interface ActivityFormProps<Of = ActivityDetail> {
  activity: Of;
  done(words: string, id?: string): void;
  cancel(): void;
}

/** What is known of an activity before its form is filled in. */
export interface Planned {
  organizationId: string;
  activityTypeId: string;
  title: string;
  /** the cancelled one that it makes up for */
  makeUpOfId: string | null;
  help: string;
}

/** The form of what is to be done to an activity; `plan` has none yet. */
export function ActivityDrawer(props: {
  act: ActivityAct;
  activity: ActivityDetail | null;
  /** the day a new one is planned for */
  day?: string;
  planned?: Planned;
  close(): void;
  done(words: string, id?: string): void;
}) {
  const { t } = useTranslation('activity');
  const { act, activity, close } = props;
  const title = t(`${act}.verb`);
  const form = {
    done: (words: string, id?: string) => {
      close();
      props.done(words, id);
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
      {act === 'series' ? <SeriesForm {...form} day={props.day} /> : null}
      {act === 'change' && activity?.series && activity.state === 'SCHEDULED' && !activity.series.endedReason ? (
        <SeriesChangeForm {...form} activity={activity} />
      ) : act === 'plan' || act === 'change' ? (
        <PlanForm {...form} activity={activity} day={props.day} planned={props.planned} />
      ) : null}
      {activity && act === 'endSeries' ? <SeriesEndForm {...form} activity={activity} /> : null}
      {activity && (act === 'record' || act === 'correct') ? (
        <RecordForm {...form} activity={activity} corrects={act === 'correct'} />
      ) : null}
      {activity && act === 'postpone' ? <PostponeForm {...form} activity={activity} /> : null}
      {activity && act === 'cancel' ? <CancelForm {...form} activity={activity} /> : null}
    </Drawer>
  );
}
