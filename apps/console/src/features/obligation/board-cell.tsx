import { useTranslation } from 'react-i18next';
import type { BoardCellFragment } from '../../generated/graphql';
import { signOf } from './words';

/** How often of how often was held, in the look of the worst state; the words of it for those who do not see it. */
export function BoardCell(props: {
  cell: BoardCellFragment | undefined;
  label: string;
  chosen: boolean;
  open(): void;
}) {
  const { t } = useTranslation('obligation');
  const { cell, label } = props;
  if (!cell)
    return (
      <span className="board-none" aria-label={`${label} ${t('none')}`} role="img">
        ·
      </span>
    );
  const sign = signOf[cell.worst];
  const figures = cell.worst === 'PLANNED' ? cell.fulfilled + cell.foreseen : cell.fulfilled;
  const shown = cell.worst === 'WAIVED' ? t('waivedShort') : cell.worst === 'UNPLANNED' && figures === 0 ? '' : null;
  const mark = { late: '×', risk: '!' }[sign as string] ?? '';
  return (
    <button
      type="button"
      className={`board-cell board-${sign}`}
      aria-pressed={props.chosen}
      // what is to be seen stands in what is to be heard
      aria-label={`${label} ${t(`state.${cell.worst}`)} ${figures}/${cell.required}`}
      onClick={props.open}
    >
      {mark ? <b aria-hidden>{mark}</b> : null}
      {shown ?? `${figures}/${cell.required}`}
    </button>
  );
}
