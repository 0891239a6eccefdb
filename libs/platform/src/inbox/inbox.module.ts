import { Module } from '@nestjs/common';
import { Inbox } from './inbox';

@Module({ providers: [Inbox], exports: [Inbox] })
export class InboxModule {}
