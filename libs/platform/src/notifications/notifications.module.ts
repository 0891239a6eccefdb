import { Global, Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { Notifications } from './notifications';

/** Needs `EventsModule` and a `Clock`. */
@Global()
@Module({ imports: [AuditModule], providers: [Notifications], exports: [Notifications] })
export class NotificationsModule {}
