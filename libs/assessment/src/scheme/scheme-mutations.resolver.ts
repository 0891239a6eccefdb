import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DraftSchemes } from './draft-schemes';
import { PublishSchemes } from './publish-schemes';
import {
  BeginSchemeDraftInput,
  ChangeAssessmentSchemeInput,
  CreateAssessmentSchemeInput,
  DiscardSchemeDraftInput,
  PublishSchemeVersionInput,
  RestoreAssessmentSchemeInput,
  RetireAssessmentSchemeInput,
  SaveSchemeDraftInput,
} from './scheme.inputs';
import { AssessmentSchemeModel } from './scheme.read-model';
import { AssessmentScheme } from './scheme.type';

/** Writes: each delegates, then reads the scheme anew as its caller may see it. */
@Resolver()
export class SchemeMutations {
  constructor(
    private readonly reader: Reader,
    private readonly drafts: DraftSchemes,
    private readonly publishing: PublishSchemes,
  ) {}

  @Requires('scheme.maintain')
  @Mutation(() => AssessmentScheme, {
    description: 'Create a scheme with a draft, empty or as a copy of any version (新建考核方案).',
  })
  createAssessmentScheme(
    @Args('input', { description: 'The scheme.' }) input: CreateAssessmentSchemeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.scheme(this.drafts.create(viewer, input), info, viewer);
  }

  @Requires('scheme.maintain')
  @Mutation(() => AssessmentScheme, { description: 'Name a scheme otherwise, or say what it rests on (改名).' })
  changeAssessmentScheme(
    @Args('input', { description: 'Which scheme, what changes.' }) input: ChangeAssessmentSchemeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.scheme(this.publishing.change(viewer, input), info, viewer);
  }

  @Requires('scheme.maintain')
  @Mutation(() => AssessmentScheme, { description: 'Begin a draft from a published version (起草新版).' })
  beginSchemeDraft(
    @Args('input', { description: 'Of which scheme, from which version.' }) input: BeginSchemeDraftInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.scheme(this.drafts.begin(viewer, input), info, viewer);
  }

  @Requires('scheme.maintain')
  @Mutation(() => AssessmentScheme, { description: 'Save a draft, with whatever faults it has (保存草稿).' })
  saveSchemeDraft(
    @Args('input', { description: 'Which draft, what it is to be.' }) input: SaveSchemeDraftInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.scheme(this.drafts.save(viewer, input), info, viewer);
  }

  @Requires('scheme.maintain')
  @Mutation(() => AssessmentScheme, { description: 'Give a draft up; published versions stay (舍弃草稿).' })
  discardSchemeDraft(
    @Args('input', { description: 'Which draft.' }) input: DiscardSchemeDraftInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.scheme(this.drafts.discard(viewer, input), info, viewer);
  }

  @Requires('scheme.maintain')
  @Mutation(() => AssessmentScheme, {
    description: 'Make a draft a version that cycles may use and that never changes (发布).',
  })
  publishSchemeVersion(
    @Args('input', { description: 'Which draft.' }) input: PublishSchemeVersionInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.scheme(this.publishing.publish(viewer, input), info, viewer);
  }

  @Requires('scheme.maintain')
  @Mutation(() => AssessmentScheme, { description: 'Offer a scheme for no new cycle any more (停用).' })
  retireAssessmentScheme(
    @Args('input', { description: 'Which scheme, from which day.' }) input: RetireAssessmentSchemeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.scheme(this.publishing.retire(viewer, input), info, viewer);
  }

  @Requires('scheme.maintain')
  @Mutation(() => AssessmentScheme, { description: 'Offer a retired scheme again (恢复使用).' })
  restoreAssessmentScheme(
    @Args('input', { description: 'Which scheme.' }) input: RestoreAssessmentSchemeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.scheme(this.publishing.restore(viewer, input), info, viewer);
  }

  private async scheme(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(AssessmentSchemeModel, { key: await written }, info, viewer);
  }
}
