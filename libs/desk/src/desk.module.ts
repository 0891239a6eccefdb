import './desk.audited';
import { Module } from '@nestjs/common';
import { JobResolver } from './job.resolver';
import { NotificationResolver } from './notification.resolver';
import { viewProviders } from './views';

@Module({ providers: [JobResolver, NotificationResolver, ...viewProviders] })
export class DeskModule {}
