import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock';

/** Gives everybody the same clock; tests pass one that stands still. */
@Module({})
export class ClockModule {
  static for(clock: Clock = new Clock()): DynamicModule {
    return { module: ClockModule, global: true, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}
