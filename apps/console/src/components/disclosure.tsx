import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import './disclosure.css';

/**
 * A button and the panel it opens, side by side in the document, so that Tab goes from one into the other;
 * Escape and a click or focus outside close it. (Ant Design's popover puts its panel at the end of the page.)
 */
export function Disclosure(props: {
  /** What the button says or shows. */
  button: ReactNode;
  /** Spoken name, when the button shows only a sign. */
  label?: string;
  className?: string;
  align?: 'left' | 'right';
  /** Opens upwards, for buttons at the bottom of the window. */
  up?: boolean;
  disabled?: boolean;
  id?: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div
      className="disclosure"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        ref={button}
        id={props.id}
        type="button"
        className={props.className ?? 'disclosure-button'}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        aria-label={props.label}
        title={props.label}
        disabled={props.disabled}
        onClick={() => setOpen(!open)}
      >
        {props.button}
      </button>
      {open ? (
        <div
          id={panel}
          className={`disclosure-panel disclosure-${props.align ?? 'left'}${props.up ? ' disclosure-up' : ''}`}
        >
          {props.children(close)}
        </div>
      ) : null}
    </div>
  );
}
