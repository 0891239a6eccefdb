import { useMutation } from '@apollo/client/react';
import { ExportElectionAlarmsDocument, ExportLeadershipTeamsDocument, type TeamColumn } from '../../generated/graphql';
import { usePreferences } from '../../lib/preferences';
import { alarmFilter, looksForDue, teamFilter, type Wanted } from './use-leadership';
import type { TeamColumnKey } from './words';

const columnsOf: Readonly<Record<TeamColumnKey, readonly TeamColumn[]>> = {
  state: ['STATE'],
  endsOn: ['ENDS_ON'],
  alarm: ['ALARM', 'TOLD_ON'],
  term: ['TERM'],
  since: ['SINCE'],
  SECRETARY: ['SECRETARY'],
  DEPUTY_SECRETARY: ['DEPUTY_SECRETARY'],
  others: ['OTHERS'],
  seats: ['SEATS'],
  vacancies: ['VACANCIES'],
};

/** Begins the export of what the page of teams shows, and answers its job. */
export function useExportTeams(wanted: Wanted, columns: readonly TeamColumnKey[]): () => Promise<string | null> {
  const { language } = usePreferences();
  const [exportTeams] = useMutation(ExportLeadershipTeamsDocument);
  const [exportAlarms] = useMutation(ExportElectionAlarmsDocument);
  return async () => {
    const { within, asOf } = wanted;
    const list = { within, asOf, columns: columns.flatMap((key) => columnsOf[key]), locale: language };
    if (looksForDue(wanted)) {
      const { data } = await exportAlarms({ variables: { input: { ...list, filter: alarmFilter(wanted) } } });
      return data?.exportElectionAlarms.id ?? null;
    }
    const { data } = await exportTeams({ variables: { input: { ...list, filter: teamFilter(wanted) } } });
    return data?.exportLeadershipTeams.id ?? null;
  };
}
