import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Places } from './places';
import type { RoleKey } from './roles';
import { SessionCookie } from './session-cookie';
import { tokenHash } from './session-token';
import { subjects, type SubjectKey } from './publications/subjects';
import { Viewer, type Grant, type Published, type ViewerData } from './viewer';

/** An estimate for the planner: organizations that publish are member units and branch institutions. */
const ledSize = 20;

/** What access_viewer answers (migration `access`). */
interface Found {
  readonly account: ViewerData['account'];
  readonly association: ViewerData['association'];
  readonly session: {
    readonly id: string;
    readonly signedInAt: string;
    readonly lastSeenAt: string;
    readonly expiresAt: string;
  };
  readonly grants: readonly {
    readonly id: string;
    readonly role: RoleKey;
    readonly organizationId: string | null;
    readonly path: string | null;
    readonly leadsPath: string | null;
  }[];
}

/** What access_publications answers (migration `grants`). */
interface FoundPublication {
  readonly subject: string;
  readonly path: string;
  readonly leadsPath: string;
  readonly guide: Published['guide'];
}

interface FoundRow {
  readonly found: Found | null;
  readonly published: readonly FoundPublication[] | null;
}

/** Finds out who calls. */
@Injectable()
export class Viewers {
  private readonly known = new WeakMap<Request, Promise<Viewer | null>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly cookie: SessionCookie,
    private readonly places: Places,
  ) {}

  /** The viewer of a request, read once for it; null when it carries no session in force. */
  viewerOf(req: Request): Promise<Viewer | null> {
    let viewer = this.known.get(req);
    if (!viewer) {
      const token = this.cookie.read(req);
      this.known.set(req, (viewer = token ? this.viewerBy(token) : Promise.resolve(null)));
    }
    return viewer;
  }

  /**
   * The viewer behind a session's token. One statement on the primary reads session, account, association and the
   * grants with their places, each time: a moved subtree, a revoked grant, a disabled account count at once.
   */
  async viewerBy(token: string): Promise<Viewer | null> {
    const now = this.clock.now();
    const [row] = await this.database.source.query<FoundRow[]>(
      `select v.found, case when v.found is not null then
         access_publications((v.found -> 'association' ->> 'id')::uuid, v.found -> 'grants') end as published
       from access_viewer($1, $2, $3) as v (found)`,
      [tokenHash(token), now, new Date(now.getTime() - this.config.sessionIdle)],
    );
    return row?.found ? this.viewer(row.found, row.published ?? []) : null;
  }

  private async viewer(
    { account, association, session, grants }: Found,
    published: readonly FoundPublication[],
  ): Promise<Viewer> {
    const expiresAt = new Date(session.expiresAt);
    const idle = new Date(session.lastSeenAt).getTime() + this.config.sessionIdle;
    return new Viewer({
      account,
      association,
      session: {
        id: session.id,
        signedInAt: new Date(session.signedInAt),
        idleUntil: new Date(Math.min(idle, expiresAt.getTime())),
        expiresAt,
      },
      grants: await Promise.all(grants.map((grant) => this.grant(grant))),
      published: published.flatMap(publishedBy),
    });
  }

  private async grant({ id, role, organizationId, path, leadsPath }: Found['grants'][number]): Promise<Grant> {
    if (path === null || leadsPath === null) return { id, role, organizationId, place: null };
    const { tree, led } = await this.places.sizesOf({ path, leadsPath });
    return { id, role, organizationId, place: { path, leadsPath, treeSize: tree, ledSize: led } };
  }
}

/** A subject that this release does not know shows nothing. */
function publishedBy({ subject, path, leadsPath, guide }: FoundPublication): Published[] {
  if (!(subject in subjects)) return [];
  const { permission } = subjects[subject as SubjectKey];
  return [{ permission, place: { path, leadsPath, ledSize }, guide }];
}
