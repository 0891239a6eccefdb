import { useId, type ReactNode } from 'react';
import './panel.css';

/** A part of a page: 1 px line, no shadow; a head with title, grey count and one link or button. */
export function Panel(props: {
  title: string;
  note?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  /** Lists and tables reach the panel's edge; text does not. */
  flush?: boolean;
}) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.note ? <span className="panel-note">{props.note}</span> : null}
        {props.extra ? <span className="panel-extra">{props.extra}</span> : null}
      </header>
      <div className={props.flush ? 'panel-flush' : 'panel-body'}>{props.children}</div>
    </section>
  );
}
