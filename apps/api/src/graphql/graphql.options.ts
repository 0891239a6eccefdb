import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Viewer } from '@dangwu/access';
import { asBusy } from '@dangwu/platform/database';
import { DateTimeScalar } from '@dangwu/platform/graphql';
import { PiiDirective } from '@dangwu/platform/personal-data';
import type { Reader } from '@dangwu/read-model';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Request, Response } from 'express';
import type { CostMeter } from '../rate/cost-meter';
import { auditPlugin, type OnUnrecorded } from './audit.plugin';
import { domainErrorOf, formatErrors, maxRecursiveSelections, maxTokens } from './format-error';
import { languagePlugin } from './language.plugin';
import type { TextLane } from './lane/text-lane';
import { limitsPlugin } from './limits.plugin';
import { refusal } from './refusal';
import type { RequestContext } from './request-context';
import { statusPlugin } from './status.plugin';

export interface GraphqlParts {
  readonly reader: Reader;
  /** who sends this request, read afresh from the database: rights are today's */
  readonly viewerOf: (request: Request) => Promise<Viewer | null>;
  readonly meter: CostMeter;
  /** logs a fault of ours and answers the id it was logged under */
  readonly report: (error: unknown) => string;
  readonly lane: TextLane;
  readonly onUnrecorded: OnUnrecorded;
}

/** Apollo as the contract needs it: closed to strangers, bounded, and reading through the read models. */
export function graphqlOptions({
  reader,
  viewerOf,
  meter,
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
    maxRecursiveSelections,
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
      statusPlugin(),
      languagePlugin(),
      auditPlugin(onUnrecorded),
      lane.plugin,
    ],
    context: ({ req, res }: { req: Request; res: Response }): Promise<RequestContext> =>
      orRefusal(async () => {
        const viewer = await viewerOf(req);
        const charge = (cost: number): Promise<void> => meter.charge(cost, viewer, req, res);
        // what turns out not to be a document costs something too
        await charge(1);
        return { req, res, viewer, charge };
      }),
  };
}

/** Apollo answers 500 when there is no context, unless the error brings a status of its own. */
async function orRefusal<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (thrown) {
    const error = domainErrorOf(asBusy(thrown));
    if (!error) throw thrown;
    throw refusal(error);
  }
}
