import { useQuery } from '@apollo/client/react';
import { encode } from 'uqr';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Providers } from '../../app/providers';
import { ErrorView, NotFound } from '../../components/error-view';
import { StateGlyph } from '../../components/state-glyph';
import { AttendanceSummaryDocument, SignInCodeDocument, SignInScreenDocument } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useAttendanceEvents } from './use-attendance-events';
import './screen.css';

/** The code changes every 15 seconds and is taken for a minute: asked for so often, the one on the screen always is. */
const every = 5_000;

/** The screen of the room: the code to sign in with, and how many are there. It fills the window, without a menu. */
export function ScreenPage() {
  return (
    <Providers>
      <Screen />
    </Providers>
  );
}

function Screen() {
  const { t } = useTranslation('attendance');
  const { id = '' } = useParams();
  const facts = useQuery(SignInScreenDocument, { variables: { id } });
  const { data, error } = useQuery(SignInCodeDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
    pollInterval: every,
  });
  const summary = useQuery(AttendanceSummaryDocument, { variables: { id }, fetchPolicy: 'network-only' });
  useAttendanceEvents(id, () => void summary.refetch());
  const activity = facts.data?.activity;
  const title = activity?.title ?? '';
  useEffect(() => {
    document.title = [title, t('screen.title')].filter(Boolean).join(' · ');
  }, [title, t]);
  if (facts.data && !activity) return <NotFound />;
  if (!activity) return <main className="sign-in-screen" aria-busy={!facts.error} />;
  const numbers = summary.data?.attendanceSummary;
  // the last code stays no longer than it is taken
  const code = error ? undefined : data?.signInCode.code;
  return (
    <main className="sign-in-screen">
      <header>
        <h1>{activity.title}</h1>
        <p>{[activity.organization?.name, moment(activity.startsAt), activity.place].filter(Boolean).join(' · ')}</p>
      </header>
      <div className="sign-in-code">
        {code ? (
          <Square address={`${location.origin}/attend/${id}?${new URLSearchParams({ code })}`} />
        ) : error ? (
          <ErrorView error={error} />
        ) : null}
      </div>
      <aside>
        <p className="sign-in-how">{t('screen.how')}</p>
        <p className="quiet">{t('screen.changes')}</p>
        {numbers ? (
          <div role="status" aria-live="polite">
            <p className="sign-in-count">
              <strong>{numbers.present}</strong>
              <span>{t('screen.of', { count: numbers.entitled })}</span>
            </p>
            {numbers.quorum ? (
              <p className="sign-in-quorum">
                <StateGlyph state={numbers.quorum.met ? 'done' : 'risk'} size={16} />
                {local(numbers.quorum.text)}
              </p>
            ) : null}
          </div>
        ) : null}
      </aside>
    </main>
  );
}

/** Dark on light in either mode, or cameras do not read it. */
function Square({ address }: { address: string }) {
  const { t } = useTranslation('attendance');
  const { size, path } = useMemo(() => {
    const { data, size } = encode(address, { border: 2 });
    const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: cells.join('') };
  }, [address]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('screen.code')} data-address={address}>
      <rect className="sign-in-paper" width={size} height={size} />
      <path className="sign-in-ink" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
