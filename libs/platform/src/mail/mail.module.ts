import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Mail } from './mail';
import { Mailer } from './mailer';

/** Needs `OutboxModule` for the same kind of process and `FilesModule`. */
@Global()
@Module({})
export class MailModule {
  static for(process: 'sender' | 'worker'): DynamicModule {
    return { module: MailModule, providers: [Mail, ...(process === 'worker' ? [Mailer] : [])], exports: [Mail] };
  }
}
