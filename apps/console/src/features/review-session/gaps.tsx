import { StateGlyph } from '../../components/state-glyph';
import type { SessionPreparationQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';

export type Gaps = SessionPreparationQuery['sessionPreparation']['items'][number]['gaps'];

/** What is to be noticed of a matter before the session: what keeps it off, and what passes and says so. */
export function GapLines({ gaps }: { gaps: Gaps }) {
  if (gaps.length === 0) return null;
  return (
    <ul className="review-gaps">
      {gaps.map(({ kind, blocks, message }) => (
        <li key={kind} data-blocks={blocks || undefined}>
          <StateGlyph state={blocks ? 'late' : 'risk'} />
          <span>{local(message)}</span>
        </li>
      ))}
    </ul>
  );
}
