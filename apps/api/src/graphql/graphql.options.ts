import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Viewer } from '@dangwu/access';
import { DateTimeScalar } from '@dangwu/platform/graphql';
import { PiiDirective } from '@dangwu/platform/personal-data';
import type { Reader } from '@dangwu/read-model';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Request, Response } from 'express';
import { auditPlugin, type OnUnrecorded } from './audit.plugin';
import { formatErrors, maxTokens } from './format-error';
import { languagePlugin } from './language.plugin';
import type { TextLane } from './lane/text-lane';
import { limitsPlugin } from './limits.plugin';
import type { RequestContext } from './request-context';

export interface GraphqlParts {
  readonly reader: Reader;
  /** who sends this request, read afresh from the database: rights are today's */
  readonly viewerOf: (request: Request) => Promise<Viewer | null>;
  /** logs a fault of ours and answers the id it was logged under */
  readonly report: (error: unknown) => string;
  readonly lane: TextLane;
  readonly onUnrecorded: OnUnrecorded;
}

/** Apollo as the contract needs it: closed to strangers, bounded, and reading through the read models. */
export function graphqlOptions({
  reader,
  viewerOf,
  report,
  lane,
  onUnrecorded,
}: GraphqlParts): Omit<ApolloDriverConfig, 'driver'> {
  return {
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: true, // the limits plugin refuses it to strangers
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens },
    persistedQueries: false,
    csrfPrevention: true,
    autoTransformHttpErrors: false,
    buildSchemaOptions: { scalarsMap: [{ type: Date, scalar: DateTimeScalar }], directives: [PiiDirective] },
    transformSchema: (schema) => reader.bind(schema),
    fieldResolver: reader.fieldResolver,
    formatError: formatErrors(report),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      limitsPlugin(),
      languagePlugin(),
      auditPlugin(onUnrecorded),
      lane.plugin,
    ],
    context: async ({ req, res }: { req: Request; res: Response }): Promise<RequestContext> => ({
      req,
      res,
      viewer: await viewerOf(req),
    }),
  };
}
