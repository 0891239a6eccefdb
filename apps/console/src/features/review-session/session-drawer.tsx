import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReviewSessionPageQuery, SessionBody, SessionPreparationQuery } from '../../generated/graphql';
import { ItemForm } from './item-form';
import { ReasonForm } from './reason-form';
import { RosterForm } from './roster-form';
import { SessionForm } from './session-form';

export type SessionDetail = NonNullable<ReviewSessionPageQuery['reviewSession']>;
export type AgendaItem = SessionDetail['items'][number];
export type SessionAct = 'call' | 'change' | 'roster' | 'item' | 'remove' | 'cancel';

/** The form of what is to be done to a session; `call` has none yet. */
export function SessionDrawer(props: {
  act: SessionAct;
  session: SessionDetail | null;
  /** whose roster is changed */
  body?: SessionBody;
  /** what comes off the agenda */
  item?: AgendaItem;
  accounts?: SessionPreparationQuery['sessionPreparation']['accounts'];
  close(): void;
  done(words: string, id?: string): void;
}) {
  const { t } = useTranslation('reviewSession');
  const { act, session, body = 'PARTY', item, accounts = [], close } = props;
  const title = t(`${act}.verb`);
  const form = {
    done: (words: string, id?: string) => {
      close();
      props.done(words, id);
    },
    cancel: close,
  };
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={act === 'roster' ? 720 : 560}
      open
      onClose={close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {act === 'call' || act === 'change' ? <SessionForm {...form} session={session} /> : null}
      {session && act === 'roster' ? <RosterForm {...form} session={session} body={body} accounts={accounts} /> : null}
      {session && act === 'item' ? <ItemForm {...form} session={session} /> : null}
      {session && act === 'remove' && item ? <ReasonForm {...form} session={session} item={item} /> : null}
      {session && act === 'cancel' ? <ReasonForm {...form} session={session} item={null} /> : null}
    </Drawer>
  );
}
