import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { accessErrors } from './access.errors';
import { bearerOf, looksLikeToken } from './access-token';
import { Places } from './places';
import type { RoleKey } from './roles';
import { SessionCookie } from './session-cookie';
import { tokenHash } from './session-token';
import { TokenDigest } from './token-digest';
import { Viewer, type Grant, type ViewerData } from './viewer';

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
    private readonly digest: TokenDigest,
  ) {}

  /**
   * The viewer of a request, read once for it; null when it carries no session in force. One that brings a token is
   * judged by the token alone.
   *
   * @throws TOKEN_REFUSED
   */
  viewerOf(req: Request): Promise<Viewer | null> {
    let viewer = this.known.get(req);
    if (!viewer) this.known.set(req, (viewer = this.find(req)));
    return viewer;
  }

  private find(req: Request): Promise<Viewer | null> {
    const bearer = bearerOf(req.headers);
    if (bearer !== undefined) return this.viewerByToken(bearer);
    const token = this.cookie.read(req);
    return token ? this.viewerBy(token) : Promise.resolve(null);
  }

  /**
   * The viewer behind a session's token. One statement on the primary reads session, account, association and the
   * grants with their places, each time: a moved subtree, a revoked grant, a disabled account count at once.
   */
  async viewerBy(token: string): Promise<Viewer | null> {
    const now = this.clock.now();
    const [row] = await this.database.source.query<{ found: Found | null }[]>(
      `select access_viewer($1, $2, $3) as found`,
      [tokenHash(token), now, new Date(now.getTime() - this.config.sessionIdle)],
    );
    return row?.found ? this.viewer(row.found) : null;
  }

  /** The viewer behind an access token: whoever holds the session it stands for, asked in one statement as well. */
  private async viewerByToken(token: string): Promise<Viewer> {
    if (!looksLikeToken(token)) throw accessErrors.TOKEN_REFUSED();
    const now = this.clock.now();
    const [row] = await this.database.source.query<{ found: Found | null }[]>(
      `select access_viewer(access_token_session($1, $2), $2, $3) as found`,
      [await this.digest.of(token), now, new Date(now.getTime() - this.config.sessionIdle)],
    );
    if (!row?.found) throw accessErrors.TOKEN_REFUSED();
    return this.viewer(row.found, true);
  }

  private async viewer({ account, association, session, grants }: Found, byToken = false): Promise<Viewer> {
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
      byToken,
    });
  }

  private async grant({ id, role, organizationId, path, leadsPath }: Found['grants'][number]): Promise<Grant> {
    if (path === null || leadsPath === null) return { id, role, organizationId, place: null };
    const { tree, led } = await this.places.sizesOf({ path, leadsPath });
    return { id, role, organizationId, place: { path, leadsPath, treeSize: tree, ledSize: led } };
  }
}
