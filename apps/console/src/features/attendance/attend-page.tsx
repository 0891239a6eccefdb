import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/routes';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph } from '../../components/state-glyph';
import { AttendActivityDocument, OwnActivityDocument } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText, refusalOf } from '../../lib/errors';
import { there } from './words';
import './attendance.css';

/** Where the code on the screen of the room leads: one touch, and one is there. */
export function AttendPage() {
  const { t } = useTranslation('attendance');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const code = search.get('code') ?? '';
  const { data, error, refetch } = useQuery(OwnActivityDocument, { variables: { id }, fetchPolicy: 'network-only' });
  const [attend, attending] = useMutation(AttendActivityDocument);
  if (error && !data) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return <div className="page-body" aria-busy="true" />;
  const activity = attending.data?.attendActivity ?? data.ownActivity;
  const head = (
    <PageHead title={activity?.title ?? t('attend.title')} crumbs={[{ name: t('own.title'), to: paths.own }]} />
  );
  const onAttend = () =>
    void attend({ variables: { input: { activityId: id, code } } })
      .then(() => refetch())
      .catch(() => undefined);
  // another code is needed: the same would be refused again
  const stale = refusalOf(attending.error)?.reason.startsWith('SIGN_IN_CODE') ?? false;
  const done = activity && there(activity.attendance);
  return (
    <>
      {head}
      <div className="page-body attend-page">
        {activity ? (
          <p className="quiet">
            {[activity.organizationName, moment(activity.startsAt), activity.place].filter(Boolean).join(' · ')}
          </p>
        ) : null}
        {done ? (
          <p className="attend-done" role="status">
            <StateGlyph state="done" size={32} />
            <strong>{t('attend.done')}</strong>
            <span className="quiet">
              {t(`state.${activity.attendance ?? 'PRESENT'}`)}
              {activity.markedAt ? ` · ${moment(activity.markedAt)}` : ''}
            </span>
          </p>
        ) : (
          <>
            {attending.error ? (
              <p role="alert" className="attend-refusal">
                {errorText(attending.error)}
              </p>
            ) : null}
            {code && !stale ? (
              <Button type="primary" className="attend-touch" block loading={attending.loading} onClick={onAttend}>
                {t('attend.verb')}
              </Button>
            ) : (
              <Empty>{t('attend.scan')}</Empty>
            )}
          </>
        )}
        <ScopedLink to={paths.own}>{t('attend.toOwn')}</ScopedLink>
      </div>
    </>
  );
}
