import { useMutation } from '@apollo/client/react';
import { useRequestExport, type Exporting } from '../../components/use-request-export';
import { ExportMembersDocument, type MemberColumn, type MemberFilter, type MemberOrder } from '../../generated/graphql';
import { usePreferences } from '../../lib/preferences';
import type { MemberColumnKey } from './words';

const columnOf: Readonly<Record<MemberColumnKey, MemberColumn>> = {
  status: 'STATUS',
  organization: 'ORGANIZATION',
  post: 'POST',
  affiliation: 'AFFILIATION',
  gender: 'GENDER',
  birthDate: 'BIRTH_DATE',
  education: 'EDUCATION',
  jobTitle: 'JOB_TITLE',
  joinedOn: 'JOINED_ON',
  fullOn: 'FULL_ON',
  idNumber: 'ID_NUMBER',
  phone: 'PHONE',
};

/** Begins the export of a list of members, with the columns it shows, or asks for it. */
export function useExportMembers(list: {
  within: string | null;
  filter: MemberFilter;
  order: MemberOrder;
  columns: readonly MemberColumnKey[];
  /** a past day, as the list shows it */
  asOf: string | null;
}): Exporting {
  const { language } = usePreferences();
  const [start] = useMutation(ExportMembersDocument);
  const request = useRequestExport();
  const { columns, ...rest } = list;
  const input = { ...rest, columns: columns.map((key) => columnOf[key]), locale: language };
  return {
    begin: async () => (await start({ variables: { input } })).data?.exportMembers.id ?? null,
    ask: (reason) => request({ members: input }, reason),
  };
}
