import { Module, type DynamicModule } from '@nestjs/common';
import type { Migrations } from '../database';
import { Health, MIGRATIONS } from './health';
import { Metrics } from './metrics';

/** Health and metrics as providers; the API makes routes of them. */
@Module({})
export class HttpModule {
  static for(migrations: Migrations): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [Health, Metrics, { provide: MIGRATIONS, useValue: migrations }],
      exports: [Health, Metrics],
    };
  }
}
