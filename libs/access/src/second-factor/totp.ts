import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands (RFC 6238). */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const issuer = 'Dangwu 党务';
/** Steps a clock may be off in either direction. */
const window = 1;

/** 160 random bits in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ ...shape, issuer, label, secret: Secret.fromBase32(secret) });

/** What the square code holds; an app that reads it shows issuer and user name. */
export const totpAddress = (secret: string, username: string): string => totp(secret, username).toString();

/** The number of the time step whose code this is, if it is one of now, the step before or the one after. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window });
  return delta === null ? null : TOTP.counter({ period: shape.period, timestamp: now.getTime() }) + delta;
}

/** The code of a moment: for the demo's accounts and for tests. */
export const totpCode = (secret: string, at: Date): string => totp(secret).generate({ timestamp: at.getTime() });
