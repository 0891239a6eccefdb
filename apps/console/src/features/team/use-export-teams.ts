import { useMutation } from '@apollo/client/react';
import { useRequestExport, type Exporting } from '../../components/use-request-export';
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

/** Begins the export of what the page of teams shows, or asks for it. */
export function useExportTeams(wanted: Wanted, columns: readonly TeamColumnKey[]): Exporting {
  const { language } = usePreferences();
  const [exportTeams] = useMutation(ExportLeadershipTeamsDocument);
  const [exportAlarms] = useMutation(ExportElectionAlarmsDocument);
  const request = useRequestExport();
  const { within, asOf } = wanted;
  const list = { within, asOf, columns: columns.flatMap((key) => columnsOf[key]), locale: language };
  if (looksForDue(wanted)) {
    const input = { ...list, filter: alarmFilter(wanted) };
    return {
      begin: async () => (await exportAlarms({ variables: { input } })).data?.exportElectionAlarms.id ?? null,
      ask: (reason) => request({ electionAlarms: input }, reason),
    };
  }
  const input = { ...list, filter: teamFilter(wanted) };
  return {
    begin: async () => (await exportTeams({ variables: { input } })).data?.exportLeadershipTeams.id ?? null,
    ask: (reason) => request({ leadershipTeams: input }, reason),
  };
}
