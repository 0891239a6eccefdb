import { callOf } from '@dangwu/access';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Observable } from 'rxjs';
import type { CostMeter } from './cost-meter';

/** What a request that is not GraphQL costs. An upload is read, checked and stored. */
const costs = { upload: 100, other: 10 } as const;

/** For load balancers and monitoring, which ask without end. */
const free = /^\/(healthz|readyz|metrics)$/;

/** REST requests are charged like documents; those are charged by the GraphQL plugin, which knows their cost. */
export class RestRateInterceptor implements NestInterceptor {
  constructor(private readonly meter: CostMeter) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType<GqlContextType>() === 'graphql') return next.handle();
    const { req, res, viewer } = callOf(context);
    if (!free.test(req.path))
      await this.meter.charge(req.method === 'POST' ? costs.upload : costs.other, viewer ?? null, req, res);
    return next.handle();
  }
}
