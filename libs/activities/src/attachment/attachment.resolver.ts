import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ActivityModel } from '../activity/activity.read-model';
import { Activity } from '../activity/activity.type';
import { AddAttachmentInput, RemoveAttachmentInput } from './attachment.inputs';
import { Attachment } from './attachment.type';
import { Attachments } from './attachments';

@Resolver(() => Activity)
export class AttachmentResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: Attachments,
  ) {}

  @ResolveField(() => [Attachment], { description: 'Files that belong to it (附件), the latest first; at most 50.' })
  attachments(): void {
    // answered by the read model
  }

  @Requires('activity.maintain')
  @Mutation(() => Activity, { description: 'Attach an uploaded file to an activity (添加附件).' })
  async addAttachment(
    @Args('input', { description: 'Which activity, which file.' }) input: AddAttachmentInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ActivityModel, { key: await this.service.add(viewer, input) }, info, viewer);
  }

  @Requires('activity.maintain')
  @Mutation(() => Activity, {
    description: 'Delete an attachment with its bytes (删除附件). Its activity is answered.',
  })
  async removeAttachment(
    @Args('input', { description: 'Which attachment.' }) input: RemoveAttachmentInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ActivityModel, { key: await this.service.remove(viewer, input) }, info, viewer);
  }
}
