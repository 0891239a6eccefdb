import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';

/** Figures of this process. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'How long requests took, by method, kind of address and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});

/** The first part of the path is few enough to be a label; ids in it would not be. */
const known = /^\/(graphql|files|events|inbox|imports|templates|healthz|readyz|metrics)\b/;

export function measureRequests(request: Request, response: Response, next: NextFunction): void {
  const end = duration.startTimer();
  response.once('finish', () =>
    end({ method: request.method, route: known.exec(request.path)?.[0] ?? 'console', status: response.statusCode }),
  );
  next();
}

/** Connections of the reading pool: who waits says that the pool is too small. */
export function measurePool(pool: Pool): void {
  metrics.removeSingleMetric('database_pool_connections');
  new Gauge({
    name: 'database_pool_connections',
    help: 'Connections of the reading pool by state',
    labelNames: ['state'],
    registers: [metrics],
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
