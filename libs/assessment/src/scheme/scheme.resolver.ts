import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ArgsType, Field, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { CompareSchemes } from './compare-schemes';
import { faultsOf } from './faults-of';
import { KnownSchemes } from './known-schemes';
import { PreviewSchemeInput } from './preview.inputs';
import { PreviewSchemes } from './preview-schemes';
import { SchemePreview } from './preview.type';
import { SchemeChange, SchemeDuty, SchemeFault } from './scheme-parts.type';
import { SchemeTreeScalar } from './scheme-tree.scalar';
import { SchemesArguments } from './scheme.filters';
import { AssessmentSchemeModel, SchemeVersionModel } from './scheme.read-model';
import { AssessmentScheme, AssessmentSchemeConnection, SchemeVersion } from './scheme.type';

@ArgsType()
class DifferenceArguments {
  @Field(() => ID, { description: 'From which version.' })
  @IsString()
  from!: string;

  @Field(() => ID, { nullable: true, description: 'To which version; left out where a tree is given.' })
  @IsOptional()
  @IsString()
  to?: string | null;

  @Field(() => SchemeTreeScalar, { nullable: true, description: 'Or to this tree, which was not saved.' })
  @IsOptional()
  tree?: unknown;
}

/** Reads. Writes stand in `scheme-mutations.resolver.ts`. */
@Resolver()
export class SchemeResolver {
  constructor(
    private readonly reader: Reader,
    private readonly previewing: PreviewSchemes,
    private readonly comparing: CompareSchemes,
    private readonly known: KnownSchemes,
  ) {}

  @Requires('scheme.read')
  @Query(() => AssessmentScheme, {
    nullable: true,
    description: 'A scheme; null when there is none. What was never published is there for those who write schemes.',
  })
  async assessmentScheme(
    @Args('id', { type: () => ID, description: 'The scheme.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    if (!(await this.known.scheme(viewer, id))) return null;
    return this.reader.one(AssessmentSchemeModel, { key: localId('AssessmentScheme', id) }, info, viewer);
  }

  @Requires('scheme.read')
  @Query(() => AssessmentSchemeConnection, { description: 'The schemes of assessment (考核方案).' })
  assessmentSchemes(
    @Args() { filter, order, ...page }: SchemesArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const asked = { ...page, order: order ?? ('NAME' as const) };
    // a scheme that was never published is told to those who write alone
    const by = { ...filter, published: !viewer.holdsEverywhere('scheme.maintain') };
    return this.reader.connection(AssessmentSchemeModel, { ...asked, filter: by }, info, viewer);
  }

  @Requires('scheme.read')
  @Query(() => SchemeVersion, {
    nullable: true,
    description: 'A published version of a scheme; null when there is none.',
  })
  async schemeVersion(
    @Args('id', { type: () => ID, description: 'The version.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    if (!(await this.known.version(viewer, id))) return null;
    return this.reader.one(SchemeVersionModel, { key: localId('SchemeVersion', id) }, info, viewer);
  }

  @Requires('scheme.read')
  @Query(() => [SchemeChange], {
    description: 'What differs between two versions: added, removed, moved, changed, in words (版本差异).',
  })
  schemeDifference(@Args() asked: DifferenceArguments, @CurrentViewer() viewer: Viewer): Promise<SchemeChange[]> {
    return this.comparing.difference(viewer, asked);
  }

  @Requires('scheme.read')
  @Query(() => [SchemeDuty], { description: 'The duties of organizations that conditions may name, each once.' })
  schemeDuties(@CurrentViewer() viewer: Viewer): Promise<SchemeDuty[]> {
    return this.comparing.duties(viewer);
  }

  @Requires('scheme.maintain')
  @Query(() => [SchemeFault], {
    description: 'Everything that is wrong with a tree, in its order; nothing: it can be published. Nothing is saved.',
  })
  schemeFaults(
    @Args('tree', { type: () => SchemeTreeScalar, description: 'The tree as it stands.' }) tree: unknown,
  ): SchemeFault[] {
    return faultsOf(tree);
  }

  @Requires('scheme.maintain')
  @Query(() => SchemePreview, { description: 'A scheme computed with made-up data, each number explained (试算).' })
  schemePreview(
    @Args('input', { description: 'The scheme, and with what.' }) input: PreviewSchemeInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SchemePreview> {
    return this.previewing.preview(viewer, input);
  }
}
