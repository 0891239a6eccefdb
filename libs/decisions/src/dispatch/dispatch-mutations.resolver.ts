import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AnswerDispatch } from './answer-dispatch';
import { AddDispatchAttachmentInput, RemoveDispatchAttachmentInput } from './dispatch-attachment.inputs';
import { DispatchAttachments } from './dispatch-attachments';
import {
  ChangeDispatchInput,
  CloseDispatchInput,
  DraftDispatchInput,
  IssueDispatchInput,
  RecordDispatchFollowUpInput,
  RecordDispatchReceiptInput,
  RecordDispatchReplyInput,
  WithdrawDispatchInput,
} from './dispatch.inputs';
import { DispatchModel } from './dispatch.read-model';
import { DispatchService } from './dispatch.service';
import { Dispatch } from './dispatch.type';
import { IssueDispatch } from './issue-dispatch';

/** Writes: each delegates, then reads the dispatch anew as its caller may see it. */
@Resolver()
export class DispatchMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: DispatchService,
    private readonly issuing: IssueDispatch,
    private readonly answering: AnswerDispatch,
    private readonly attachments: DispatchAttachments,
  ) {}

  @Requires('dispatch.write')
  @Mutation(() => Dispatch, { description: 'Draft a request or report to a superior (起草请示报告).' })
  draftDispatch(
    @Args('input', { description: 'The dispatch.' }) input: DraftDispatchInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.draft(viewer, input), info, viewer);
  }

  @Requires('dispatch.write')
  @Mutation(() => Dispatch, { description: 'Change a draft, its kind too (修改请示报告).' })
  changeDispatch(
    @Args('input', { description: 'Which draft, and all of its facts.' }) input: ChangeDispatchInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.change(viewer, input), info, viewer);
  }

  @Requires('dispatch.write')
  @Mutation(() => Dispatch, { description: 'Attach an uploaded file to a draft (添加附件).' })
  addDispatchAttachment(
    @Args('input', { description: 'Which draft, which file.' }) input: AddDispatchAttachmentInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.attachments.add(viewer, input), info, viewer);
  }

  @Requires('dispatch.write')
  @Mutation(() => Dispatch, { description: 'Remove a file from a draft; its bytes are deleted (移除附件).' })
  removeDispatchAttachment(
    @Args('input', { description: 'Which draft, which attachment.' }) input: RemoveDispatchAttachmentInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.attachments.remove(viewer, input), info, viewer);
  }

  @Requires('dispatch.write')
  @Mutation(() => Dispatch, {
    description: 'Issue a draft after its checks; it gets its number (印发). `dispatchChecks` shows the same before.',
  })
  issueDispatch(
    @Args('input', { description: 'Which draft.' }) input: IssueDispatchInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.issuing.issue(viewer, input), info, viewer);
  }

  @Requires('dispatch.answer')
  @Mutation(() => Dispatch, {
    description: 'Record that the superior received it (登记收文); of a body outside the tree the sender does.',
  })
  recordDispatchReceipt(
    @Args('input', { description: 'Which dispatch, which day.' }) input: RecordDispatchReceiptInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.answering.receive(viewer, input), info, viewer);
  }

  @Requires('dispatch.answer')
  @Mutation(() => Dispatch, { description: 'Record the reply to a request (登记批复).' })
  recordDispatchReply(
    @Args('input', { description: 'Which request, which reply.' }) input: RecordDispatchReplyInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.answering.reply(viewer, input), info, viewer);
  }

  @Requires('dispatch.write')
  @Mutation(() => Dispatch, { description: 'Record what came of a request, where that was asked (报告落实情况).' })
  recordDispatchFollowUp(
    @Args('input', { description: 'Which request, what came of it.' }) input: RecordDispatchFollowUpInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.followUp(viewer, input), info, viewer);
  }

  @Requires('dispatch.write')
  @Mutation(() => Dispatch, {
    description: 'Close a report that was received, or a request that was replied to and followed up (办结).',
  })
  closeDispatch(
    @Args('input', { description: 'Which dispatch.' }) input: CloseDispatchInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.close(viewer, input), info, viewer);
  }

  @Requires('dispatch.write')
  @Mutation(() => Dispatch, { description: 'Withdraw what was not received yet; its number stays used (撤回).' })
  withdrawDispatch(
    @Args('input', { description: 'Which dispatch, why.' }) input: WithdrawDispatchInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.withdraw(viewer, input), info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(DispatchModel, { key: await written }, info, viewer);
  }
}
