import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { readingArea, requireReading } from './ledger-rights';
import { Ledger } from './view.enums';
import {
  ArrangeViewsInput,
  ChangeViewStateInput,
  ChooseDefaultViewInput,
  DeleteViewInput,
  RenameViewInput,
  SaveViewInput,
  SharedViewsArguments,
  ShareViewInput,
} from './view.inputs';
import { AssociationViewModel, OrganizationViewModel, SavedViewModel } from './view.read-models';
import { ViewService } from './view.service';
import { AssociationViewConnection, OrganizationViewConnection, SavedView } from './view.type';

const ledgerArgument = { type: () => Ledger, description: 'Of which ledger.' };

@Resolver()
export class ViewResolver {
  constructor(
    private readonly reader: Reader,
    private readonly service: ViewService,
  ) {}

  @Requires('view.keep')
  @Query(() => [SavedView], { description: 'Your own views of a ledger you may read, in your order (at most 50).' })
  savedViews(
    @Args('ledger', ledgerArgument) ledger: Ledger,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.own(ledger, info, viewer);
  }

  @Requires('view.keep')
  @Query(() => AssociationViewConnection, {
    description: 'Views of a ledger you may read that are shared with everyone, your own among them.',
  })
  associationViews(
    @Args() { ledger, ...page }: SharedViewsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    requireReading(viewer, ledger);
    return this.reader.connection(AssociationViewModel, { ...page, filter: { ledger } }, info, viewer);
  }

  @Requires('view.keep')
  @Query(() => OrganizationViewConnection, {
    description: 'Views that are shared with organizations where you may read the ledger, your own among them.',
  })
  organizationViews(
    @Args() { ledger, ...page }: SharedViewsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    requireReading(viewer, ledger);
    const within = readingArea(viewer, ledger);
    return this.reader.connection(OrganizationViewModel, { ...page, within, filter: { ledger } }, info, viewer);
  }

  @Requires('view.keep')
  @Mutation(() => SavedView, { description: 'Keep a ledger’s state under a name, as the last of your views.' })
  saveView(
    @Args('input', { description: 'The view.' }) input: SaveViewInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.save(viewer, input), info, viewer);
  }

  @Requires('view.keep')
  @Mutation(() => SavedView, { description: 'Give a view another name.' })
  renameView(
    @Args('input', { description: 'Which, its new name.' }) input: RenameViewInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.rename(viewer, input), info, viewer);
  }

  @Requires('view.keep')
  @Mutation(() => SavedView, { description: 'Let a view show something else.' })
  changeViewState(
    @Args('input', { description: 'Which, its new state.' }) input: ChangeViewStateInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.changeState(viewer, input), info, viewer);
  }

  @Requires('view.keep')
  @Mutation(() => SavedView, {
    description: 'Share a view, or take that back. Sharing needs view.share at the organization, or everywhere.',
  })
  shareView(
    @Args('input', { description: 'Which, with whom.' }) input: ShareViewInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.share(viewer, input), info, viewer);
  }

  @Requires('view.keep')
  @Mutation(() => [SavedView], { description: 'Put your views of a ledger into another order.' })
  async arrangeViews(
    @Args('input', { description: 'All of them, in their order.' }) input: ArrangeViewsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    await this.service.arrange(viewer, input);
    return this.own(input.ledger, info, viewer);
  }

  @Requires('view.keep')
  @Mutation(() => [SavedView], { description: 'Say with which of your views a ledger opens.' })
  async chooseDefaultView(
    @Args('input', { description: 'Which.' }) input: ChooseDefaultViewInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    await this.service.chooseDefault(viewer, input);
    return this.own(input.ledger, info, viewer);
  }

  @Requires('view.keep')
  @Mutation(() => [SavedView], { description: 'Delete a view of your own. Answers those of the ledger that remain.' })
  async deleteView(
    @Args('input', { description: 'Which.' }) input: DeleteViewInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.own(await this.service.delete(viewer, input), info, viewer);
  }

  private own(ledger: Ledger, info: GraphQLResolveInfo, viewer: Viewer) {
    requireReading(viewer, ledger);
    return this.reader.list(SavedViewModel, { filter: { ledger } }, info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(SavedViewModel, { key: await written }, info, viewer);
  }
}
