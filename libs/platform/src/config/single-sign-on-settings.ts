import type { SettingReader } from './setting-reader';

/** The one provider of single sign-on (OpenID Connect). */
export interface SingleSignOnSettings {
  /** exactly as the provider names itself */
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, which proves itself by PKCE alone */
  readonly clientSecret: string | null;
  readonly scope: string;
  readonly name: { readonly zh: string; readonly en: string };
}

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** Null when no provider is named. What is named must be complete. */
export function readSingleSignOn(read: SettingReader): SingleSignOnSettings | null {
  const issuer = read.optionalUrl('OIDC_ISSUER', ['https:', 'http:']);
  const clientId = read.optional('OIDC_CLIENT_ID');
  const clientSecret = read.optional('OIDC_CLIENT_SECRET');
  const scope = read.text('OIDC_SCOPE', 'openid profile');
  const name = { zh: read.text('OIDC_NAME_ZH', '单位统一身份'), en: read.text('OIDC_NAME_EN', 'your organization') };
  if (!issuer) {
    if (clientId && issuer === null) read.wrong('OIDC_CLIENT_ID', 'is set, so OIDC_ISSUER must be set too', null);
    return null;
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol === 'http:' && !loopback.test(hostname))
    read.wrong('OIDC_ISSUER', 'must begin with https://; http:// is for a provider on this machine alone', null);
  if (!scope.split(' ').includes('openid')) read.wrong('OIDC_SCOPE', 'must name openid', null);
  if (!clientId) return read.wrong('OIDC_CLIENT_ID', 'must be set, since OIDC_ISSUER is', null);
  return { issuer, clientId, clientSecret, scope, name };
}
