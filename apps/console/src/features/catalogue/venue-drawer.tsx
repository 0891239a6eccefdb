import { useMutation, useQuery } from '@apollo/client/react';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { App, Button, DatePicker, Descriptions } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../app/routes';
import { FormFoot } from '../../components/entry-form';
import { ErrorView, NotFound } from '../../components/error-view';
import { OrganizationName } from '../../components/organization-name';
import { ScopedLink } from '../../components/scoped-link';
import {
  CloseVenueDocument,
  VenueBookingsDocument,
  VenueDetailDocument,
  VenueRowsDocument,
  type VenueBookingsQuery,
  type VenueRowFragment,
} from '../../generated/graphql';
import { dayOf, moment, shortDay, today } from '../../lib/dates';
import { plusDays } from '../../lib/plus-days';
import { CatalogueDrawer } from './drawer';
import { VenueForm } from './venue-form';

type Booking = VenueBookingsQuery['venueBookings'][number];

/** One venue: what it is, when it is booked, and what may be done with it. */
export function VenueDrawer({ id, close }: { id: string; close(): void }) {
  const { t } = useTranslation('catalogue');
  const [act, setAct] = useState<'change' | 'close' | null>(null);
  const { data, error, refetch } = useQuery(VenueDetailDocument, { variables: { id } });
  const venue = data?.node?.__typename === 'Venue' ? data.node : null;
  if (venue && act === 'change') return <VenueForm venue={venue} close={() => setAct(null)} />;
  return (
    <CatalogueDrawer title={venue?.name ?? t('tab.venues')} close={close}>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !venue ? <NotFound /> : null}
      {venue ? (
        <>
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'kind', label: t('column.venueKind'), children: t(`venueKind.${venue.kind}`) },
              { key: 'keeper', label: t('column.keeper'), children: venue.organization?.name ?? '—' },
              { key: 'address', label: t('column.address'), children: venue.address ?? '—' },
              { key: 'capacity', label: t('column.capacity'), children: venue.capacity ?? '—' },
              ...(venue.closedOn ? [{ key: 'closed', label: t('column.closed'), children: venue.closedOn }] : []),
            ]}
          />
          <Week venue={venue} />
          {venue.viewerCan.maintain && !venue.closedOn && act === null ? (
            <div className="entry-form-foot">
              <Button danger onClick={() => setAct('close')}>
                {t('venue.close')}
              </Button>
              <Button onClick={() => setAct('change')}>{t('change.verb')}</Button>
            </div>
          ) : null}
          {act === 'close' ? <CloseForm venue={venue} done={() => setAct(null)} /> : null}
        </>
      ) : null}
    </CatalogueDrawer>
  );
}

const monday = (date: string): string => plusDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** A week of bookings: each day with its times, or that it is free. */
function Week({ venue }: { venue: VenueRowFragment }) {
  const { t } = useTranslation('catalogue');
  const [from, setFrom] = useState(() => monday(today()));
  const to = plusDays(from, 6);
  const { data, error, loading, refetch } = useQuery(VenueBookingsDocument, {
    variables: { venueId: venue.id, from, to },
    fetchPolicy: 'cache-and-network',
  });
  const days = Array.from({ length: 7 }, (_, i) => plusDays(from, i));
  // what began before a day and lasts into it stands on that day, too
  const on = (day: string): Booking[] =>
    (data?.venueBookings ?? []).filter(({ startsAt, endsAt }) => dayOf(startsAt) <= day && day <= dayOf(endsAt));
  return (
    <section className="venue-week" aria-label={t('venue.bookings')} aria-busy={loading}>
      <div className="venue-week-bar">
        <h3 aria-live="polite">{t('venue.week', { from, to: to.slice(5) })}</h3>
        <Button icon={<LeftOutlined />} aria-label={t('venue.before')} onClick={() => setFrom(plusDays(from, -7))} />
        <Button icon={<RightOutlined />} aria-label={t('venue.after')} onClick={() => setFrom(plusDays(from, 7))} />
      </div>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <dl>
          {days.map((day) => (
            <div key={day} className={day === today() ? 'venue-day venue-today' : 'venue-day'}>
              <dt>{shortDay(day)}</dt>
              <dd>
                {on(day).length === 0 ? <span className="quiet">{t('venue.free')}</span> : null}
                {on(day).map((booking) => (
                  <Taken key={`${booking.startsAt} ${booking.title ?? ''}`} day={day} booking={booking} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}

function Taken({ day, booking }: { day: string; booking: Booking }) {
  const { t } = useTranslation('catalogue');
  const at = (instant: string): string =>
    dayOf(instant) === day ? moment(instant).slice(11) : moment(instant).slice(5);
  return (
    <p>
      <b>
        {at(booking.startsAt)}–{at(booking.endsAt)}
      </b>{' '}
      {booking.activityId ? (
        <ScopedLink to={`${paths.activities}/${booking.activityId}`}>{booking.title}</ScopedLink>
      ) : (
        <span className="quiet">{t('venue.others')}</span>
      )}{' '}
      {booking.organizationId ? (
        <span className="quiet">
          <OrganizationName id={booking.organizationId} />
        </span>
      ) : null}
    </p>
  );
}

function CloseForm({ venue, done }: { venue: VenueRowFragment; done(): void }) {
  const { t } = useTranslation('catalogue');
  const { message } = App.useApp();
  const [on, setOn] = useState(today());
  const [closeVenue, { loading, error }] = useMutation(CloseVenueDocument, { refetchQueries: [VenueRowsDocument] });
  const save = async () => {
    const input = { id: venue.id, version: venue.version, on };
    const answer = await closeVenue({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t('venue.closed', { name: venue.name }));
    done();
  };
  return (
    <form
      className="entry-form venue-close"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor="venue-close-on">{t('venue.closeOn')}</label>
      <DatePicker
        id="venue-close-on"
        allowClear={false}
        value={dayjs(on)}
        onChange={(value) => value && setOn(value.format('YYYY-MM-DD'))}
      />
      <p className="quiet">{t('venue.closeHelp')}</p>
      <FormFoot error={error} loading={loading} verb={t('venue.close')} danger cancel={done} />
    </form>
  );
}
