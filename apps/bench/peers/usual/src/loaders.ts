import { Injectable, Scope } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import DataLoader from 'dataloader';
import { In, IsNull, Not, type Repository } from 'typeorm';
import { ActivityTypeEntity, MemberEntity, OrganizationEntity } from './entities.js';

/** One batch for each field of a request. */
@Injectable({ scope: Scope.REQUEST })
export class Loaders {
  constructor(
    @InjectRepository(OrganizationEntity) private readonly organizations: Repository<OrganizationEntity>,
    @InjectRepository(MemberEntity) private readonly members: Repository<MemberEntity>,
    @InjectRepository(ActivityTypeEntity) private readonly activityTypes: Repository<ActivityTypeEntity>,
  ) {}

  readonly activityType = new DataLoader<string, ActivityTypeEntity | null>(async (ids) => {
    const found = await this.activityTypes.findBy({ id: In([...ids]) });
    const byId = new Map(found.map((each) => [each.id, each]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  readonly organization = new DataLoader<string, OrganizationEntity | null>(async (ids) => {
    const found = await this.organizations.find({ where: { id: In([...ids]), deletedAt: IsNull() } });
    const byId = new Map(found.map((each) => [each.id, each]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  readonly organizationByNo = new DataLoader<number, OrganizationEntity | null>(async (numbers) => {
    const found = await this.organizations.find({ where: { no: In([...numbers]), deletedAt: IsNull() } });
    const byNo = new Map(found.map((each) => [each.no, each]));
    return numbers.map((no) => byNo.get(no) ?? null);
  });

  readonly children = new DataLoader<string, OrganizationEntity[]>(async (ids) => {
    const found = await this.organizations.find({
      where: { parentId: In([...ids]), deletedAt: IsNull(), status: Not('DISSOLVED') },
      order: { path: 'ASC' },
    });
    const byParent = Map.groupBy(found, (each) => each.parentId!);
    return ids.map((id) => byParent.get(id) ?? []);
  });

  readonly childCount = new DataLoader<string, number>(async (ids) => {
    const rows = await this.organizations
      .createQueryBuilder('o')
      .select('o.parentId', 'id')
      .addSelect('count(*)::int', 'count')
      .where({ parentId: In([...ids]), deletedAt: IsNull(), status: Not('DISSOLVED') })
      .groupBy('o.parentId')
      .getRawMany<{ id: string; count: number }>();
    const byId = new Map(rows.map(({ id, count }) => [id, count]));
    return ids.map((id) => byId.get(id) ?? 0);
  });

  readonly memberCount = new DataLoader<string, number>(async (ids) => {
    const rows = await this.members
      .createQueryBuilder('m')
      .select('m.organizationId', 'id')
      .addSelect('count(*)::int', 'count')
      .where({
        organizationId: In([...ids]),
        deletedAt: IsNull(),
        leftOn: IsNull(),
        affiliationKind: 'FORMAL',
        status: In(['FULL', 'PROBATIONARY']),
      })
      .groupBy('m.organizationId')
      .getRawMany<{ id: string; count: number }>();
    const byId = new Map(rows.map(({ id, count }) => [id, count]));
    return ids.map((id) => byId.get(id) ?? 0);
  });
}
