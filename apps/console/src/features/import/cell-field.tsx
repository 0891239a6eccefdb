import { EditOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * A cell on a phone: its value, the one that was probably meant, and a field with buttons of its own, since a thumb
 * finds neither Escape nor the edge of a cell.
 */
export function CellField(props: {
  value: string;
  /** heading and row, for who cannot see where the cell stands */
  label: string;
  /** border of its state */
  className?: string;
  /** what was probably meant */
  suggestion?: string | null;
  busy: boolean;
  onCorrect(value: string): void;
}) {
  const { t } = useTranslation('import');
  const { value, suggestion } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const editing = typed !== null;
  useEffect(() => {
    // above the keyboard, which covers half of the screen
    if (editing) form.current?.scrollIntoView({ block: 'center' });
  }, [editing]);
  const shown = value === '' ? t('blank') : value;
  if (typed !== null) {
    const send = (event: FormEvent) => {
      event.preventDefault();
      setTyped(null);
      if (typed.trim() !== value) props.onCorrect(typed.trim());
    };
    return (
      <form className="cell-field" ref={form} onSubmit={send}>
        <Input autoFocus aria-label={props.label} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button type="primary" htmlType="submit">
          {t('correct.verb')}
        </Button>
        <Button onClick={() => setTyped(null)}>{t('correct.cancel')}</Button>
      </form>
    );
  }
  return (
    <>
      <button
        type="button"
        className={`row-card-value ${props.className ?? ''}`}
        disabled={props.busy}
        aria-label={t('correct.cell', { label: props.label, value: shown })}
        onClick={() => setTyped(value)}
      >
        <span>{shown}</span>
        <EditOutlined aria-hidden />
      </button>
      {suggestion ? (
        <Button className="row-card-suggestion" disabled={props.busy} onClick={() => props.onCorrect(suggestion)}>
          {t('correct.take', { suggestion })}
        </Button>
      ) : null}
    </>
  );
}
