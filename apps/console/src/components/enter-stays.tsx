import type { ReactNode } from 'react';

/** Around fields of dates: Enter takes over what was typed there, and does not send the form. */
export function EnterStays({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={className}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}
