import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import type { MinutesDetailFragment } from '../../generated/graphql';
import { moment } from '../../lib/dates';

/** Who signed, who is waited for. */
export function Signatures({ minutes }: { minutes: MinutesDetailFragment }) {
  const { t } = useTranslation('minutes');
  const { state, content, versions } = minutes;
  const locked = state === 'LOCKED' ? versions[0] : undefined;
  const box = (role: string, name: string, at: string | null | undefined, waits: string) => (
    <div className="minutes-signature" data-signed={at ? true : undefined}>
      <dt>{role}</dt>
      <dd>{name || t('none')}</dd>
      <dd>{at ? t('sign.signedAt', { at: moment(at) }) : waits}</dd>
    </div>
  );
  return (
    <Panel title={t('sign.title')} note={t('sign.note')}>
      <dl className="minutes-signatures">
        {box(
          t('sign.recorder'),
          minutes.recorderName ?? content.recorder,
          minutes.recorderSignedAt,
          t('sign.recorderWaits'),
        )}
        {box(
          t('sign.chair'),
          locked?.chairName ?? content.chair,
          locked?.chairSignedAt,
          t(state === 'AWAITING' ? 'sign.chairNow' : 'sign.chairWaits'),
        )}
      </dl>
    </Panel>
  );
}
