import { Module, type DynamicModule } from '@nestjs/common';
import { Config } from './config';

/** Gives the one `Config` of the process to whoever injects it. */
@Module({})
export class ConfigModule {
  static for(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
  }
}
