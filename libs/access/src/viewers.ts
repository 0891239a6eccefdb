import { hash } from 'node:crypto';
import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { note } from '@dangwu/platform/http';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { accessErrors } from './access.errors';
import { bearerOf, looksLikeToken } from './access-token';
import { Places } from './places';
import { RememberedViewers } from './remembered-viewers';
import type { RoleKey } from './roles';
import { SessionCookie } from './session-cookie';
import { SessionRenewal } from './session/session-renewal';
import { tokenHash } from './session-token';
import { subjects, type SubjectKey } from './publications/subjects';
import { TokenDigest } from './token-digest';
import { Viewer, type Confirmable, type Grant, type Published, type ViewerData } from './viewer';

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
  /** of rights in the association, and when they change by themselves (migration `confirmed-reads`) */
  readonly version: string;
  readonly changesAt: string | null;
  readonly grants: readonly {
    readonly id: string;
    readonly role: RoleKey;
    readonly organizationId: string | null;
    readonly path: string | null;
    readonly leadsPath: string | null;
  }[];
  /** to organizations at or below the places of the grants */
  readonly published: readonly FoundPublication[];
}

/** How long the token before a renewal counts, for requests that were under way. */
const grace = 30_000;

/** An estimate for the planner: organizations that publish are member units and branch institutions. */
const ledSize = 20;

/** What access_publications answers (migration `grants`). */
interface FoundPublication {
  readonly subject: string;
  readonly path: string;
  readonly leadsPath: string;
  readonly guide: Published['guide'];
}

/** Finds out who calls. */
@Injectable()
export class Viewers {
  private readonly known = new WeakMap<Request, Promise<Viewer | null>>();
  private readonly remembered = new RememberedViewers();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly cookie: SessionCookie,
    private readonly places: Places,
    private readonly renewal: SessionRenewal,
    private readonly digest: TokenDigest,
  ) {}

  /**
   * The viewer of a request, read once for it; null when it carries no session in force. When rights have changed since
   * the session's token was given out, the answer brings a new one. A request that brings an access token is judged by
   * that alone.
   *
   * @throws TOKEN_REFUSED
   */
  viewerOf(req: Request): Promise<Viewer | null> {
    let viewer = this.known.get(req);
    if (!viewer) this.known.set(req, (viewer = this.read(req)));
    return viewer;
  }

  /**
   * The viewer behind a session's token. One statement on the primary reads session, account, association and the
   * grants with their places, each time: a moved subtree, a revoked grant, a disabled account count at once.
   */
  async viewerBy(token: string): Promise<Viewer | null> {
    const found = await this.find(tokenHash(token));
    return found && this.viewer(found);
  }

  /**
   * The viewer of a request as it was remembered, or read now. **Nothing of it may count until a statement that reads
   * for it has confirmed it** (`Viewer.proof`); what cannot be confirmed is asked again through `viewerOf`.
   */
  async viewerToConfirm(req: Request): Promise<Viewer | null> {
    const token = this.cookie.read(req);
    if (!token) return null;
    const key = hash('sha256', token, 'base64url');
    const remembered = this.remembered.find(key, this.clock.now().getTime());
    if (remembered) return remembered;
    const bytes = Buffer.from(key, 'base64url');
    const found = await this.find(bytes);
    // a renewal is Apollo's to send along
    if (!found || found.rotationDue) return null;
    const proof = (): readonly unknown[] => {
      const now = this.clock.now();
      const idleSince = new Date(now.getTime() - this.config.sessionIdle);
      return [bytes, now.toISOString(), idleSince.toISOString(), found.version];
    };
    const viewer = await this.viewer(found, { version: found.version, proof });
    this.remembered.add(key, viewer, found.changesAt ? new Date(found.changesAt).getTime() : Infinity);
    return viewer;
  }

  /**
   * Whose calendar feed an address is, by its hash, with the rights of this moment; null: nobody's. It carries no
   * session, and `byToken` keeps it out of what only a person does.
   */
  async viewerOfFeed(hashed: Buffer): Promise<Viewer | null> {
    const now = this.clock.now();
    const [row] = await this.database.source.query<{ found: Omit<Found, 'session'> | null }[]>(
      `select calendar_feed_reader($1, $2) as found`,
      [hashed, now],
    );
    if (!row?.found) return null;
    const at = now.toISOString();
    const session = { id: row.found.account.id, signedInAt: at, lastSeenAt: at, expiresAt: at };
    return this.viewer({ ...row.found, session }, undefined, true);
  }

  /** The viewer remembered for this request was not confirmed. */
  forget(req: Request): void {
    const token = this.cookie.read(req);
    if (token) this.remembered.forget(hash('sha256', token, 'base64url'));
  }

  private async viewerRenewed(req: Request, token: string): Promise<Viewer | null> {
    const found = await this.find(tokenHash(token));
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

  private read(req: Request): Promise<Viewer | null> {
    const bearer = bearerOf(req.headers);
    if (bearer !== undefined) return this.viewerByToken(bearer);
    const token = this.cookie.read(req);
    return token ? this.viewerRenewed(req, token) : Promise.resolve(null);
  }

  /** The viewer behind an access token: whoever holds the session it stands for, asked in one statement as well. */
  private async viewerByToken(token: string): Promise<Viewer> {
    if (!looksLikeToken(token)) throw accessErrors.TOKEN_REFUSED();
    const found = await this.find(await this.digest.of(token), 'access_token_session($1, $2)');
    if (!found) throw accessErrors.TOKEN_REFUSED();
    return this.viewer(found, undefined, true);
  }

  private async find(token: Buffer, session: '$1' | 'access_token_session($1, $2)' = '$1'): Promise<Found | null> {
    const now = this.clock.now().getTime();
    const [row] = await this.database.source.query<{ found: Found | null }[]>(
      `select access_signed_in(${session}, $2, $3, $4) as found`,
      [token, new Date(now), new Date(now - this.config.sessionIdle), new Date(now - grace)],
    );
    return row?.found ?? null;
  }

  private async viewer(
    { account, association, session, grants, published }: Found,
    confirmable?: Confirmable,
    byToken = false,
  ): Promise<Viewer> {
    const expiresAt = new Date(session.expiresAt);
    const idle = new Date(session.lastSeenAt).getTime() + this.config.sessionIdle;
    note({ account: account.id });
    const data = {
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
      byToken,
    };
    return new Viewer(data, confirmable);
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
