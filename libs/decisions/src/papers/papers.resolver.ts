import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { IssueSessionDocument } from './issue-session-document';
import { OpinionsOfMatters } from './opinions-of-matters';
import { IssueSessionDocumentInput, RemoveSealImageInput, SetSealImageInput } from './papers.inputs';
import { SealImages } from './seal-images';
import { SealImageModel, SessionDocumentModel, SessionPackModel } from './session-document.read-model';
import { SealImage, SessionDocument, SessionPack } from './session-document.type';

/** Documents of sessions, and the pictures of seals they may show. Files stand in `SessionPapers`. */
@Resolver()
export class PapersResolver {
  constructor(
    private readonly reader: Reader,
    private readonly issuing: IssueSessionDocument,
    private readonly opinions: OpinionsOfMatters,
    private readonly seals: SealImages,
  ) {}

  @Requires('session.read')
  @Query(() => [SessionDocument], { description: 'What a session issued, the newest first (会议公文).' })
  sessionDocuments(
    @Args('sessionId', { type: () => ID, description: 'The session.' }) sessionId: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const filter = { sessionId: localId('ReviewSession', sessionId) };
    return this.reader.list(SessionDocumentModel, { filter, order: 'NEWEST' }, info, viewer);
  }

  @Requires('session.read')
  @Query(() => [SessionPack], {
    description:
      'The pack of papers of a session in its versions, the newest first; none before the notice (会议材料).',
  })
  sessionPacks(
    @Args('sessionId', { type: () => ID, description: 'The session.' }) sessionId: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const filter = { sessionId: localId('ReviewSession', sessionId) };
    return this.reader.list(SessionPackModel, { filter, order: 'NEWEST' }, info, viewer);
  }

  @Requires('matter.read')
  @Query(() => [SessionDocument], {
    description: 'The opinions issued on a matter, the newest first: for whoever may read it (前置研究意见).',
  })
  matterOpinions(
    @Args('id', { type: () => ID, description: 'The matter.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SessionDocument[]> {
    return this.opinions.of(viewer, id);
  }

  @Requires('session.read')
  @Query(() => [SealImage], { description: 'Pictures of seals in use at an organization (签章图像).' })
  sealImages(
    @Args('organizationId', { type: () => ID, description: 'The organization.' }) organizationId: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const filter = { organizationId: localId('PartyOrganization', organizationId) };
    return this.reader.list(SealImageModel, { filter, order: 'BODY' }, info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => SessionDocument, {
    description: 'Issue a document of a session: it is frozen and gets its number (印发公文).',
  })
  async issueSessionDocument(
    @Args('input', { description: 'Which document.' }) input: IssueSessionDocumentInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const key = await this.issuing.issue(viewer, input);
    return this.reader.one(SessionDocumentModel, { key }, info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => SealImage, {
    description: 'Set the picture of a seal that documents may show; it is no signature by law (上传签章图像).',
  })
  async setSealImage(
    @Args('input', { description: 'Which picture, whose.' }) input: SetSealImageInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const key = await this.seals.set(viewer, input);
    return this.reader.one(SealImageModel, { key }, info, viewer);
  }

  @Requires('session.conduct')
  @Mutation(() => ID, { description: 'Remove the picture of a seal; documents that show it keep it (移除签章图像).' })
  async removeSealImage(
    @Args('input', { description: 'Which picture.' }) input: RemoveSealImageInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<string> {
    await this.seals.remove(viewer, input);
    return input.id;
  }
}
