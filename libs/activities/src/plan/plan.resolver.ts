import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { OrganizationIdentity, OrganizationIdentityModel } from '@dangwu/organization';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ActivityTypeModel } from '../catalogue/catalogue.read-model';
import { ActivityType } from '../catalogue/catalogue.type';
import { OverviewArguments, PlanChangesArguments, PlanItemsArguments, YearPlansArguments } from './plan.filters';
import { PlanItemModel, YearPlanModel } from './plan.read-model';
import {
  PlanItemConnection,
  PlanChange,
  YearPlan,
  YearPlanChanges,
  YearPlanConnection,
  YearPlanOverview,
} from './plan.type';
import type { PlanDiff, Wanted } from './plan-diff';
import { PlanOverviews } from './plan-overview';
import { YearPlanService } from './year-plan.service';

/** As many changes as a person looks at before planning anew. */
const mostChanges = 50;

/** A change before its organization and type are read. */
interface Change {
  readonly organizationId: string;
  readonly activityTypeId: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

@Resolver()
export class PlanResolver {
  constructor(
    private readonly reader: Reader,
    private readonly plans: YearPlanService,
    private readonly overviews: PlanOverviews,
  ) {}

  @Requires('activity.maintain')
  @Query(() => YearPlan, { nullable: true, description: 'A plan; null when there is none or you may not plan there.' })
  yearPlan(
    @Args('id', { type: () => ID, description: 'The plan.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(YearPlanModel, { key: localId('YearPlan', id) }, info, viewer);
  }

  @Requires('activity.maintain')
  @Query(() => YearPlanConnection, { description: 'The plans of where you keep the activities (年度计划).' })
  yearPlans(@Args() page: YearPlansArguments, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(YearPlanModel, { ...page, order: 'LATEST' }, info, viewer);
  }

  @Requires('activity.maintain')
  @Query(() => PlanItemConnection, { description: 'What plans propose, where you keep the activities (计划项).' })
  planItems(@Args() page: PlanItemsArguments, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(PlanItemModel, { ...page }, info, viewer);
  }

  @Requires('activity.maintain')
  @Query(() => YearPlanOverview, { description: 'A plan by organization and month.' })
  async yearPlanOverview(@Args() { id, first, after }: OverviewArguments, @CurrentViewer() viewer: Viewer) {
    const plan = await this.plans.find(viewer, id);
    return this.overviews.overview(viewer, { planId: plan.id, first, after: after ?? null });
  }

  @Requires('activity.maintain')
  @Query(() => YearPlanChanges, { description: 'What planning anew would change now. Nothing is written by asking.' })
  async yearPlanChanges(@Args() { id, settings }: PlanChangesArguments, @CurrentViewer() viewer: Viewer) {
    const diff = await this.plans.foresee(viewer, id, settings ?? null);
    const { added, moved, removed } = diff;
    return {
      added: added.length,
      moved: moved.length,
      removed: removed.length,
      changes: changesOf(diff).slice(0, mostChanges),
    };
  }
}

/** What is named in a change is read as the viewer may see it. */
@Resolver(() => PlanChange)
export class PlanChangeFields {
  constructor(private readonly reader: Reader) {}

  @ResolveField(() => OrganizationIdentity, { nullable: true, description: 'Of which organization.' })
  organization(@Parent() change: Change, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.one(OrganizationIdentityModel, { key: change.organizationId }, info, viewer);
  }

  @ResolveField(() => ActivityType, { nullable: true, description: 'Of which type.' })
  activityType(@Parent() change: Change, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.one(ActivityTypeModel, { key: change.activityTypeId }, info, viewer);
  }
}

function changesOf({ added, moved, removed }: PlanDiff): Change[] {
  const change = (
    of: Pick<Wanted, 'organizationId' | 'activityTypeId'>,
    from: Date | null,
    to: Date | null,
  ): Change => ({
    organizationId: of.organizationId,
    activityTypeId: of.activityTypeId,
    from,
    to,
  });
  return [
    ...moved.map(({ from, to }) => change(to, from.startsAt, to.startsAt)),
    ...removed.map((item) => change(item, item.startsAt, null)),
    ...added.map((item) => change(item, null, item.startsAt)),
  ];
}
