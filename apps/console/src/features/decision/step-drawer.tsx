import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MilestoneRowFragment } from '../../generated/graphql';
import { CouncilOutcomeForm, PlaceForm } from './council-forms';
import { CloseForm, DropForm, MilestoneForm, MilestonesForm, ReportBackForm } from './execution-forms';
import type { MatterDetail } from './matter-drawer';

export type MatterStep =
  | { name: 'place' | 'outcome' | 'execute' | 'milestone' | 'report' | 'close' }
  | { name: 'drop'; milestone: MilestoneRowFragment };

export interface StepForm {
  matter: MatterDetail;
  done(words: string): void;
  cancel(): void;
}

/** The form of a step that comes after the review. */
export function StepDrawer(props: {
  step: MatterStep;
  matter: MatterDetail;
  close(): void;
  done(words: string): void;
}) {
  const { t } = useTranslation('decision');
  const { step, matter, close } = props;
  const title = t(`step.${step.name}.title`);
  const form: StepForm = {
    matter,
    cancel: close,
    done: (words) => {
      close();
      props.done(words);
    },
  };
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={520}
      open
      onClose={close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {step.name === 'place' ? <PlaceForm {...form} /> : null}
      {step.name === 'outcome' ? <CouncilOutcomeForm {...form} /> : null}
      {step.name === 'execute' ? <MilestonesForm {...form} /> : null}
      {step.name === 'milestone' ? <MilestoneForm {...form} /> : null}
      {step.name === 'drop' ? <DropForm {...form} milestone={step.milestone} /> : null}
      {step.name === 'report' ? <ReportBackForm {...form} /> : null}
      {step.name === 'close' ? <CloseForm {...form} /> : null}
    </Drawer>
  );
}
