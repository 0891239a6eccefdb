import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../../lib/narrow';

/** The four steps of an import. */
export const STEPS = ['upload', 'check', 'confirm', 'receipt'] as const;
export type Step = (typeof STEPS)[number];

/** Where in the four steps the reader is; on a phone in words only. */
export function StepLine({ current, note }: { current: Step; note?: string }) {
  const { t } = useTranslation('import');
  const narrow = useNarrow();
  const at = STEPS.indexOf(current);
  if (narrow) {
    const step = t(`step.${current}`);
    return (
      <p className="step-words">
        {[t('step.of', { at: at + 1, count: STEPS.length, step }), note].filter(Boolean).join(t('comma'))}
      </p>
    );
  }
  return (
    <ol className="steps" aria-label={t('step.label')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span className="step-sign">{index < at ? <CheckOutlined aria-label={t('step.done')} /> : index + 1}</span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
