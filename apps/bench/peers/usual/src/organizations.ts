import { UseGuards } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';
import {
  above,
  CurrentViewer,
  maySeeActivities,
  maySeeMembers,
  SessionGuard,
  visibleTo,
  type Viewer,
} from './access.js';
import { Activity, Organization, PageInfo } from './types.js';
import { ActivityEntity, OrganizationEntity } from './entities.js';
import { Loaders } from './loaders.js';

@ObjectType()
export class OrganizationPage {
  @Field(() => [Organization]) nodes: Organization[];
  @Field(() => PageInfo) pageInfo: PageInfo;
}

@Resolver(() => Organization)
@UseGuards(SessionGuard)
export class OrganizationResolver {
  constructor(
    @InjectRepository(OrganizationEntity) private readonly organizations: Repository<OrganizationEntity>,
    @InjectRepository(ActivityEntity) private readonly heldBy: Repository<ActivityEntity>,
    private readonly loaders: Loaders,
  ) {}

  @Query(() => OrganizationPage, { name: 'organizations' })
  async page(
    @Args('within', { type: () => ID }) within: string,
    @Args('first', { type: () => Int }) first: number,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OrganizationPage> {
    const root = await this.organizations.findOneByOrFail({ id: within, associationId: viewer.associationId });
    const query = this.organizations
      .createQueryBuilder('o')
      .where('o.path >= :from and o.path < :to', { from: root.path, to: above(root.path) })
      .andWhere({ deletedAt: IsNull(), status: Not('DISSOLVED') })
      .orderBy('o.path')
      .take(first + 1);
    const found = await visibleTo(query, viewer).getMany();
    const nodes = found.slice(0, first);
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: nodes.at(-1)?.path ?? null } };
  }

  @Query(() => Organization, { name: 'organization', nullable: true })
  async one(@Args('id', { type: () => ID }) id: string, @CurrentViewer() viewer: Viewer): Promise<Organization | null> {
    const query = this.organizations.createQueryBuilder('o').where({ id, deletedAt: IsNull() });
    return visibleTo(query, viewer).getOne();
  }

  @ResolveField(() => Organization, { nullable: true })
  parent(@Parent() { parentId }: OrganizationEntity): Promise<Organization | null> | null {
    return parentId === null ? null : this.loaders.organization.load(parentId);
  }

  @ResolveField(() => [Organization])
  async ancestors(@Parent() { path, no }: OrganizationEntity): Promise<Organization[]> {
    const numbers = path.split('/').slice(2, -1).map(Number);
    const found = await this.loaders.organizationByNo.loadMany(numbers.filter((each) => each !== no));
    return found.filter((each): each is OrganizationEntity => each instanceof OrganizationEntity);
  }

  @ResolveField(() => [Organization])
  children(@Parent() { id }: OrganizationEntity): Promise<Organization[]> {
    return this.loaders.children.load(id);
  }

  @ResolveField(() => [Activity])
  activities(
    @Parent() organization: OrganizationEntity,
    @Args('first', { type: () => Int }) first: number,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Activity[]> | Activity[] {
    if (!maySeeActivities(viewer, organization)) return [];
    return this.heldBy.find({
      where: { organizationId: organization.id, deletedAt: IsNull() },
      order: { heldOn: 'DESC', startsAt: 'DESC', id: 'DESC' },
      take: first,
    });
  }

  @ResolveField(() => Int)
  childCount(@Parent() { id }: OrganizationEntity): Promise<number> {
    return this.loaders.childCount.load(id);
  }

  @ResolveField(() => Int, { nullable: true })
  memberCount(@Parent() organization: OrganizationEntity, @CurrentViewer() viewer: Viewer): Promise<number> | null {
    return maySeeMembers(viewer, organization) ? this.loaders.memberCount.load(organization.id) : null;
  }
}
