import type { ApolloServerPlugin } from '@apollo/server';
import type { Viewer } from '@dangwu/access';
import { callers } from '@dangwu/platform/audit';
import { note } from '@dangwu/platform/http';
import { NoText, type TextQuery } from '@dangwu/read-model';
import type { NextFunction, Request, Response } from 'express';
import { getVariableValues, type GraphQLSchema } from 'graphql';
import { costOf, limits } from '../limits.plugin';
import type { RequestContext } from '../request-context';
import { holdsUnwritable } from '../unwritable-text';
import { KnownDocuments } from './known-documents';

/** What the lane asks of `Viewers`. */
export interface RememberingViewers {
  viewerToConfirm(request: Request): Promise<Viewer | null>;
  forget(request: Request): void;
}

/** Asked before a request is answered, with what it costs: whoever counts requests counts these too. */
export type Charge = (cost: number, viewer: Viewer, request: Request, response: Response) => Promise<void>;

type Variables = Readonly<Record<string, unknown>>;

interface Order {
  readonly source: string;
  readonly known: TextQuery;
  readonly variables: Variables;
  readonly contentType: string;
}

/** Content types by what the client accepts, as Apollo chooses them; other wishes are Apollo's to judge. */
const contentTypes: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
]);

/**
 * The short way of a read, and of a write that says it can go it: the JSON of PostgreSQL goes out as it came in. It takes queries whose very text Apollo has
 * answered before, resolves their fields as graphql-js would (guards, pipes and all), and sends what the reader
 * answers as text, read for a remembered viewer whom the same statement confirmed.
 *
 * A write is carried out once a call: what it came to, Apollo tells when the lane cannot (ADR 24).
 *
 * It can say nothing but "here it is". Whatever else comes of it (a refusal, an error, a null where none may be, a
 * viewer who is not what it was) is not said: the request goes on to Apollo as if nothing had been tried.
 */
export class TextLane {
  private readonly documents = new KnownDocuments();
  private schema: GraphQLSchema | undefined;
  private viewers: RememberingViewers | undefined;
  private charge: Charge | undefined;
  /** how many requests it answered, and how many it left to Apollo after trying */
  readonly figures = { answered: 0, left: 0 };

  /** @param charge refuses by throwing: Apollo then refuses in its own words */
  open(viewers: RememberingViewers, charge?: Charge): void {
    this.viewers = viewers;
    this.charge = charge;
  }

  /** Tells the lane what Apollo answered without an error. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    serverWillStart: async ({ schema }) => {
      this.schema = schema;
    },
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response, source, schema, document, operation }) => {
        const { body } = response;
        if (request.http?.method !== 'POST' || !source || !document || !operation) return;
        if (body.kind === 'single' && body.singleResult.data && !body.singleResult.errors)
          this.documents.add(source, schema, document, operation);
      },
    }),
  };

  /** Middleware of Express, behind the one that reads the body and before Apollo. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const order = this.orderOf(request);
    if (!order) return next();
    this.run(order, request, response).then(
      (json) => {
        // it was told already that it takes too long
        if (response.headersSent) return;
        this.figures.answered++;
        const body = Buffer.from(json);
        response.setHeader('content-type', order.contentType);
        response.setHeader('content-length', body.length);
        response.end(body);
      },
      (error: unknown) => {
        this.figures.left++;
        if (error instanceof NoText && error.forGood) this.documents.refuse(order.source);
        else this.viewers!.forget(request);
        if (!response.headersSent) next();
      },
    );
  };

  private orderOf(request: Request): Order | undefined {
    if (request.method !== 'POST' || !this.schema || !this.viewers) return undefined;
    // whoever brings something else than the cookie is not the session's viewer
    if (request.headers.authorization !== undefined) return undefined;
    if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
    const contentType = contentTypes.get(request.headers.accept);
    const body: unknown = request.body;
    if (!contentType || !isRecord(body) || typeof body['query'] !== 'string') return undefined;
    const known = this.documents.find(body['query']);
    if (!known) return undefined;
    const { operationName, variables, extensions } = body;
    if (operationName != null && operationName !== known.operation.name?.value) return undefined;
    if ((variables != null && !isRecord(variables)) || (extensions != null && !isHarmless(extensions)))
      return undefined;
    return { source: body['query'], known, variables: variables ?? {}, contentType };
  }

  private async run({ known, variables }: Order, req: Request, res: Response): Promise<string> {
    const schema = this.schema!;
    const { coerced } = getVariableValues(schema, known.operation.variableDefinitions ?? [], variables);
    if (!coerced) throw new NoText(false, 'for Apollo to refuse');
    const cost = costOf(schema, known.document, known.operation, variables, coerced);
    if (cost > limits.cost) throw new NoText(false, 'for Apollo to refuse');
    if (known.writes && holdsUnwritable(coerced)) throw new NoText(false, 'for Apollo to refuse');
    const viewer = await this.viewers!.viewerToConfirm(req);
    if (!viewer) throw new NoText(false, 'nobody is signed in');
    note({ operation: known.title, account: viewer.account.id });
    await this.charge?.(cost, viewer, req, res);
    const context: RequestContext = { req, res, viewer, charge: charged };
    const json = await known.answer(coerced, context);
    if (known.writes && !leftTrace()) throw new NoText(true, 'for Apollo to report');
    return `{"data":${json}}\n`;
  }
}

/** Every write is on record, or says why not; the plugin `audit` stands guard over that. */
function leftTrace(): boolean {
  const call = callers.getStore();
  return Boolean(call?.recorded ?? call?.nothing);
}

/** all of it was charged before */
const charged = (): Promise<void> => Promise.resolve();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** what clients tell of themselves; a persisted query is for Apollo to refuse */
const isHarmless = (extensions: unknown): boolean => isRecord(extensions) && !('persistedQuery' in extensions);
