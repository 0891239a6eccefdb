import { Config, type SingleSignOnSettings } from '@dangwu/platform/config';
import { Injectable, Logger } from '@nestjs/common';
import * as openid from 'openid-client';
import { identityErrors } from '../identity.errors';

/** What was agreed when somebody was sent to the provider, and must come back unchanged. */
export interface Agreed {
  readonly state: string;
  readonly nonce: string;
  /** of PKCE */
  readonly verifier: string;
}

/** Who somebody is there: the pair is what counts, the label is for the eye. */
export interface ForeignIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly label: string | null;
}

const timeoutSeconds = 8;
/** Keys and addresses of the provider are read anew after an hour. */
const keep = 3_600_000;
/** Answers of the provider that speak of its own trouble, not of the person. */
const troubles = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** The provider of single sign-on: OpenID Connect, authorization code with PKCE, state and nonce. */
@Injectable()
export class IdentityProvider {
  private readonly log = new Logger('single-sign-on');
  private found: { readonly configuration: Promise<openid.Configuration>; readonly at: number } | null = null;

  constructor(private readonly config: Config) {}

  /** @throws SINGLE_SIGN_ON_OFF */
  get settings(): SingleSignOnSettings {
    const { singleSignOn } = this.config;
    if (!singleSignOn) throw identityErrors.SINGLE_SIGN_ON_OFF();
    return singleSignOn;
  }

  agree(): Agreed {
    return {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
  }

  /** Where to send the browser. @throws SINGLE_SIGN_ON_OFF, SINGLE_SIGN_ON_UNAVAILABLE */
  async address({ state, nonce, verifier }: Agreed): Promise<URL> {
    const configuration = await this.configuration();
    return openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback().href,
      scope: this.settings.scope,
      response_type: 'code',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
  }

  /**
   * Trades the code that came back for who the person is, over the back channel.
   *
   * @param query of the address the browser came back to
   * @throws SINGLE_SIGN_ON_REFUSED, SINGLE_SIGN_ON_UNAVAILABLE
   */
  async identify(query: string, { state, nonce, verifier }: Agreed): Promise<ForeignIdentity> {
    const configuration = await this.configuration();
    const current = this.callback();
    current.search = query;
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, current, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      const label = [claims['name'], claims['preferred_username']].find((each) => typeof each === 'string');
      return { issuer: claims.iss, subject: claims.sub, label: (label as string | undefined)?.slice(0, 100) ?? null };
    } catch (error) {
      throw this.refusal(error);
    }
  }

  private callback(): URL {
    return new URL(`${this.config.publicUrl}/sso/callback`);
  }

  private configuration(): Promise<openid.Configuration> {
    const now = performance.now();
    if (!this.found || now - this.found.at > keep) {
      const configuration = this.discover();
      this.found = { configuration, at: now };
      // a provider that did not answer is asked again the next time
      configuration.catch(() => (this.found = null));
    }
    return this.found.configuration;
  }

  private async discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // Config allows clear text for a provider on this machine alone
    const insecure = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    try {
      return await openid.discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
        execute: insecure,
        timeout: timeoutSeconds,
      });
    } catch (error) {
      this.tell(error);
      throw identityErrors.SINGLE_SIGN_ON_UNAVAILABLE();
    }
  }

  private refusal(error: unknown): Error {
    this.tell(error);
    if (error instanceof openid.ResponseBodyError && error.status < 500) return identityErrors.SINGLE_SIGN_ON_REFUSED();
    const { code, name, cause } = error as { code?: string; name?: string; cause?: { name?: string } };
    // fetch throws a TypeError when the line breaks
    const unreached = name === 'TypeError' || cause?.name === 'TypeError';
    const trouble = unreached || error instanceof openid.ResponseBodyError || (code && troubles.has(code));
    return trouble ? identityErrors.SINGLE_SIGN_ON_UNAVAILABLE() : identityErrors.SINGLE_SIGN_ON_REFUSED();
  }

  /** For the operator: what went wrong, never codes or tokens. */
  private tell(error: unknown): void {
    const { name, message, code } = error as { name?: string; message?: string; code?: string };
    this.log.warn(`${name ?? 'Error'}: ${message ?? String(error)}${code ? ` (${code})` : ''}`);
  }
}

/** A public client proves itself by PKCE alone; others as the provider wants it, by default with Basic. */
function authentication(secret: string | null): openid.ClientAuth {
  if (!secret) return openid.None();
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const method = methods.includes('client_secret_basic') ? openid.ClientSecretBasic : openid.ClientSecretPost;
    method(secret)(server, client, body, headers);
  };
}
