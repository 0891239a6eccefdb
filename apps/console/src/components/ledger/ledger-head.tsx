import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ExportJob } from '../export-job';
import { PageHead } from '../page-head';
import type { Exporting } from '../use-request-export';

/** The head of a ledger: its title, how many rows it finds, the export of what is shown, what begins a new one. */
export function LedgerHead(props: {
  title: string;
  /** Says how many there are; nothing until that is known. */
  note?: ReactNode;
  /** null: who looks may not take it away as a file. */
  exporting?: Exporting | null;
  /** null: who looks may begin none. */
  verb?: { words: string; begin(): void } | null;
}) {
  const { title, note, exporting, verb } = props;
  return (
    <PageHead
      title={title}
      note={note}
      actions={
        exporting || verb ? (
          <>
            {exporting ? <ExportJob {...exporting} /> : null}
            {verb ? (
              <Button type="primary" onClick={() => verb.begin()}>
                {verb.words}
              </Button>
            ) : null}
          </>
        ) : null
      }
    />
  );
}
