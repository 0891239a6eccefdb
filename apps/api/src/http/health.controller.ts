import { Public } from '@dangwu/access';
import { Health, Metrics, type Readiness } from '@dangwu/platform/http';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';

/** For load balancers, supervisors and Prometheus: no secrets, no session. A proxy keeps them from the outside. */
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Public()
  @Get('healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can serve: both ways to the database are open, and the schema is this release's. */
  @Public()
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.health.readiness();
    if (!readiness.ready) response.status(503);
    return readiness;
  }

  @Public()
  @Get('metrics')
  async measure(@Res() response: Response): Promise<void> {
    const { registry } = this.metrics;
    response.setHeader('Content-Type', registry.contentType).send(await registry.metrics());
  }
}
