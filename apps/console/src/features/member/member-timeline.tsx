import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MemberDetailFragment } from '../../generated/graphql';

/** Affiliations and posts, the latest first. */
export function MemberTimeline(props: {
  member: MemberDetailFragment;
  /** null: not this reader's to end */
  endAppointment: ((id: string) => void) | null;
}) {
  const { t } = useTranslation('member');
  const { member, endAppointment } = props;
  const lines = [
    ...member.affiliations.map((one) => ({ ...one, post: null, words: t(`affiliation.${one.kind}`) })),
    ...member.appointments.map((one) => ({ ...one, kind: null, words: t(`post.${one.post}`) })),
  ].sort((a, b) => b.since.localeCompare(a.since));
  return (
    <section aria-label={t('timeline')}>
      <h3 className="member-heading">{t('timeline')}</h3>
      <ol className="member-timeline">
        {lines.map(({ id, since, until, words, organization, basis, post }) => (
          <li key={id} data-past={until ? true : undefined}>
            <span className="quiet nowrap">{until ? t('span', { since, until }) : t('sinceDay', { since })}</span>
            <span>
              {[words, organization?.name].filter(Boolean).join(' · ')}
              <span className="member-basis">{basis}</span>
            </span>
            {post && !until && endAppointment ? (
              <Button size="small" onClick={() => endAppointment(id)}>
                {t('endAppointment.verb')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
