import type { ApolloServerPlugin } from '@apollo/server';
import type { Viewer } from '@dangwu/access';
import { callers } from '@dangwu/platform/audit';
import { GraphQLError } from 'graphql';
import type { RequestContext } from './request-context';

/** A mutation that succeeded and left no event, nor said why there is none to leave. A fault of ours. */
export class UnrecordedWrite extends Error {
  constructor(
    readonly operation: string,
    readonly viewer: Viewer | null,
  ) {
    super(`The mutation ${operation} left no audit event; record one, or say leavesNothing(why)`);
    this.name = 'UnrecordedWrite';
  }
}

/** What becomes of such a mutation: tests answer an error, a running system logs it and records that it happened. */
export type OnUnrecorded = 'refuse' | ((write: UnrecordedWrite) => Promise<void>);

/** Every successful mutation is on record: this stands guard over those who write the services. */
export function auditPlugin(onUnrecorded: OnUnrecorded): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, response, contextValue }) {
          if (operation?.operation !== 'mutation' || response.body.kind !== 'single') return;
          if (response.body.singleResult.errors) return;
          const call = callers.getStore();
          if (!call || call.recorded || call.nothing) return;
          const name = call.operation ?? operation.name?.value ?? 'mutation';
          const write = new UnrecordedWrite(name, contextValue.viewer);
          if (onUnrecorded !== 'refuse') return onUnrecorded(write);
          response.body.singleResult = {
            errors: [new GraphQLError(write.message, { extensions: { code: 'INTERNAL' } })],
          };
        },
      };
    },
  };
}
