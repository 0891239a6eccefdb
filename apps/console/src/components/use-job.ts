import { skipToken, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { ExportProgressDocument } from '../generated/graphql';
import { useLiveEvent } from '../lib/live-events';

/** How often progress is asked for when the live channel is silent. */
const POLL_MS = 1500;

/** A job of one's own while it runs, and how it ended. */
export function useJob(id: string | null) {
  const { data, error, refetch, stopPolling } = useQuery(
    ExportProgressDocument,
    id ? { variables: { id }, pollInterval: POLL_MS, fetchPolicy: 'network-only' } : skipToken,
  );
  const job = id ? data?.job : null;
  const running = id !== null && (!job || job.state === 'QUEUED' || job.state === 'RUNNING');
  const settled = job != null && !running;
  useEffect(() => {
    if (settled) stopPolling();
  }, [settled, stopPolling]);
  useLiveEvent('job', (event) => {
    if (event.id === id) void refetch();
  });
  return { job, running, error, refetch };
}
