import { ScopedLink } from './scoped-link';
import { StateGlyph, type State } from './state-glyph';
import './figures.css';

/** One number: what it counts, what else is to be said of it, and where it opens. */
export interface Figure {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly note: string;
  /** What a number above nought means; null for plain counts. */
  readonly state: State | null;
  readonly to: string;
}

/** Figures at the head of a page, worst first; each opens what it counts. */
export function Figures({ label, figures }: { label: string; figures: readonly Figure[] }) {
  return (
    <ul className="figures panel" aria-label={label}>
      {figures.map(({ key, name, value, note, state, to }) => (
        <li key={key}>
          <ScopedLink to={to}>
            <span className="figure-name">
              {/* Nothing late is good news: pale, not red with a nought. */}
              {state ? <StateGlyph state={value > 0 ? state : 'done'} /> : null}
              {name}
            </span>
            <span className={state === 'late' && value > 0 ? 'figure figure-late' : 'figure'}>{value}</span>
            <span className="figure-note">{note}</span>
          </ScopedLink>
        </li>
      ))}
    </ul>
  );
}
