import { useMutation } from '@apollo/client/react';
import type { Exporting } from '../../components/use-request-export';
import {
  ExportActivitiesDocument,
  type ActivityColumn,
  type ActivityFilter,
  type ActivityOrder,
} from '../../generated/graphql';
import { usePreferences } from '../../lib/preferences';
import type { ActivityColumnKey } from './words';

const columnOf: Readonly<Record<ActivityColumnKey, ActivityColumn>> = {
  organization: 'ORGANIZATION',
  type: 'TYPE',
  time: 'TIME',
  place: 'PLACE',
  line: 'LINE',
  present: 'PRESENT',
  state: 'STATE',
};

/** Begins the export of what the ledger of activities shows. */
export function useExportActivities(list: {
  within?: string | null;
  filter: ActivityFilter;
  order: ActivityOrder;
  columns: readonly ActivityColumnKey[];
}): Exporting {
  const { language } = usePreferences();
  const [start] = useMutation(ExportActivitiesDocument);
  const input = { ...list, columns: list.columns.map((key) => columnOf[key]), locale: language };
  return { begin: async () => (await start({ variables: { input } })).data?.exportActivities.id ?? null };
}
