import { useTranslation } from 'react-i18next';
import type { ObligationRowFragment } from '../../generated/graphql';
import { near } from '../../lib/dates';

type Asked = Pick<ObligationRowFragment, 'actors' | 'nudgedAt' | 'nudgedBy'>;

/** Who must act, by the rosters of today, and when they were urged last. */
export function Actors({ of: { actors, nudgedAt, nudgedBy } }: { of: Asked }) {
  const { t } = useTranslation('obligation');
  return (
    <>
      {actors ? (
        <p>
          {t('actors')}
          {actors.people.length === 0 ? <span className="quiet">{t('actorsNone')}</span> : null}
          {actors.people.map(({ role, name, position, organizationName }, i) => (
            <span key={`${name} ${i}`}>
              {i > 0 ? t('actorsAnd') : null}
              {t(`actor.${role}`, { name, position: position ?? '', organization: organizationName })}
            </span>
          ))}
        </p>
      ) : null}
      {nudgedAt ? <p className="quiet">{t('nudgedAt', { when: near(nudgedAt), by: nudgedBy })}</p> : null}
    </>
  );
}

/** The same in a cell of a table: names alone. */
export function ActorNames({ of: { actors } }: { of: Pick<Asked, 'actors'> }) {
  const { t } = useTranslation('obligation');
  return <>{actors?.people.map(({ name }) => name).join(t('actorsAnd')) || '—'}</>;
}
