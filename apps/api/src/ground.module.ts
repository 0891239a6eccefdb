import { Clock } from '@dangwu/platform/clock';
import { Reader } from '@dangwu/read-model';
import { Module, type DynamicModule } from '@nestjs/common';

/** What exists before Nest does, for whoever asks. */
@Module({})
export class GroundModule {
  static for({ clock, reader }: { clock: Clock; reader: Reader }): DynamicModule {
    return {
      module: GroundModule,
      global: true,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Reader, useValue: reader },
      ],
      exports: [Clock, Reader],
    };
  }
}
