import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database';

/** Figures for Prometheus: the process, the connection pools, how long requests take. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long requests took, by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [this.registry],
    });
    const { reader } = database;
    new Gauge({
      name: 'database_reader_connections',
      help: 'Connections of the reading pool, by what they do',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'idle' }, reader.idleCount);
        this.set({ state: 'busy' }, reader.totalCount - reader.idleCount);
        this.set({ state: 'waiting' }, reader.waitingCount);
      },
    });
  }

  /** Middleware of Express. Routes are first segments that exist, so that strangers cannot make up labels. */
  readonly measure = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const stop = this.requests.startTimer();
    response.once('close', () =>
      stop({ method: knownMethod(request.method), route: routeOf(request.url), status: String(response.statusCode) }),
    );
    next();
  };
}

const routes = ['graphql', 'files', 'events', 'inbox', 'templates', 'healthz', 'readyz', 'metrics', 'assets'];

function routeOf(url: string | undefined): string {
  const first = /^\/([a-z]*)/.exec(url ?? '')?.[1] ?? '';
  return routes.includes(first) ? `/${first}` : '/';
}

const knownMethod = (method: string | undefined): string =>
  ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'].includes(method ?? '') ? method! : 'other';
