import type { ReactNode } from 'react';
import { StateGlyph } from './state-glyph';
import './empty.css';

/** What is true, then the next step. `good` marks good news (nothing late). */
export function Empty({ children, action, good }: { children: ReactNode; action?: ReactNode; good?: boolean }) {
  return (
    <div className="empty">
      {good ? <StateGlyph state="done" /> : null}
      <p>{children}</p>
      {action}
    </div>
  );
}
