import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Places } from './places';
import type { RoleKey } from './roles';
import { SessionCookie } from './session-cookie';
import { SessionRenewal } from './session/session-renewal';
import { tokenHash } from './session-token';
import { Viewer, type Grant, type ViewerData } from './viewer';

/** What access_signed_in answers (migrations `access` and `identity`). */
interface Found {
  /** rights have changed since the token was given out */
  readonly rotationDue: boolean;
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

/** How long the token before a renewal counts, for requests that were under way. */
const grace = 30_000;

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
    private readonly renewal: SessionRenewal,
  ) {}

  /**
   * The viewer of a request, read once for it; null when it carries no session in force. When rights have changed since
   * the token was given out, the answer brings a new one.
   */
  viewerOf(req: Request): Promise<Viewer | null> {
    let viewer = this.known.get(req);
    if (!viewer) {
      const token = this.cookie.read(req);
      this.known.set(req, (viewer = token ? this.viewerRenewed(req, token) : Promise.resolve(null)));
    }
    return viewer;
  }

  /**
   * The viewer behind a session's token. One statement on the primary reads session, account, association and the
   * grants with their places, each time: a moved subtree, a revoked grant, a disabled account count at once.
   */
  async viewerBy(token: string): Promise<Viewer | null> {
    const found = await this.find(token);
    return found && this.viewer(found);
  }

  private async viewerRenewed(req: Request, token: string): Promise<Viewer | null> {
    const found = await this.find(token);
    if (!found) return null;
    if (found.rotationDue) {
      const { account, association, session } = found;
      const expiresAt = new Date(session.expiresAt);
      await this.renewal.renew(req, token, {
        id: session.id,
        accountId: account.id,
        associationId: association.id,
        expiresAt,
      });
    }
    return this.viewer(found);
  }

  private async find(token: string): Promise<Found | null> {
    const now = this.clock.now().getTime();
    const [row] = await this.database.source.query<{ found: Found | null }[]>(
      `select access_signed_in($1, $2, $3, $4) as found`,
      [tokenHash(token), new Date(now), new Date(now - this.config.sessionIdle), new Date(now - grace)],
    );
    return row?.found ?? null;
  }

  private async viewer({ account, association, session, grants }: Found): Promise<Viewer> {
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
    });
  }

  private async grant({ id, role, organizationId, path, leadsPath }: Found['grants'][number]): Promise<Grant> {
    if (path === null || leadsPath === null) return { id, role, organizationId, place: null };
    const { tree, led } = await this.places.sizesOf({ path, leadsPath });
    return { id, role, organizationId, place: { path, leadsPath, treeSize: tree, ledSize: led } };
  }
}
