import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import { local } from '../../lib/i18n';
import type { Vote } from './content';

/** How many voted how, of whom how many are needed, and by which rule. */
export function VoteLine({ vote }: { vote: Vote }) {
  const { t } = useTranslation('minutes');
  const { base, of, inFavour, against, abstained, needed, passed, rule } = vote;
  return (
    <p className="minutes-vote">
      {passed === null ? null : (
        <StateWord state={passed ? 'done' : 'refused'}>{t(passed ? 'vote.passed' : 'vote.failed')}</StateWord>
      )}
      <span>{t('vote.counts', { inFavour, against, abstained })}</span>
      <span>
        {rule && needed !== null
          ? t('vote.needed', { needed, of: t(`vote.base.${base}`, { count: of }), basis: local(rule.basis) })
          : t('vote.noRule')}
      </span>
    </p>
  );
}
