import { useTranslation } from 'react-i18next';
import { StateGlyph, StateWord } from '../../components/state-glyph';
import type { FlagSeverity } from '../../generated/graphql';

interface Props {
  flags: readonly { readonly severity: FlagSeverity }[];
}

const countOf = ({ flags }: Props, severity: FlagSeverity): number =>
  flags.filter((flag) => flag.severity === severity).length;

/** Signs of an organization's flags where there is little room; the words are spoken and in the title. */
export function FlagGlyphs(props: Props) {
  const { t } = useTranslation('organization');
  const refusals = countOf(props, 'REFUSAL');
  const alerts = countOf(props, 'ALERT');
  return (
    <>
      {refusals > 0 ? <StateGlyph state="late" label={t('flag.refusals', { count: refusals })} /> : null}
      {alerts > 0 ? <StateGlyph state="risk" label={t('flag.alerts', { count: alerts })} /> : null}
    </>
  );
}

/** How many flags of each severity, in words. */
export function FlagWords(props: Props) {
  const { t } = useTranslation('organization');
  const refusals = countOf(props, 'REFUSAL');
  const alerts = countOf(props, 'ALERT');
  return (
    <span className="flag-words">
      {refusals > 0 ? <StateWord state="late">{t('flag.refusals', { count: refusals })}</StateWord> : null}
      {alerts > 0 ? <StateWord state="risk">{t('flag.alerts', { count: alerts })}</StateWord> : null}
    </span>
  );
}
