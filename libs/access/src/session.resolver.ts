import { leavesNothing } from '@dangwu/platform/audit';
import { globalId } from '@dangwu/platform/ids';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { accessErrors } from './access.errors';
import { callerOf, CurrentViewer, type Call } from './current-viewer';
import { Public } from './requirement';
import { roles } from './roles';
import { SessionCookie } from './session-cookie';
import { SignInInput } from './session.inputs';
import { SessionService } from './session.service';
import { Session } from './session.type';
import { SignInCookie } from './sign-in/sign-in-cookie';
import { SignIn } from './sign-in.service';
import { Viewer } from './viewer';

@Resolver(() => Session)
export class SessionResolver {
  constructor(
    private readonly signIns: SignIn,
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
    private readonly signInCookie: SignInCookie,
  ) {}

  @Query(() => Session, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @Public()
  session(@CurrentViewer() viewer: Viewer | null): Session | null {
    return viewer && sessionOf(viewer);
  }

  @Mutation(() => Session, {
    nullable: true,
    description:
      'Sign in by name and password. Sets the session cookie; a session the caller had before ends. Null: another step follows, see pendingSignIn. After 5 failures in a row a name is locked for 15 minutes.',
  })
  @Public()
  async signIn(
    @Args('input', { description: 'Who signs in.' }) { username, password }: SignInInput,
    @CurrentViewer() before: Viewer | null,
    @Context() call: Call,
  ): Promise<Session | null> {
    const outcome = await this.signIns.signIn(username, password, callerOf(call), before);
    if (outcome.step) {
      if (before) this.cookie.clear(call.res);
      this.signInCookie.set(call.res, outcome.token, outcome.expiresAt);
      return null;
    }
    const viewer = await this.sessions.verify(outcome.token);
    if (!viewer) throw accessErrors.SIGN_IN_REQUIRED();
    if (this.signInCookie.read(call.req)) this.signInCookie.clear(call.res);
    this.cookie.set(call.res, outcome.token, outcome.expiresAt);
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
