import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ExportOrganizations } from './export/export-organizations.job';
import {
  ChangeOrganizationTypeInput,
  DissolveOrganizationInput,
  ExportOrganizationsInput,
  FoundOrganizationInput,
  MoveOrganizationInput,
  RenameOrganizationInput,
} from './organization.inputs';
import { PartyOrganizationModel } from './organization.read-model';
import { OrganizationService } from './organization.service';
import { PartyOrganization } from './organization.type';

/** Writes: each delegates, then reads the organization anew as its caller may see it. */
@Resolver()
export class OrganizationMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: OrganizationService,
    private readonly exporting: ExportOrganizations,
  ) {}

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, { description: 'Found a party organization (成立).' })
  foundOrganization(
    @Args('input', { description: 'The organization.' }) input: FoundOrganizationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.found(viewer, input), info, viewer);
  }

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, { description: 'Give an organization another name (更名).' })
  renameOrganization(
    @Args('input', { description: 'Which organization, its new name.' }) input: RenameOrganizationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.rename(viewer, input), info, viewer);
  }

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, { description: 'Make it an organization of another type (改设).' })
  changeOrganizationType(
    @Args('input', { description: 'Which organization, its new type.' }) input: ChangeOrganizationTypeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.changeType(viewer, input), info, viewer);
  }

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, {
    description: 'Put it, with everything below it, under another parent or relation (调整隶属).',
  })
  moveOrganization(
    @Args('input', { description: 'Which organization, its new place.' }) input: MoveOrganizationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.move(viewer, input), info, viewer);
  }

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, {
    description: 'Dissolve an organization (撤销). It stays with its history; its code is never given again.',
  })
  dissolveOrganization(
    @Args('input', { description: 'Which organization.' }) input: DissolveOrganizationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.dissolve(viewer, input), info, viewer);
  }

  @Requires('organization.export')
  @Mutation(() => Job, { description: 'Write a list of organizations into an .xlsx file; the job names the file.' })
  async exportOrganizations(
    @Args('input', { description: 'Which list.' }) input: ExportOrganizationsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(JobModel, { key: await this.exporting.start(viewer, input) }, info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(PartyOrganizationModel, { key: await written }, info, viewer);
  }
}
