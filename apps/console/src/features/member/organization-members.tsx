import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { OrganizationMembersDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useMay } from '../../lib/session';
import { MemberPosts } from './member-posts';
import './members.css';

const SHOWN = 8;

/** Who belongs to an organization, those with posts by their posts; nothing where nobody is registered. */
export function OrganizationMembers({ id }: { id: string }) {
  // a panel among others: waiting for its texts must not hide the page, and with it what is being typed there
  const { t, ready } = useTranslation('member', { useSuspense: false });
  const reads = useMay('member.read');
  const { asOf } = useAsOf();
  const { data } = useQuery(OrganizationMembersDocument, { variables: { id, first: SHOWN, asOf }, skip: !reads });
  const found = data?.members;
  if (!ready || !found || found.totalCount === 0) return null;
  return (
    <Panel
      title={t('title')}
      note={t('panel.count', { count: found.totalCount })}
      extra={<ScopedLink to={`/members?organization=${id}`}>{t('panel.all')}</ScopedLink>}
      flush
    >
      <ul className="member-lines">
        {found.nodes.map((member) => (
          <li key={member.id}>
            <ScopedLink to={`/members?organization=${id}&member=${member.id}`}>{member.name}</ScopedLink>
            <span className="quiet">
              <MemberPosts
                appointments={member.appointments.filter(({ organization }) => organization?.id === id)}
                home={id}
                on={asOf}
              />{' '}
              {t(`status.${member.status}`)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
