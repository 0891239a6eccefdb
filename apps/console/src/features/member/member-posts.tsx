import { useTranslation } from 'react-i18next';
import type { MemberRowFragment } from '../../generated/graphql';
import { today } from '../../lib/dates';

type Held = Pick<MemberRowFragment['appointments'][number], 'post' | 'since' | 'until'> & {
  organization?: { id: string; name?: string } | null;
};

/** Whether something dated holds on a day. */
export const holds = ({ since, until }: { since: string; until?: string | null }, on: string): boolean =>
  since <= on && (!until || until > on);

/** The posts held on a day, with the organization where it is not the member's own. */
export function MemberPosts(props: { appointments: readonly Held[]; home?: string; on?: string | null }) {
  const { t } = useTranslation('member');
  const on = props.on ?? today();
  return props.appointments
    .filter((one) => holds(one, on))
    .map(({ post, organization }) =>
      organization?.name && organization.id !== props.home
        ? t('postAt', { post: t(`post.${post}`), name: organization.name })
        : t(`post.${post}`),
    )
    .join(t('console:comma'));
}
