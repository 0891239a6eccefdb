import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  AddActivityTypeInput,
  AddCatalogueTermInput,
  ChangeActivityTypeInput,
  ChangeCatalogueTermInput,
  RetireActivityTypeInput,
  RetireCatalogueTermInput,
} from './catalogue.inputs';
import { ActivityTypeModel, CatalogueTermModel } from './catalogue.read-model';
import { CatalogueService } from './catalogue.service';
import { ActivityType, CatalogueTerm } from './catalogue.type';

/** Writes: each delegates, then reads the entry anew. */
@Resolver()
export class CatalogueMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: CatalogueService,
  ) {}

  @Requires('catalogue.maintain')
  @Mutation(() => ActivityType, { description: 'Add a type of activity of the association’s own.' })
  async addActivityType(
    @Args('input', { description: 'The type.' }) input: AddActivityTypeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ActivityTypeModel, { key: await this.service.addType(viewer, input) }, info, viewer);
  }

  @Requires('catalogue.maintain')
  @Mutation(() => ActivityType, { description: 'Change a type; of shipped ones what they mean stays.' })
  async changeActivityType(
    @Args('input', { description: 'Which type, what changes.' }) input: ChangeActivityTypeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ActivityTypeModel, { key: await this.service.changeType(viewer, input) }, info, viewer);
  }

  @Requires('catalogue.maintain')
  @Mutation(() => ActivityType, { description: 'Use a type no more from a day on (停用).' })
  async retireActivityType(
    @Args('input', { description: 'Which type, from when.' }) input: RetireActivityTypeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ActivityTypeModel, { key: await this.service.retireType(viewer, input) }, info, viewer);
  }

  @Requires('catalogue.maintain')
  @Mutation(() => CatalogueTerm, { description: 'Add a topic, line or form.' })
  async addCatalogueTerm(
    @Args('input', { description: 'The term.' }) input: AddCatalogueTermInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(CatalogueTermModel, { key: await this.service.addTerm(viewer, input) }, info, viewer);
  }

  @Requires('catalogue.maintain')
  @Mutation(() => CatalogueTerm, { description: 'Change what a topic, line or form is called.' })
  async changeCatalogueTerm(
    @Args('input', { description: 'Which term, what changes.' }) input: ChangeCatalogueTermInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(CatalogueTermModel, { key: await this.service.changeTerm(viewer, input) }, info, viewer);
  }

  @Requires('catalogue.maintain')
  @Mutation(() => CatalogueTerm, { description: 'Use a topic, line or form no more from a day on (停用).' })
  async retireCatalogueTerm(
    @Args('input', { description: 'Which term, from when.' }) input: RetireCatalogueTermInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(CatalogueTermModel, { key: await this.service.retireTerm(viewer, input) }, info, viewer);
  }
}
