import { useMutation } from '@apollo/client/react';
import { ExportUnitsDocument, type UnitFilter, type UnitOrder } from '../../generated/graphql';
import { usePreferences } from '../../lib/preferences';

/** Begins the export of a list of units and answers its job. */
export function useExportUnits(list: {
  within?: string | null;
  filter: UnitFilter;
  order: UnitOrder;
  /** a past day, as the list shows it */
  asOf?: string | null;
}): () => Promise<string | null> {
  const { language } = usePreferences();
  const [start] = useMutation(ExportUnitsDocument);
  return async () => {
    const { data } = await start({ variables: { input: { ...list, locale: language } } });
    return data?.exportUnits.id ?? null;
  };
}
