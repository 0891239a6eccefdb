import { Global, Module } from '@nestjs/common';
import { Inbox } from './inbox';

@Global()
@Module({ providers: [Inbox], exports: [Inbox] })
export class InboxModule {}
