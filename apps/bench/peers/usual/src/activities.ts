import { UseGuards } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';
import { above, CurrentViewer, ofActivities, SessionGuard, visibleTo, type Viewer } from './access.js';
import { ActivityEntity, OrganizationEntity } from './entities.js';
import { Loaders } from './loaders.js';
import { Recording } from './recording.js';
import { Activity, ActivityPage, ActivityType, Organization, RecordActivityInput, Share } from './types.js';

/** Totals beyond it are not told. */
const most = 10_001;

@Resolver(() => Activity)
@UseGuards(SessionGuard)
export class ActivityResolver {
  constructor(
    @InjectRepository(ActivityEntity) private readonly activities: Repository<ActivityEntity>,
    @InjectRepository(OrganizationEntity) private readonly organizations: Repository<OrganizationEntity>,
    private readonly loaders: Loaders,
    private readonly recording: Recording,
  ) {}

  @Query(() => ActivityPage, { name: 'activities' })
  async page(
    @Args('within', { type: () => ID }) within: string,
    @Args('from') from: string,
    @Args('to') to: string,
    @Args('first', { type: () => Int }) first: number,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ActivityPage> {
    const root = await this.organizations.findOneByOrFail({ id: within, associationId: viewer.associationId });
    const query = this.activities
      .createQueryBuilder('a')
      .innerJoin('a.organization', 'o')
      .where('o.path >= :low and o.path < :high', { low: root.path, high: above(root.path) })
      .andWhere('a.heldOn >= :from and a.heldOn < :to', { from, to })
      .andWhere('a.deletedAt is null')
      .orderBy({ 'a.heldOn': 'ASC', 'a.startsAt': 'ASC', 'a.id': 'ASC' })
      .take(first);
    const [nodes, count] = await visibleTo(query, ofActivities(viewer)).getManyAndCount();
    const pageInfo = { hasNextPage: count > first, endCursor: nodes.at(-1)?.id ?? null };
    return { nodes, totalCount: Math.min(count, most), pageInfo };
  }

  /** From the activities themselves, child by child. */
  @Query(() => [Share])
  async rollUp(
    @Args('within', { type: () => ID }) within: string,
    @Args('from') from: string,
    @Args('to') to: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Share[]> {
    const root = await this.organizations.findOneByOrFail({ id: within, associationId: viewer.associationId });
    const children = this.organizations
      .createQueryBuilder('o')
      .where({ parentId: within, deletedAt: IsNull() })
      .orderBy('o.path');
    const found = [
      await visibleTo(
        this.organizations.createQueryBuilder('o').where({ id: within, deletedAt: IsNull() }),
        ofActivities(viewer),
      ).getOne(),
      ...(await visibleTo(children, ofActivities(viewer)).getMany()),
    ].filter((each) => each !== null);
    return Promise.all(
      found.map(async (each) => ({
        organizationId: each.id,
        name: each.name,
        own: each.id === root.id,
        hasChildren: await visibleTo(
          this.organizations.createQueryBuilder('o').where({ parentId: each.id, deletedAt: IsNull() }),
          ofActivities(viewer),
        ).getExists(),
        part: await this.presences(
          each.path,
          each.id === root.id ? `${each.path}!` : above(each.path),
          from,
          to,
          viewer,
        ),
      })),
    );
  }

  private async presences(low: string, high: string, from: string, to: string, viewer: Viewer): Promise<number> {
    const query = this.activities
      .createQueryBuilder('a')
      .innerJoin('a.organization', 'o')
      .select('coalesce(sum(a.presentCount), 0)::int', 'part')
      .where('o.path >= :low and o.path < :high', { low, high })
      .andWhere('a.heldOn between :from and :to', { from, to })
      .andWhere(`a.state in ('HELD', 'RECORDED') and a.deletedAt is null`);
    const row = await visibleTo(query, ofActivities(viewer)).getRawOne<{ part: number }>();
    return row!.part;
  }

  @Mutation(() => Activity)
  recordActivity(@Args('input') input: RecordActivityInput, @CurrentViewer() viewer: Viewer): Promise<Activity> {
    return this.recording.record(viewer, input);
  }

  @ResolveField(() => Organization, { nullable: true })
  organization(@Parent() { organizationId }: ActivityEntity): Promise<Organization | null> {
    return this.loaders.organization.load(organizationId);
  }

  @ResolveField(() => ActivityType, { nullable: true })
  type(@Parent() { activityTypeId }: ActivityEntity): Promise<ActivityType | null> {
    return this.loaders.activityType.load(activityTypeId);
  }
}
