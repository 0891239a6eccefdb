import { useEffect, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { OwnMemberDocument } from '../generated/graphql';
import { useSession } from '../lib/session';
import { menu, paths, type Entry } from './routes';

/** Whether this server shows its mail in an inbox; asked once, and only for those who may see it. */
let inboxAsked: Promise<boolean> | null = null;
function inboxServed(): Promise<boolean> {
  inboxAsked ??= fetch(paths.inbox).then(
    (answer) => answer.ok,
    () => false,
  );
  return inboxAsked;
}

/** The menu of this person: entries they may use, groups that have any. */
export function useMenu(): { group: (typeof menu)[number]['group']; entries: Entry[] }[] {
  const { permissions } = useSession();
  const [inbox, setInbox] = useState(false);
  // asked once; whoever is no member of the register has no activities of their own
  const { data: own } = useQuery(OwnMemberDocument);
  const mayInbox = permissions.includes('inbox.read');
  useEffect(() => {
    let shown = true;
    if (mayInbox) void inboxServed().then((served) => shown && setInbox(served));
    return () => {
      shown = false;
    };
  }, [mayInbox]);
  return menu
    .map(({ group, entries }) => ({
      group,
      entries: entries.filter(
        (entry) =>
          (!entry.permissions || entry.permissions.some((one) => permissions.includes(one))) &&
          (entry.key !== 'inbox' || inbox) &&
          (entry.key !== 'own' || Boolean(own?.ownAccount.member)),
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
}
