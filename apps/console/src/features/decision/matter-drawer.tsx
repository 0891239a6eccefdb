import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MatterPageQuery } from '../../generated/graphql';
import { MatterForm } from './matter-form';
import { ReasonForm } from './reason-form';

export type MatterDetail = NonNullable<MatterPageQuery['matter']>;
export type MatterAct = 'draft' | 'change' | 'return' | 'withdraw';

/** The form of what is to be done to a matter; `draft` has none yet. */
export function MatterDrawer(props: {
  act: MatterAct;
  matter: MatterDetail | null;
  close(): void;
  done(words: string, id?: string): void;
}) {
  const { t } = useTranslation('decision');
  const { act, matter, close } = props;
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
      size={560}
      open
      onClose={close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {act === 'draft' || act === 'change' ? <MatterForm {...form} matter={matter} /> : null}
      {matter && (act === 'return' || act === 'withdraw') ? <ReasonForm {...form} matter={matter} act={act} /> : null}
    </Drawer>
  );
}
