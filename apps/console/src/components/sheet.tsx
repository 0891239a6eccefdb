import { useEffect, useRef, type ReactNode } from 'react';
import './sheet.css';

/** A modal sheet on the browser's own <dialog>: focus stays inside, Escape closes, focus returns. */
export function Sheet(props: { label: string; close(): void; className?: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`sheet ${props.className ?? ''}`}
      aria-label={props.label}
      onCancel={(event) => {
        event.preventDefault();
        props.close();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) props.close();
      }}
    >
      <div className="sheet-inside">{props.children}</div>
    </dialog>
  );
}
