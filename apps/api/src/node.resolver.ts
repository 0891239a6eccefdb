import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { platformErrors } from '@dangwu/platform/errors';
import { Node } from '@dangwu/platform/graphql';
import { localId, typeOfId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { nodeModels } from './read-models';

@Resolver()
export class NodeResolver {
  constructor(private readonly reader: Reader) {}

  @Requires('organization.identify')
  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its id; null when there is none or you may not see it.',
  })
  node(
    @Args('id', { type: () => ID, description: 'An id that the API gave.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ): Promise<unknown> {
    const type = typeOfId(id);
    if (!(type in nodeModels)) throw platformErrors.MALFORMED_ID({ id, type: 'Node' });
    const key = localId(type, id);
    switch (type as keyof typeof nodeModels) {
      case 'PartyOrganization':
        return this.reader.one(nodeModels.PartyOrganization, { key }, info, viewer);
      case 'Unit':
        return this.reader.one(nodeModels.Unit, { key }, info, viewer);
      case 'Member':
        return this.reader.one(nodeModels.Member, { key }, info, viewer);
      case 'LeadershipTeam':
        return this.reader.one(nodeModels.LeadershipTeam, { key }, info, viewer);
      case 'StaffAssignment':
        return this.reader.one(nodeModels.StaffAssignment, { key }, info, viewer);
      case 'Handover':
        return this.reader.one(nodeModels.Handover, { key }, info, viewer);
      case 'Activity':
        return this.reader.one(nodeModels.Activity, { key }, info, viewer);
      case 'ActivityType':
        return this.reader.one(nodeModels.ActivityType, { key }, info, viewer);
      case 'CatalogueTerm':
        return this.reader.one(nodeModels.CatalogueTerm, { key }, info, viewer);
      case 'Venue':
        return this.reader.one(nodeModels.Venue, { key }, info, viewer);
      case 'Obligation':
        return this.reader.one(nodeModels.Obligation, { key }, info, viewer);
      case 'Cadence':
        return this.reader.one(nodeModels.Cadence, { key }, info, viewer);
      case 'YearPlan':
        return this.reader.one(nodeModels.YearPlan, { key }, info, viewer);
      case 'PlanItem':
        return this.reader.one(nodeModels.PlanItem, { key }, info, viewer);
      case 'ActivitySeries':
        return this.reader.one(nodeModels.ActivitySeries, { key }, info, viewer);
      case 'Rule':
        return this.reader.one(nodeModels.Rule, { key }, info, viewer);
      case 'HolidayYear':
        return this.reader.one(nodeModels.HolidayYear, { key }, info, viewer);
      case 'Minutes':
        return this.reader.one(nodeModels.Minutes, { key }, info, viewer);
      case 'Matter':
        return this.reader.one(nodeModels.Matter, { key }, info, viewer);
      case 'Dispatch':
        return this.reader.one(nodeModels.Dispatch, { key }, info, viewer);
      case 'ReviewSession':
        return this.reader.one(nodeModels.ReviewSession, { key }, info, viewer);
      case 'AssessmentCycle':
        return this.reader.one(nodeModels.AssessmentCycle, { key }, info, viewer);
      case 'Assessment':
        return this.reader.one(nodeModels.Assessment, { key }, info, viewer);
      case 'Job':
        return this.reader.one(nodeModels.Job, { key }, info, viewer);
      case 'Notification':
        return this.reader.one(nodeModels.Notification, { key }, info, viewer);
    }
  }
}
