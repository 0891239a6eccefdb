import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { paths } from '../../app/routes';
import { Empty } from '../../components/empty';
import { ErrorView, NotFound } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import {
  BeginMinutesDocument,
  MinutesPageDocument,
  MinutesToSignDocument,
  type MinutesPageQuery,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useLiveEvent } from '../../lib/live-events';
import type { ReadableMinutes } from './content';
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
  const reload = useCallback(async () => readable((await refetch()).data?.activity?.minutes), [refetch]);
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
  const text = readable(minutes);
  if (!text) return <UnsignedPage activity={activity} minutes={minutes} crumbs={crumbs} reload={reload} />;
  const page = { activity, minutes: text, crumbs, reload };
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
  minutes: ReadableMinutes;
  crumbs: { name: string; to: string }[];
  reload(): Promise<ReadableMinutes | null>;
}

/** Minutes that are written or await a signature: read by the chair whose signature it is, and by nobody else here. */
function UnsignedPage({
  activity,
  minutes,
  crumbs,
  reload,
}: Omit<PageOfMinutes, 'minutes'> & { minutes: NonNullable<MinutesActivity['minutes']> }) {
  const { t } = useTranslation('minutes');
  const { data } = useQuery(MinutesToSignDocument, { fetchPolicy: 'cache-and-network' });
  const mine = data?.minutesToSign.find(({ id }) => id === minutes.id);
  if (mine) {
    const { version, content, contentHash, previewUrl } = mine;
    const text = { ...minutes, version, content, contentHash, previewUrl };
    return <SignedPage activity={activity} minutes={text} crumbs={crumbs} reload={reload} />;
  }
  return (
    <>
      <PageHead title={t('of', { title: activity.title })} crumbs={crumbs} note={activity.organization?.name} />
      <div className="page-body" aria-busy={!data}>
        {data ? <Empty>{t('unsigned')}</Empty> : null}
      </div>
    </>
  );
}

const readable = (minutes: MinutesActivity['minutes'] | undefined): ReadableMinutes | null => {
  if (!minutes?.content) return null;
  return { ...minutes, content: minutes.content, contentHash: minutes.contentHash ?? '' };
};

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
