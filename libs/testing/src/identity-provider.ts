import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What stands for the single sign-on of somebody's organization: the real npm `oidc-provider`, on loopback. */
export interface IdentityProviderDouble {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** who signs in there next, without being asked for a password; null: cancels */
  subject: string | null;
  /** answers instead of the provider; return false to let it answer */
  disturb: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  close(): Promise<void>;
}

/** @param redirect where the application takes the browser back */
export async function startIdentityProvider(
  redirect: string,
  { port = 0, names = (subject: string) => ({ name: `统一身份 ${subject}`, email: `${subject}@example.org` }) } = {},
): Promise<IdentityProviderDouble> {
  // not loaded by specs that need none
  const { Provider } = await import('oidc-provider');
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const double: IdentityProviderDouble = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientId: 'dangwu',
    clientSecret: 'a secret between the two of them',
    subject: 'u-1001',
    disturb: null,
    close: () => end(server),
  };
  const provider = quietly(
    () =>
      new Provider(double.issuer, {
        clients: [
          {
            client_id: double.clientId,
            client_secret: double.clientSecret,
            redirect_uris: [redirect],
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        pkce: { required: () => true },
        claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
        conformIdTokenClaims: false,
        cookies: { keys: ['only', 'for', 'tests'] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_, { uid }) => `/interaction/${uid}` },
        findAccount: (_, sub) => ({
          accountId: sub,
          claims: () => ({ sub, email_verified: true, ...names(sub) }),
        }),
        ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
      }),
  );
  provider.on('server_error', (_, error) => console.error(error));
  const handle = provider.callback();

  /** Signs the subject in and agrees to everything, as a person would on two pages. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await provider.interactionDetails(request, response);
    const { subject } = double;
    if (subject === null) return provider.interactionFinished(request, response, { error: 'access_denied' });
    const grant = new provider.Grant({ accountId: subject, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    const grantId = await grant.save();
    return provider.interactionFinished(request, response, { login: { accountId: subject }, consent: { grantId } });
  }

  answer = (request, response) => {
    if (double.disturb?.(request, response)) return;
    if (!request.url?.startsWith('/interaction/')) return void handle(request, response);
    interact(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  };
  return double;
}

/** It warns of what a real one has to bring along: a store, and keys of its own. */
function quietly<T>(make: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return make();
  } finally {
    console.warn = warn;
  }
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
