import { useMutation } from '@apollo/client/react';
import { App } from 'antd';
import { CorrectImportCellDocument, CorrectImportCellsDocument, ImportRowsDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';

export interface Corrections {
  readonly busy: boolean;
  one(row: number, column: number, value: string): void;
  /** every faulty cell of the column that shows the same */
  all(column: number, found: string | null, value: string): void;
}

/** Corrections in place. Each checks the whole file again, so all that is shown of it is read anew. */
export function useCorrection(id: string, onCorrected: () => void): Corrections {
  const { message } = App.useApp();
  const options = { refetchQueries: [ImportRowsDocument] };
  const [correctCell, cell] = useMutation(CorrectImportCellDocument, options);
  const [correctCells, cells] = useMutation(CorrectImportCellsDocument, options);
  const done = (work: Promise<unknown>) => {
    work.then(onCorrected).catch((failed: unknown) => void message.error(errorText(failed)));
  };
  return {
    busy: cell.loading || cells.loading,
    one: (row, column, value) => done(correctCell({ variables: { input: { id, row, column, value } } })),
    all: (column, found, value) => done(correctCells({ variables: { input: { id, column, found, value } } })),
  };
}
