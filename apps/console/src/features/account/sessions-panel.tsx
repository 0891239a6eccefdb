import { useMutation } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import { EndOtherSessionsDocument, EndSessionDocument, type OwnAccountPartsFragment } from '../../generated/graphql';
import { moment, near } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';

/** Where the account is open: device, address, since when, last used; and the ways to end it. */
export function SessionsPanel({ account, reload }: { account: OwnAccountPartsFragment; reload(): void }) {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const [end, ending] = useMutation(EndSessionDocument);
  const [endOthers, endingOthers] = useMutation(EndOtherSessionsDocument);
  const { sessions, limits } = account;
  const failed = (thrown: unknown) => void message.error(errorText(thrown));
  return (
    <Panel
      flush
      title={t('session.title')}
      note={t('session.limits', { minutes: limits.idleMinutes, hours: limits.lifetimeMinutes / 60 })}
      extra={
        sessions.length > 1 ? (
          <Button
            size="small"
            loading={endingOthers.loading}
            onClick={() => {
              endOthers().then(({ data }) => {
                void message.success(t('session.endedOthers', { count: data?.endOtherSessions ?? 0 }));
                reload();
              }, failed);
            }}
          >
            {t('session.endOthers')}
          </Button>
        ) : null
      }
    >
      <ul className="account-sessions">
        {sessions.map(({ id, device, address, signedInAt, lastSeenAt, expiresAt, current }) => (
          <li key={id} className="account-row">
            <p>
              {local(device)}
              {current ? <StateWord state="done">{t('session.current')}</StateWord> : null}
              <span className="quiet">
                {t('session.facts', {
                  address: address ?? t('session.nowhere'),
                  since: moment(signedInAt),
                  seen: near(lastSeenAt),
                  until: moment(expiresAt),
                })}
              </span>
            </p>
            {current ? null : (
              <Button
                size="small"
                loading={ending.loading}
                aria-label={t('session.endOf', { device: local(device), since: moment(signedInAt) })}
                onClick={() => {
                  end({ variables: { input: { id } } }).then(() => void message.success(t('session.ended')), failed);
                }}
              >
                {t('session.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
