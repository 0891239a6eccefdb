import { useMutation } from '@apollo/client/react';
import type { Exporting } from '../../components/use-request-export';
import {
  ExportDispatchesDocument,
  type DispatchColumn,
  type DispatchFilter,
  type DispatchOrder,
} from '../../generated/graphql';
import { usePreferences } from '../../lib/preferences';
import type { DispatchColumnKey } from './words';

const columnOf: Readonly<Record<DispatchColumnKey, DispatchColumn>> = {
  kind: 'KIND',
  number: 'NUMBER',
  organization: 'ORGANIZATION',
  superior: 'SUPERIOR',
  issuedOn: 'ISSUED',
  deadline: 'DEADLINE',
  state: 'STATE',
};

/** Begins the export of what the ledger of dispatches shows. */
export function useExportDispatches(list: {
  within?: string | null;
  filter: DispatchFilter;
  order: DispatchOrder;
  columns: readonly DispatchColumnKey[];
}): Exporting {
  const { language } = usePreferences();
  const [start] = useMutation(ExportDispatchesDocument);
  const input = { ...list, columns: list.columns.map((key) => columnOf[key]), locale: language };
  return { begin: async () => (await start({ variables: { input } })).data?.exportDispatches.id ?? null };
}
