import { createHash } from 'node:crypto';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import type { Request } from 'express';
import { Brackets, IsNull, type ObjectLiteral, type Repository, type SelectQueryBuilder } from 'typeorm';
import { OrganizationEntity, PublicationEntity, SessionEntity } from './entities.js';

/** Whose request it is, and below which paths the account may read. */
export interface Viewer {
  associationId: string;
  accountId: string;
  name: string;
  sessionId: string;
  everywhere: boolean;
  paths: string[];
  leadsPaths: string[];
  /** members are seen below these alone */
  memberPaths: string[];
  /** what organizations guided by these let them see of their activities */
  publishedPaths: string[];
}

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @InjectRepository(SessionEntity) private readonly sessions: Repository<SessionEntity>,
    @InjectRepository(PublicationEntity) private readonly publications: Repository<PublicationEntity>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { req } = GqlExecutionContext.create(context).getContext<{ req: Request & { viewer?: Viewer } }>();
    const token = /dangwu_session=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1];
    if (!token) throw new UnauthorizedException();
    const session = await this.sessions.findOne({
      where: { tokenHash: createHash('sha256').update(token).digest() },
      relations: { account: { grants: { organization: true } } },
    });
    const now = new Date();
    if (!session || session.revokedAt || session.expiresAt < now) throw new UnauthorizedException();
    if (session.account.disabledAt || session.account.deletedAt) throw new UnauthorizedException();
    const grants = session.account.grants.filter((g) => !g.deletedAt && g.since <= now && (!g.until || g.until > now));
    const published = await this.publications.find({
      where: {
        associationId: session.account.associationId,
        subject: 'ACTIVITY',
        withdrawnAt: IsNull(),
        deletedAt: IsNull(),
      },
      relations: { organization: true, guide: true },
    });
    const tree = grants.filter((g) => g.role === 'PARTY_STAFF');
    req.viewer = {
      associationId: session.account.associationId,
      accountId: session.account.id,
      name: session.account.name,
      sessionId: session.id,
      everywhere: tree.some((g) => !g.organization),
      paths: tree.flatMap((g) => (g.organization ? [g.organization.path] : [])),
      leadsPaths: grants.flatMap((g) => (g.role !== 'PARTY_STAFF' && g.organization ? [g.organization.leadsPath] : [])),
      memberPaths: grants.flatMap((g) => (g.organization ? [g.organization.leadsPath] : [])),
      publishedPaths: published
        .filter(({ guide }) =>
          grants.some((g) => g.organization && guide.leadsPath.startsWith(g.organization.leadsPath)),
        )
        .map(({ organization }) => organization.leadsPath),
    };
    return true;
  }
}

export const CurrentViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer =>
    GqlExecutionContext.create(context).getContext<{ req: { viewer: Viewer } }>().req.viewer,
);

export const above = (path: string): string => `${path.slice(0, -1)}0`;

/** The condition of what the viewer may read; `o` is the organization. */
export function visibleTo<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  viewer: Viewer,
): SelectQueryBuilder<T> {
  query.andWhere('o.associationId = :association', { association: viewer.associationId });
  if (viewer.everywhere) return query;
  return query.andWhere(
    new Brackets((any) => {
      viewer.paths.forEach((path, i) =>
        any.orWhere(`(o.path >= :path${i} and o.path < :pathEnd${i})`, {
          [`path${i}`]: path,
          [`pathEnd${i}`]: above(path),
        }),
      );
      viewer.leadsPaths.forEach((path, i) =>
        any.orWhere(`(o.leadsPath >= :leads${i} and o.leadsPath < :leadsEnd${i})`, {
          [`leads${i}`]: path,
          [`leadsEnd${i}`]: above(path),
        }),
      );
    }),
  );
}

/** Who sees activities: as far as the viewer leads, and what is published to it. */
export const ofActivities = (viewer: Viewer): Viewer => ({
  ...viewer,
  paths: [],
  leadsPaths: [...viewer.memberPaths, ...viewer.publishedPaths],
});

export const maySeeActivities = (viewer: Viewer, { leadsPath }: OrganizationEntity): boolean =>
  viewer.everywhere || ofActivities(viewer).leadsPaths.some((path) => leadsPath.startsWith(path));

export function maySeeMembers(viewer: Viewer, organization: OrganizationEntity): boolean {
  return viewer.everywhere || viewer.memberPaths.some((path) => organization.leadsPath.startsWith(path));
}
