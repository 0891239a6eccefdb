import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { Caller } from './session.service';
import type { Viewer } from './viewer';

/** What the GraphQL context and an HTTP request have in common for this library. */
export interface Call {
  readonly req: Request;
  readonly res: Response;
  /** set by the guard, or before it by whoever makes the context; null: nobody is signed in */
  viewer?: Viewer | null;
}

type HttpRequest = Request & { viewer?: Viewer | null };

/** The call behind a handler, for resolvers and controllers alike. */
export function callOf(context: ExecutionContext): Call {
  if (context.getType<'graphql' | 'http'>() === 'graphql')
    return GqlExecutionContext.create(context).getContext<Call>();
  const req = context.switchToHttp().getRequest<HttpRequest>();
  return {
    req,
    res: context.switchToHttp().getResponse<Response>(),
    get viewer() {
      return req.viewer;
    },
    set viewer(viewer) {
      req.viewer = viewer;
    },
  };
}

/** The operation by the name the contract gives it: `moveOrganization`, `GET /files/:id`. */
export function operationOf(context: ExecutionContext): string {
  if (context.getType<'graphql' | 'http'>() === 'graphql')
    return GqlExecutionContext.create(context).getInfo<{ fieldName: string }>().fieldName;
  const { method, path, route } = context.switchToHttp().getRequest<Request & { route?: { path: string } }>();
  return `${method} ${route?.path ?? path}`;
}

/** The viewer of this call; null only on operations that are `@Public()`. */
export const CurrentViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer | null => callOf(context).viewer ?? null,
);

/** Where a call came from, as Express tells by its setting of trusted proxies. */
export function callerOf({ req }: Pick<Call, 'req'>): Caller {
  const { id } = req as { id?: unknown };
  return {
    address: req.ip ?? null,
    userAgent: req.get('user-agent')?.slice(0, 300) ?? null,
    requestId: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
  };
}
