import { Module } from '@nestjs/common';
import { JobResolver } from './job.resolver';
import { NotificationResolver } from './notification.resolver';

@Module({ providers: [JobResolver, NotificationResolver] })
export class DeskModule {}
