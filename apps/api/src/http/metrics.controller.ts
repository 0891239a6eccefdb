import { Public } from '@dangwu/access';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { metrics } from './metrics';

/** Prometheus. A proxy in front keeps it from the outside, see docs/operations.md. */
@Controller('metrics')
export class MetricsController {
  @Public()
  @Get()
  async print(@Res() response: Response): Promise<void> {
    response.setHeader('Content-Type', metrics.contentType);
    response.send(await metrics.metrics());
  }
}
