import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { useMay } from '../../lib/session';
import { moment } from '../../lib/dates';
import { SessionState } from '../review-session/session-columns';
import '../review-session/review-session.css';
import type { MatterDetail } from './matter-drawer';

/** On which session a matter is, or was last. Who proposes it need not see the session itself. */
export function MatterSession({ matter }: { matter: MatterDetail }) {
  const { t } = useTranslation('reviewSession');
  const reads = useMay('session.read');
  const { session } = matter;
  if (!session) return null;
  return (
    <Panel title={t(matter.state === 'SCHEDULED' ? 'matter.on' : 'matter.was')}>
      <p className="matter-session">
        {reads ? <ScopedLink to={`/sessions/${session.id}`}>{session.title}</ScopedLink> : <span>{session.title}</span>}
        <SessionState state={session.state} />
      </p>
      <p className="quiet matter-session">
        {[t('matter.when', { when: moment(session.startsAt), no: session.no }), session.place]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Panel>
  );
}
