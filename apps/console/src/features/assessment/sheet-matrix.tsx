import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { local } from '../../lib/i18n';
import type { Matrix } from './matrix';
import { draftOf, needsWords, short, type Line } from './sheet-draft';
import { SheetEntry } from './sheet-entry';
import { SheetLine, type LineContext } from './sheet-line';

/** A whole scheme in one view: rows by columns, and below it the cell one is at with all that is known of it. */
export function SheetMatrix({ matrix, context }: { matrix: Matrix; context: LineContext }) {
  const { t } = useTranslation('sheet');
  const all = matrix.rows.flatMap(({ cells }) => cells);
  const current = all.find(({ key }) => key === context.current);
  return (
    <>
      <div className="sheet-matrix-frame">
        <table className="sheet-matrix" data-matrix>
          <thead>
            <tr>
              <th scope="col" aria-label={t('matrix.row')} />
              {matrix.columns.map((column) => (
                <th key={column.zh} scope="col">
                  {local(column)}
                </th>
              ))}
              <th scope="col" className="sheet-matrix-sum">
                {t('matrix.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ head, cells }) => (
              <tr key={head.key}>
                <th scope="row">{local(head.name)}</th>
                {cells.map((cell, i) => (
                  <Cell key={cell.key} cell={cell} column={i} context={context} />
                ))}
                <td className="sheet-matrix-sum">
                  <strong>{head.points ?? '—'}</strong>
                  <span className="quiet"> / {short(head.weight ?? '')}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {current ? (
        <Panel title={local(current.name)} flush>
          <ol className="sheet-lines">
            <SheetLine line={current} context={context} />
          </ol>
        </Panel>
      ) : (
        <p className="quiet sheet-matrix-hint">{t('matrix.hint')}</p>
      )}
    </>
  );
}

function Cell({ cell, column, context }: { cell: Line; column: number; context: LineContext }) {
  const { t } = useTranslation('sheet');
  const { sheet, drafts, closed, current } = context;
  const draft = drafts.get(cell.key) ?? draftOf(cell);
  const lacking = needsWords(cell, draft) && draft.comment.trim() === '';
  return (
    <td
      data-column={column}
      data-current={current === cell.key || undefined}
      data-not-applying={cell.applies ? undefined : ''}
      onClick={() => context.focus(cell.key)}
    >
      {cell.applies && cell.entry !== 'NONE' ? (
        <SheetEntry
          line={cell}
          draft={draft}
          places={sheet.places}
          disabled={closed}
          otherwise=""
          change={(set) => context.change(cell.key, set)}
          focus={() => context.focus(cell.key)}
        />
      ) : (
        <span className="sheet-kind">{cell.applies ? t(`kind.${cell.kind}`) : t('matrix.notApplying')}</span>
      )}
      <span className="sheet-matrix-points">
        {cell.points ?? '—'}
        <span className="quiet"> / {short(cell.weight ?? '')}</span>
        {lacking ? <span className="sheet-matrix-lacking">{t('matrix.lacking')}</span> : null}
      </span>
    </td>
  );
}
