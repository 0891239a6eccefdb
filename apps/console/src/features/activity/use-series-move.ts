import { skipToken, useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import {
  ActivitySeriesMoveDocument,
  MoveActivitySeriesDocument,
  MovedActivityDocument,
  type ActivitySeriesMoveQuery,
  type MoveActivitySeriesInput,
} from '../../generated/graphql';

export type ForeseenMove = ActivitySeriesMoveQuery['activitySeriesMove'];

/** Where an occurrence stood before its series was moved. */
interface Before {
  readonly occursOn: string;
  readonly time: string;
}

/** A move of a series: what it would do is known first; what can be taken back honestly has its way back. */
export function useSeriesMove(asked: MoveActivitySeriesInput | null) {
  const client = useApolloClient();
  const foreseeing = useQuery(
    ActivitySeriesMoveDocument,
    asked ? { variables: { input: asked }, fetchPolicy: 'network-only' } : skipToken,
  );
  const [move, moving] = useMutation(MoveActivitySeriesDocument);
  const foreseen = asked ? foreseeing.data?.activitySeriesMove : undefined;
  /** @returns null when it was refused; else the way back, where there is one */
  const save = async (before: Before): Promise<{ undo?: () => Promise<unknown> } | null> => {
    if (!asked) return null;
    const answer = await move({ variables: { input: asked } }).catch(() => null);
    if (!answer?.data) return null;
    if (!foreseen?.undoable) return {};
    const { data } = await client.query({
      query: MovedActivityDocument,
      variables: { id: asked.activityId },
      fetchPolicy: 'network-only',
    });
    const version = data?.activity?.version;
    if (!version) return {};
    const input = { ...asked, version, on: before.occursOn, time: before.time };
    return { undo: () => client.mutate({ mutation: MoveActivitySeriesDocument, variables: { input } }) };
  };
  return {
    foreseen,
    save,
    loading: moving.loading,
    error: moving.error ?? (asked ? foreseeing.error : undefined),
  };
}
