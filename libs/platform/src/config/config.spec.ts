import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Config } from './config';
import { ConfigError, type Environment } from './setting-reader';

const minimal = { DATABASE_URL: 'postgres://dangwu:secret-word@db/dangwu' };

function problemsOf(environment: Environment): readonly string[] {
  try {
    new Config(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('needs only the database and fills in the rest', () => {
  const config = new Config({ ...minimal, PORT: '', HOST: ' 0.0.0.0 ', STATEMENT_TIMEOUT: '1500ms' });
  expect(config).toMatchObject({ port: 3000, host: '0.0.0.0', statementTimeout: 1500, sessionIdle: 30 * 60_000 });
  expect(config.databaseReaderUrl).toBe(minimal.DATABASE_URL);
  expect(config.publicUrl).toBe('http://0.0.0.0:3000');
  expect(config.secure).toBe(false);
  expect(new Config({ ...minimal, PUBLIC_URL: 'https://dangwu.example.org/' })).toMatchObject({
    secure: true,
    publicUrl: 'https://dangwu.example.org',
  });
});

it('names every wrong setting at once, with what is expected', () => {
  const problems = problemsOf({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    SESSION_IDLE: 'half an hour',
    DEVELOPMENT_INBOX: 'maybe',
    DANGWU_MASTER_KEY: 'too short',
    AUDIT_MAIL_TO: 'auditor@example.org, nobody',
    FILES_URL: 's3://store/bucket',
  });
  expect(problems).toEqual([
    'DATABASE_URL is not set; it must be an address that begins with postgres:// or postgresql://',
    'PORT must be a whole number from 0 to 65535, but is "70000"',
    'FILES_URL names an S3 store, so FILES_ACCESS_KEY and FILES_SECRET_KEY must be set',
    'DANGWU_MASTER_KEY must be 32 random bytes in base64 or hexadecimal: openssl rand -base64 32',
    'AUDIT_MAIL_TO must be mail addresses separated by commas',
    'DEVELOPMENT_INBOX must be true or false, but is "maybe"',
    'SESSION_IDLE must be a length of time such as 500ms, 10s, 30m or 12h, but is "half an hour"',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is "loud"',
  ]);
});

it('takes a provider of single sign-on whole or not at all, and clear text on this machine alone', () => {
  const provider = { ...minimal, OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'dangwu' };
  expect(new Config(minimal).singleSignOn).toBeNull();
  expect(new Config(provider).singleSignOn).toMatchObject({
    issuer: 'https://id.example.org',
    clientId: 'dangwu',
    clientSecret: null,
    scope: 'openid profile',
  });
  expect(new Config({ ...provider, OIDC_ISSUER: 'http://127.0.0.1:4000' }).singleSignOn).not.toBeNull();
  expect(problemsOf({ ...minimal, OIDC_CLIENT_ID: 'dangwu' })).toEqual([
    'OIDC_CLIENT_ID is set, so OIDC_ISSUER must be set too',
  ]);
  expect(problemsOf({ ...minimal, OIDC_ISSUER: 'http://id.example.org', OIDC_SCOPE: 'profile' })).toEqual([
    'OIDC_ISSUER must begin with https://; http:// is for a provider on this machine alone',
    'OIDC_SCOPE must name openid',
    'OIDC_CLIENT_ID must be set, since OIDC_ISSUER is',
  ]);
  expect(problemsOf({ ...provider, OIDC_ISSUER: 'id.example.org' })).toEqual([
    'OIDC_ISSUER must be an address that begins with https:// or http://',
  ]);
});

it('never repeats a password', () => {
  expect(problemsOf({ DATABASE_URL: 'mysql://root:secret-word@db/x' }).join()).not.toContain('secret-word');
});

it('has every setting in .env.example and no other', () => {
  const example = readFileSync(path.resolve(import.meta.dirname, '../../../../.env.example'), 'utf8');
  const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  expect([...named].sort()).toEqual([...new Config(minimal).names].sort());
});
