import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../lib/i18n';
import { faultOf, short, type Draft, type Line } from './sheet-draft';

interface EntryProps {
  line: Line;
  draft: Draft;
  places: number;
  disabled: boolean;
  /** what stands as long as nothing is said here */
  otherwise: string;
  change(set: Partial<Draft>): void;
  focus(): void;
}

/**
 * Arrow keys and Enter lead through a sheet as through a workbook: down a list, or in a matrix down its column with the arrows
 * and along its row with Enter.
 */
function moveOn(event: KeyboardEvent<HTMLElement>): boolean {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return false;
  event.preventDefault();
  const own = event.currentTarget.closest<HTMLElement>('[data-entry]');
  if (!own) return true;
  const frame = own.closest<HTMLElement>('[data-matrix]');
  const column = event.key === 'Enter' ? undefined : own.closest<HTMLElement>('td')?.dataset['column'];
  const among = column === undefined ? '[data-entry]' : `td[data-column="${column}"] [data-entry]`;
  const all = [...(frame ?? document).querySelectorAll<HTMLElement>(among)];
  const next = all[all.indexOf(own) + step];
  const target = next?.matches('[tabindex]') ? next : next?.querySelector<HTMLElement>('input');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** How a line is filled in: a level, points, or how often. */
export function SheetEntry(props: EntryProps) {
  if (props.line.entry === 'LEVEL') return <Levels {...props} />;
  return props.line.entry === 'NONE' ? null : <NumberEntry {...props} />;
}

/** Number keys choose a level. */
function Levels({ line, draft, disabled, otherwise, change, focus }: EntryProps) {
  const { t } = useTranslation('sheet');
  const at = line.levels.findIndex(({ key }) => key === draft.level);
  const choose = (index: number) => {
    const level = line.levels[index];
    if (level && !disabled) change({ level: level.key });
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (moveOn(event)) return;
    if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
    else if (event.key === 'ArrowRight') choose(at + 1);
    else if (event.key === 'ArrowLeft') choose(at - 1);
    else return;
    event.preventDefault();
  };
  return (
    <div
      data-entry
      className="sheet-levels"
      role="radiogroup"
      aria-label={t('entry.level', { name: local(line.name) })}
      aria-disabled={disabled}
      tabIndex={0}
      onKeyDown={press}
      onFocus={focus}
    >
      {line.levels.map((level, i) => (
        <button
          key={level.key}
          type="button"
          role="radio"
          aria-checked={i === at}
          title={local(level.name)}
          data-otherwise={draft.level === null && otherwise === local(level.name) ? '' : undefined}
          tabIndex={-1}
          disabled={disabled}
          onClick={() => choose(i)}
        >
          <kbd aria-hidden>{i + 1}</kbd>
          <span>{local(level.name)}</span>
        </button>
      ))}
    </div>
  );
}

function NumberEntry({ line, draft, places, disabled, otherwise, change, focus }: EntryProps) {
  const { t } = useTranslation('sheet');
  const times = line.entry === 'TIMES';
  const fault = faultOf(line, draft, places);
  const name = local(line.name);
  return (
    <div className="sheet-number" data-entry>
      <Input
        value={times ? draft.occurrences : draft.points}
        aria-label={t(times ? 'entry.times' : 'entry.points', { name, most: short(line.most ?? '') })}
        aria-invalid={fault !== null}
        status={fault ? 'error' : ''}
        inputMode={times ? 'numeric' : 'decimal'}
        placeholder={otherwise}
        disabled={disabled}
        maxLength={12}
        autoComplete="off"
        suffix={<span className="quiet">{times ? t('entry.timesUnit') : `/ ${short(line.most ?? '')}`}</span>}
        onKeyDown={moveOn}
        onFocus={(event) => {
          event.target.select();
          focus();
        }}
        onChange={({ target }) =>
          change(times ? { occurrences: target.value.trim() } : { points: target.value.trim() })
        }
      />
      {fault ? (
        <p role="alert" className="sheet-fault">
          {t(`fault.${fault}`, { most: short(line.most ?? ''), places })}
        </p>
      ) : null}
    </div>
  );
}
