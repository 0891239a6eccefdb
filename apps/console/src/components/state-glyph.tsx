import type { ReactNode } from 'react';
import './state-glyph.css';

/** One vocabulary of states in lists, figures, mails and exports; the word always stands beside or in the label. */
export type State = 'done' | 'pending' | 'planned' | 'risk' | 'late' | 'unplanned' | 'waived' | 'refused';

const shapes: Record<State, ReactNode> = {
  done: (
    <>
      <circle cx="6" cy="6" r="6" fill="var(--done-solid)" />
      <path d="M3.2 6.2 5.2 8.2 8.9 4.2" fill="none" stroke="var(--on-solid)" strokeWidth="1.5" />
    </>
  ),
  pending: (
    <>
      <circle cx="6" cy="6" r="5" fill="none" stroke="var(--plan-solid)" strokeWidth="1.75" />
      <path d="M6 1a5 5 0 0 0 0 10z" fill="var(--plan-solid)" />
    </>
  ),
  planned: <circle cx="6" cy="6" r="5" fill="none" stroke="var(--plan-solid)" strokeWidth="1.75" />,
  risk: (
    <>
      <path d="M6 .9 11.4 10.9H.6z" fill="var(--risk-solid)" stroke="var(--risk-line)" strokeLinejoin="round" />
      <path d="M6 4.2v3.4M6 8.5v1.2" stroke="var(--risk-ink)" strokeWidth="1.3" />
    </>
  ),
  late: (
    <>
      <rect width="12" height="12" rx="1.5" fill="var(--late-solid)" />
      <path d="m3.6 3.6 4.8 4.8m0-4.8L3.6 8.4" stroke="var(--on-solid)" strokeWidth="1.5" />
    </>
  ),
  unplanned: (
    <circle cx="6" cy="6" r="5" fill="none" stroke="var(--todo-solid)" strokeWidth="1.5" strokeDasharray="2 1.6" />
  ),
  waived: <rect x="1" y="4.75" width="10" height="2.5" rx="1" fill="var(--waive-solid)" />,
  refused: (
    <>
      <circle cx="6" cy="6" r="5" fill="none" stroke="var(--todo-solid)" strokeWidth="1.5" />
      <path d="M3 6h6" stroke="var(--todo-solid)" strokeWidth="1.75" />
    </>
  ),
};

/** A 12 px sign of a state; give `label` when no word stands beside it. */
export function StateGlyph({ state, label, size = 12 }: { state: State; label?: string; size?: number }) {
  return (
    <svg
      className="state-glyph"
      viewBox="0 0 12 12"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      {label ? <title>{label}</title> : null}
      {shapes[state]}
    </svg>
  );
}

/** Sign and word together, in the state's text colour; `tint` puts it on the state's own ground. */
export function StateWord({ state, tint, children }: { state: State; tint?: boolean; children: ReactNode }) {
  return (
    <span className={`state-word state-${state}${tint ? ' state-tint' : ''}`}>
      <StateGlyph state={state} />
      {children}
    </span>
  );
}
