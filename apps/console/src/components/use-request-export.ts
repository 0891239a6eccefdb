import { useMutation } from '@apollo/client/react';
import { ExportRequestsDocument, RequestExportDocument, type RequestExportInput } from '../generated/graphql';

/** What a page exports: at once, or after somebody approved it. */
export interface Exporting {
  /** Starts the job and answers its id. */
  begin(): Promise<string | null>;
  /** Asks for the same, when it tells of more people than may be exported at once. */
  ask?(reason: string): Promise<void>;
}

/** Asks for a list of many people. */
export function useRequestExport(): (list: Omit<RequestExportInput, 'reason'>, reason: string) => Promise<void> {
  const [request] = useMutation(RequestExportDocument, { refetchQueries: [ExportRequestsDocument] });
  return async (list, reason) => {
    await request({ variables: { input: { ...list, reason } } });
  };
}
