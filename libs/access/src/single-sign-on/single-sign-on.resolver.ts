import { Config } from '@dangwu/platform/config';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { callerOf, CurrentViewer, type Call } from '../current-viewer';
import { ProofInput } from '../own-account/own-account.inputs';
import { Public, Requires } from '../requirement';
import { SingleSignOnOffer } from '../sign-in/sign-in.type';
import { Viewer } from '../viewer';
import { SingleSignOnCookie } from './single-sign-on-cookie';
import { StartSingleSignOnInput } from './single-sign-on.inputs';
import { SingleSignOn } from './single-sign-on.service';

@Resolver()
export class SingleSignOnResolver {
  constructor(
    private readonly config: Config,
    private readonly single: SingleSignOn,
    private readonly cookie: SingleSignOnCookie,
  ) {}

  @Query(() => SingleSignOnOffer, {
    nullable: true,
    description: 'The provider one can sign in through; null where there is none.',
  })
  @Public()
  singleSignOn(): SingleSignOnOffer | null {
    const { singleSignOn } = this.config;
    return singleSignOn && { name: singleSignOn.name };
  }

  @Mutation(() => String, {
    description:
      'Begin to sign in through the provider, or to accept an invitation by it. Answers the address the browser goes to next; it comes back to /sso/callback.',
  })
  @Public()
  async startSingleSignOn(
    @Args('input', { description: 'How to go on.' }) { invitation, returnTo }: StartSingleSignOnInput,
    @Context() call: Call,
  ): Promise<string> {
    const departure = invitation ? this.single.accept(invitation) : this.single.signIn(returnTo ?? '/');
    return this.send(await departure, call);
  }

  @Mutation(() => String, {
    description:
      'Begin to link your account with who you are at the provider. Answers the address the browser goes to next.',
  })
  @Requires('account.own')
  async linkIdentity(
    @Args('input', { description: 'Who asks.' }) proof: ProofInput,
    @CurrentViewer() viewer: Viewer,
    @Context() call: Call,
  ): Promise<string> {
    return this.send(await this.single.link(viewer, proof, callerOf(call)), call);
  }

  private send({ address, token, expiresAt }: Awaited<ReturnType<SingleSignOn['signIn']>>, call: Call): string {
    this.cookie.set(call.res, token, expiresAt);
    return address;
  }
}
