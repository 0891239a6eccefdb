import { useMutation } from '@apollo/client/react';
import type { Exporting } from '../../components/use-request-export';
import { ExportMattersDocument, type MatterColumn, type MatterFilter, type MatterOrder } from '../../generated/graphql';
import { usePreferences } from '../../lib/preferences';
import type { MatterColumnKey } from './matter-columns';

const columnOf: Readonly<Record<MatterColumnKey, MatterColumn>> = {
  organization: 'ORGANIZATION',
  category: 'CATEGORY',
  amount: 'AMOUNT',
  number: 'NUMBER',
  submitted: 'SUBMITTED',
  state: 'STATE',
  opinion: 'OPINION',
  outcome: 'OUTCOME',
  reason: 'REASON',
};

/** Begins the export of what the ledger of matters shows. */
export function useExportMatters(list: {
  within?: string | null;
  filter: MatterFilter;
  order: MatterOrder;
  columns: readonly MatterColumnKey[];
}): Exporting {
  const { language } = usePreferences();
  const [start] = useMutation(ExportMattersDocument);
  const input = { ...list, columns: list.columns.map((key) => columnOf[key]), locale: language };
  return { begin: async () => (await start({ variables: { input } })).data?.exportMatters.id ?? null };
}
