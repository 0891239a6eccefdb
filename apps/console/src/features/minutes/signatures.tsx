import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { moment } from '../../lib/dates';
import type { ReadableMinutes } from './content';

/** Who signed, who is waited for. */
export function Signatures({ minutes }: { minutes: ReadableMinutes }) {
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
          t(state !== 'AWAITING' ? 'sign.chairWaits' : minutes.chairHasAccount ? 'sign.chairNow' : 'sign.noAccount'),
        )}
      </dl>
      {locked?.paperUrl ? (
        <p className="minutes-links minutes-paper">
          <span>{t('sign.paperSigned', { by: locked.paperBy, reason: locked.paperReason })}</span>
          <a href={locked.paperUrl} download>
            {t('sign.paperLink')}
          </a>
        </p>
      ) : null}
    </Panel>
  );
}
