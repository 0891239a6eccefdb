import { useMutation } from '@apollo/client/react';
import { useRequestExport, type Exporting } from '../../components/use-request-export';
import { ExportUnitsDocument, type UnitFilter, type UnitOrder } from '../../generated/graphql';
import { usePreferences } from '../../lib/preferences';

/** Begins the export of a list of units, or asks for it. */
export function useExportUnits(list: {
  within?: string | null;
  filter: UnitFilter;
  order: UnitOrder;
  /** a past day, as the list shows it */
  asOf?: string | null;
}): Exporting {
  const { language } = usePreferences();
  const [start] = useMutation(ExportUnitsDocument);
  const request = useRequestExport();
  const input = { ...list, locale: language };
  return {
    begin: async () => (await start({ variables: { input } })).data?.exportUnits.id ?? null,
    ask: (reason) => request({ units: input }, reason),
  };
}
