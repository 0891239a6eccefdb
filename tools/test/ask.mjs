// Somebody at a running system, for drills and measurements: signs in as the console does, then asks what it likes by a
// token of the explorer, since from a session the API takes the console's documents alone.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { trustedDocuments } from '../documents.mjs';

/** A demo account by its role. */
export function demoAccount(dataDir, role) {
  const lines = readFileSync(path.join(dataDir, 'demo-accounts.txt'), 'utf8').split('\n');
  const [, username, password, secret] = lines.find((line) => line.startsWith(`${role}\t`))?.split('\t') ?? [];
  if (!username) throw new Error(`There is no demo account ${role}`);
  return { username, password: password.trim(), secret: secret?.trim() };
}

/** @returns {Promise<{ask: (query: string, variables?: object) => Promise<any>, cookie: () => string}>} */
export async function signedIn(url, { username, password, secret }) {
  const cookies = new Map();
  const cookie = () => [...cookies].map((pair) => pair.join('=')).join('; ');
  const post = async (body, headers) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    for (const each of answer.headers.getSetCookie()) cookies.set(...each.split(';')[0].split('=', 2));
    const { data, errors } = await answer.json();
    if (errors) throw new Error(errors[0].extensions?.messages?.en ?? errors[0].message);
    return data;
  };
  const send = (operationName, variables = {}) => {
    const sha256Hash = trustedDocuments().find(({ name }) => name === operationName)?.id;
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    return post({ operationName, variables, extensions }, { cookie: cookie() });
  };
  await send('signIn', { input: { username, password } });
  if (secret) {
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await send('proveSecondFactor', { input: { code } });
  }
  const { token } = (await send('createExplorerToken')).createExplorerToken;
  return { ask: (query, variables) => post({ query, variables }, { authorization: `Bearer ${token}` }), cookie };
}
