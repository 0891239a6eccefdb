import { EditOutlined } from '@ant-design/icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A cell's value that a click turns into a field: Enter corrects it, Escape leaves it. */
export function CellEditor(props: {
  value: string;
  /** heading and row, for who cannot see where the cell stands */
  label: string;
  busy: boolean;
  onCorrect(value: string): void;
}) {
  const { t } = useTranslation('import');
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setEditing(false);
    // The button is there again once this has been drawn.
    requestAnimationFrame(() => button.current?.focus());
  };
  const shown = props.value === '' ? t('blank') : props.value;
  if (editing)
    return (
      <input
        className="cell-input"
        aria-label={props.label}
        title={t('correct.help')}
        autoFocus
        defaultValue={props.value}
        onFocus={(event) => event.target.select()}
        onBlur={() => setEditing(false)}
        onKeyDown={(event) => {
          // Enter that ends the choice of a Chinese word is not yet the end of the cell.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') leave();
          if (event.key !== 'Enter') return;
          const value = event.currentTarget.value.trim();
          leave();
          if (value !== props.value) props.onCorrect(value);
        }}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      className="cell-edit"
      disabled={props.busy}
      aria-label={t('correct.cell', { label: props.label, value: shown })}
      onClick={() => setEditing(true)}
    >
      <span className="cell-value">{shown}</span>
      <EditOutlined aria-hidden />
    </button>
  );
}

/** What the file shows in a cell that was corrected. */
export function Corrected({ original }: { original: string }) {
  const { t } = useTranslation('import');
  return (
    <span className="cell-corrected">{t('correct.was', { original: original === '' ? t('blank') : original })}</span>
  );
}
