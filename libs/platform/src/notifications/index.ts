export { defineNotifications, notificationKind, type NotificationKind } from './notification-kinds';
export { NotificationEntity } from './notification.entity';
export { Notifications, type NewNotification } from './notifications';
export { NotificationsModule } from './notifications.module';
