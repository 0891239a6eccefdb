import { App, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { AdvanceForm } from './advance-form';
import type { CycleDetail } from './cycle-page';
import { DeadlinesForm } from './deadlines-form';
import { ReasonForm, type ReasonAct } from './reason-form';
import { ReopenForm } from './reopen-form';
import { ScorersForm } from './scorers-form';

/** What is done to a cycle, or to something in it. */
export type CycleAct =
  ReasonAct | { kind: 'advance' } | { kind: 'deadlines' } | { kind: 'reopen' } | { kind: 'scorers' };

/** Where something is done to a cycle: its form, closed when it was taken. */
export function ActDrawer(props: { act: CycleAct; cycle: CycleDetail; close(taken: boolean): void }) {
  const { t } = useTranslation('cycle');
  const { message } = App.useApp();
  const { act, cycle, close } = props;
  const title = t(`${act.kind}.verb`);
  const form = {
    cycle,
    cancel: () => close(false),
    done: (words: string) => {
      void message.success(words);
      close(true);
    },
  };
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={act.kind === 'scorers' ? 640 : 520}
      open
      onClose={() => close(false)}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {act.kind === 'advance' ? <AdvanceForm {...form} /> : null}
      {act.kind === 'deadlines' ? <DeadlinesForm {...form} /> : null}
      {act.kind === 'reopen' ? <ReopenForm {...form} /> : null}
      {act.kind === 'scorers' ? <ScorersForm {...form} /> : null}
      {act.kind === 'cancel' || act.kind === 'snapshot' || act.kind === 'exclude' || act.kind === 'removeScorer' ? (
        <ReasonForm act={act} {...form} />
      ) : null}
    </Drawer>
  );
}

/** What every form of a cycle gets. */
export interface CycleForm {
  cycle: CycleDetail;
  done(words: string): void;
  cancel(): void;
}
