import { leavesNothing } from '@dangwu/platform/audit';
import { globalId } from '@dangwu/platform/ids';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { accessErrors } from './access.errors';
import { CurrentViewer, type Call } from './current-viewer';
import { Public } from './requirement';
import { roles } from './roles';
import { SessionCookie } from './session-cookie';
import { SignInInput } from './session.inputs';
import { SessionService, type Caller } from './session.service';
import { Session } from './session.type';
import { SignIn } from './sign-in.service';
import { Viewer } from './viewer';

@Resolver(() => Session)
export class SessionResolver {
  constructor(
    private readonly signIns: SignIn,
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
  ) {}

  @Query(() => Session, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @Public()
  session(@CurrentViewer() viewer: Viewer | null): Session | null {
    return viewer && sessionOf(viewer);
  }

  @Mutation(() => Session, {
    description:
      'Sign in by name and password. Sets the session cookie; a session the caller had before ends. After 5 failures in a row a name is locked for 15 minutes.',
  })
  @Public()
  async signIn(
    @Args('input', { description: 'Who signs in.' }) { username, password }: SignInInput,
    @CurrentViewer() before: Viewer | null,
    @Context() call: Call,
  ): Promise<Session> {
    const { token, expiresAt } = await this.signIns.signIn(username, password, callerOf(call), before);
    const viewer = await this.sessions.verify(token);
    if (!viewer) throw accessErrors.SIGN_IN_REQUIRED();
    this.cookie.set(call.res, token, expiresAt);
    return sessionOf(viewer);
  }

  @Mutation(() => Boolean, { description: 'Sign out: the session ends at once. False when nobody was signed in.' })
  @Public()
  async signOut(@CurrentViewer() viewer: Viewer | null, @Context() call: Call): Promise<boolean> {
    this.cookie.clear(call.res);
    if (!viewer) {
      leavesNothing('nobody was signed in');
      return false;
    }
    await this.signIns.signOut(viewer, callerOf(call));
    return true;
  }
}

/** What the API shows of a viewer. */
export function sessionOf({ account, association, session, grants, permissions }: Viewer): Session {
  return {
    account: {
      id: globalId('Account', account.id),
      username: account.username,
      name: account.name,
      roles: grants.map(({ role, organizationId }) => ({
        role,
        roleName: { zh: roles[role].zh, en: roles[role].en },
        organizationId,
      })),
    },
    association: { id: globalId('Association', association.id), name: association.name, kind: association.kind },
    permissions: [...permissions],
    signedInAt: session.signedInAt,
    idleUntil: session.idleUntil,
    expiresAt: session.expiresAt,
  };
}

/** Where a call came from, as Express tells by its setting of trusted proxies. */
export function callerOf({ req }: Pick<Call, 'req'>): Caller {
  const { id } = req as { id?: unknown };
  return {
    address: req.ip ?? null,
    userAgent: req.get('user-agent')?.slice(0, 300) ?? null,
    requestId: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
  };
}
