import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { PageArguments } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import { Reader } from '@dangwu/read-model';
import { Args, ArgsType, Field, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { NotificationModel } from './desk.read-models';
import {
  MarkNotificationsReadInput,
  Notification,
  NotificationConnection,
  NotificationFilter,
} from './notification.type';

@ArgsType()
class NotificationPage extends PageArguments {
  @Field(() => NotificationFilter, { nullable: true, description: 'Which notifications.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NotificationFilter)
  filter?: NotificationFilter | null;
}

@Resolver(() => Notification)
export class NotificationResolver {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly notifications: Notifications,
  ) {}

  @Requires('notification.read')
  @Query(() => NotificationConnection, {
    name: 'notifications',
    description: 'Your own notifications, the newest first.',
  })
  listNotifications(@Args() page: NotificationPage, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(NotificationModel, { ...page }, info, viewer);
  }

  @Requires('notification.read')
  @Mutation(() => Int, { description: 'Mark your notifications as read. Answers how many were new.' })
  markNotificationsRead(
    @Args('input', { description: 'Which.' }) input: MarkNotificationsReadInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<number> {
    const ids = input.ids?.map((id) => localId('Notification', id)) ?? null;
    return this.database.transaction(viewer.scope('notification.read'), (tx) =>
      this.notifications.markRead(tx, viewer.account.id, ids),
    );
  }
}
