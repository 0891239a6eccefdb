import { Global, Module } from '@nestjs/common';
import { Notifications } from './notifications';

/** Needs `EventsModule` and a `Clock`. */
@Global()
@Module({ providers: [Notifications], exports: [Notifications] })
export class NotificationsModule {}
