import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import type { SessionBody } from '../../generated/graphql';
import type { SessionDetail } from './session-drawer';
import { BODIES, isPlanned } from './words';

/** Who sits, a list for each body. */
export function Rosters(props: { session: SessionDetail; change(body: SessionBody): void }) {
  const { t } = useTranslation('reviewSession');
  const { session } = props;
  const changes = session.viewerCan.conduct && isPlanned(session.state);
  return (
    <>
      {BODIES.slice(0, session.joint ? 2 : 1).map((body) => {
        const members = session.members.filter((member) => member.body === body);
        const without = members.filter(({ hasAccount }) => !hasAccount).length;
        return (
          <Panel
            key={body}
            title={t(`roster.body.${body}`)}
            note={t('roster.count', { count: members.length })}
            extra={
              changes ? (
                <Button
                  type="link"
                  className="review-link"
                  aria-label={t('roster.changeOf', { body: t(`roster.body.${body}`) })}
                  onClick={() => props.change(body)}
                >
                  {t('roster.change')}
                </Button>
              ) : null
            }
          >
            {members.length === 0 ? <p className="quiet">{t('roster.empty')}</p> : null}
            <ul className="review-roster">
              {members.map((member) => (
                <li key={member.id}>
                  <span>{member.name}</span>
                  <span className="quiet">
                    {[member.post, member.chair ? t('roster.chair') : null].filter(Boolean).join(' · ')}
                  </span>
                  {member.hasAccount ? null : <span className="review-no-account">{t('roster.noDevice')}</span>}
                </li>
              ))}
            </ul>
            {without ? <p className="quiet review-roster-note">{t('roster.without', { count: without })}</p> : null}
          </Panel>
        );
      })}
    </>
  );
}
