import type { ApolloServerPlugin } from '@apollo/server';
import { languageOf } from '@dangwu/platform/text';
import type { ErrorExtensions } from './format-error';
import type { RequestContext } from './request-context';

/** `message` follows Accept-Language; both texts stay in `extensions.messages`. */
export function languagePlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
          const language = languageOf(contextValue.req.headers['accept-language']);
          response.body.singleResult.errors = response.body.singleResult.errors.map((error) => {
            const messages = (error.extensions as ErrorExtensions | undefined)?.messages;
            return messages ? { ...error, message: messages[language] } : error;
          });
        },
      };
    },
  };
}
