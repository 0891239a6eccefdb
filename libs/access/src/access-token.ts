import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * What a token looks like: `dw_live_` or, for a sandbox, `dw_test_`; 256 random bits; a checksum. The prefix lets secret
 * scanners find one that leaked; the checksum turns what only resembles one away without asking the database.
 */
const form = /^(dw_(?:live|test)_[\w-]{43})([\da-f]{8})$/;

export function newAccessToken(kind: 'LIVE' | 'SANDBOX'): string {
  const body = `dw_${kind === 'LIVE' ? 'live' : 'test'}_${randomBytes(32).toString('base64url')}`;
  return body + checksum(body);
}

/** Whether it may be a token at all. */
export function looksLikeToken(text: string): boolean {
  const [, body, sum] = form.exec(text) ?? [];
  return body !== undefined && sum === checksum(body);
}

const checksum = (body: string): string => crc32(body).toString(16).padStart(8, '0');

/** What `Authorization: Bearer …` carries; undefined when the request brings no such header. */
export function bearerOf(headers: { readonly authorization?: string | undefined }): string | undefined {
  return /^bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
}
