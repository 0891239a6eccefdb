import type { Papers } from '@dangwu/ballots';
import { ballotErrors } from '@dangwu/ballots';
import { asBusy } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { domainErrorOf } from '../graphql/format-error';
import { requestErrors } from '../graphql/request.errors';
import { noStore } from './security-headers';
import { sendRefusal } from './send-refusal';

/** A paper has 1.2 kB. */
const limit = '8kb';

/**
 * The way of secret votes: `POST /ballots/papers` takes a paper and answers `{ id }`. It stands before log, request id,
 * session and budget, since each would remember who sent what when; what comes with a session or a token is refused, so
 * that no client names its user by mistake. What a proxy in front remembers is said in ADR 23.
 */
export function papersLane(papers: Papers, report: (error: unknown) => string): Router {
  return Router()
    .post('/', refuseNamed, noStore, express.json({ limit }), async ({ body }: Request, response: Response) => {
      const { ballot, ...paper } = (body ?? {}) as { ballot?: unknown };
      if (typeof ballot !== 'string') throw ballotErrors.PAPER_UNREADABLE();
      const id = await papers.cast({ ...paper, ballot: localId('Ballot', ballot) });
      response.json({ id });
    })
    .use((_: Request, response: Response, __: NextFunction) => {
      response.status(404).end();
    })
    .use((thrown: unknown, request: Request, response: Response, _: NextFunction) => {
      const error = domainErrorOf(asBusy(thrown)) ?? unreadable(thrown);
      sendRefusal(request, response, error ?? requestErrors.INTERNAL({ traceId: report(thrown) }));
    });
}

function refuseNamed({ headers }: Request, _: Response, next: NextFunction): void {
  if (headers.cookie !== undefined || headers.authorization !== undefined) throw ballotErrors.PAPER_NAMES_CALLER();
  next();
}

/** What the parser of the body refuses. */
function unreadable(thrown: unknown) {
  const status = (thrown as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status < 500 ? ballotErrors.PAPER_UNREADABLE() : undefined;
}
