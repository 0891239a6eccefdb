import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import type { SessionPreparationQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';

export type Gaps = SessionPreparationQuery['sessionPreparation']['items'][number]['gaps'];

/** What is to be noticed of a matter before the session, the rule behind it one step away. */
export function GapLines({ gaps }: { gaps: Gaps }) {
  const { t } = useTranslation('reviewSession');
  if (gaps.length === 0) return null;
  return (
    <ul className="review-gaps">
      {gaps.map(({ kind, blocks, message }) => (
        <li key={kind} data-blocks={blocks || undefined}>
          <StateGlyph state={blocks ? 'late' : 'risk'} />
          <details>
            <summary>{t(`gap.${kind}`)}</summary>
            <p>{local(message)}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
