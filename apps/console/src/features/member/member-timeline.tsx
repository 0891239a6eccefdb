import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MemberDetailFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';
import type { Ending } from './end-form';

type Kind = Ending['kind'];

/** Affiliations and posts, the latest first, what was planned ahead above what holds; each can be ended where one may. */
export function MemberTimeline(props: {
  member: MemberDetailFragment;
  /** null: not this reader's to end, or a past day */
  onEnd: ((ending: Ending) => void) | null;
}) {
  const { t } = useTranslation('member');
  const { member, onEnd } = props;
  const now = today();
  const lines = [
    ...member.affiliations.map((one) => ({ ...one, of: 'affiliation' as const, words: t(`affiliation.${one.kind}`) })),
    ...member.appointments.map((one) => ({ ...one, of: 'appointment' as const, words: t(`post.${one.post}`) })),
  ].sort((a, b) => b.since.localeCompare(a.since));
  const endOf = (line: (typeof lines)[number]): Kind | null => {
    if (line.until) return null;
    if (line.of === 'affiliation') return line.since > now ? 'withdrawAffiliation' : 'endAffiliation';
    return 'endAppointment';
  };
  return (
    <section aria-label={t('timeline')}>
      <h3>{t('timeline')}</h3>
      <ol className="member-timeline">
        {lines.map((line) => {
          const { id, since, until, words, organization, basis } = line;
          const kind = endOf(line);
          return (
            <li key={id} data-past={until && until <= now ? true : undefined}>
              <div>
                <p>
                  {words}
                  {organization ? <span className="member-where">{organization.name}</span> : null}
                </p>
                <p className="quiet">
                  {until ? t('span', { since, until }) : t(since > now ? 'fromDay' : 'sinceDay', { since })}
                </p>
                <p className="quiet">{basis}</p>
              </div>
              {kind && onEnd ? (
                <Button size="small" onClick={() => onEnd({ kind, id, words, name: organization?.name ?? '' })}>
                  {t(`${kind}.verb`)}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
