import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../../lib/narrow';

/** The steps of an import. What the columns are is only asked when somebody has to say it. */
const STEPS = ['upload', 'map', 'check', 'confirm', 'receipt'] as const;
export type Step = (typeof STEPS)[number];

/** Where in the steps the reader is; on a phone in words only. */
export function StepLine({ current, note, mapping }: { current: Step; note?: string; mapping: boolean }) {
  const { t } = useTranslation('import');
  const narrow = useNarrow();
  const steps = STEPS.filter((step) => step !== 'map' || mapping);
  const at = steps.indexOf(current);
  if (narrow) {
    const step = t(`step.${current}`);
    return (
      <p className="step-words">
        {[t('step.of', { at: at + 1, count: steps.length, step }), note].filter(Boolean).join(t('comma'))}
      </p>
    );
  }
  return (
    <ol className="steps" aria-label={t('step.label')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span className="step-sign">{index < at ? <CheckOutlined aria-label={t('step.done')} /> : index + 1}</span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
