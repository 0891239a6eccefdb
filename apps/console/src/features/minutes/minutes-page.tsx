import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { Empty } from '../../components/empty';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { BeginMinutesDocument, MinutesPageDocument, type MinutesPageQuery } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import { SignedPage } from './signed-page';
import { WritingPage } from './writing-page';
import './minutes.css';

export type MinutesActivity = NonNullable<MinutesPageQuery['activity']>;

/** Minutes of an activity: begun here, written, signed, read. */
export function MinutesPage() {
  const { t } = useTranslation('minutes');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(MinutesPageDocument, {
    variables: { id },
    // whoever writes writes against what is there now
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const reload = useCallback(async () => (await refetch()).data?.activity?.minutes ?? null, [refetch]);
  const activity = data?.activity;
  const minutes = activity?.minutes;
  useLiveEvent('activity', (event) => {
    // a signature of somebody else is seen at once; what is being written here is not disturbed
    if (event.id === id && minutes?.state !== 'DRAFT') void refetch();
  });
  if (error && !activity) return <ErrorView error={error} retry={() => void refetch()} />;
  if (data && !activity) return <NotFound />;
  if (!activity) return <div className="page-body" aria-busy="true" />;
  // one step back: two would lie too close for a finger
  const crumbs = [{ name: activity.title, to: `${paths.activities}/${activity.id}` }];
  if (!minutes)
    return (
      <>
        <PageHead title={t('of', { title: activity.title })} crumbs={crumbs} note={activity.organization?.name} />
        <div className="page-body">
          <Begin activity={activity} reload={reload} />
        </div>
      </>
    );
  const page = { activity, minutes, crumbs, reload };
  return minutes.state === 'DRAFT' && activity.viewerCan.maintain ? (
    // another version is another text
    <WritingPage key={`${minutes.id} ${minutes.versionNo}`} {...page} />
  ) : (
    <SignedPage {...page} />
  );
}

/** What every page of minutes is given. */
export interface PageOfMinutes {
  activity: MinutesActivity;
  minutes: NonNullable<MinutesActivity['minutes']>;
  crumbs: { name: string; to: string }[];
  reload(): Promise<MinutesActivity['minutes'] | null>;
}

function Begin({ activity, reload }: Pick<PageOfMinutes, 'activity' | 'reload'>) {
  const { t } = useTranslation('minutes');
  const [begin, { loading, error }] = useMutation(BeginMinutesDocument);
  const onBegin = async () => {
    const answer = await begin({ variables: { input: { activityId: activity.id } } }).catch(() => null);
    if (answer?.data) await reload();
  };
  return (
    <>
      <Empty
        action={
          activity.viewerCan.maintain ? (
            <Button type="primary" loading={loading} onClick={() => void onBegin()}>
              {t('begin')}
            </Button>
          ) : null
        }
      >
        {t(activity.viewerCan.maintain ? 'noneYet' : 'noneToRead')}
      </Empty>
      {error ? (
        <p role="alert" className="minutes-alert">
          {errorText(error)}
        </p>
      ) : null}
    </>
  );
}
