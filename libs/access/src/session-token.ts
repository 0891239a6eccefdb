import { createHash, randomBytes } from 'node:crypto';

/** What the cookie holds: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database holds of it. A fast hash will do: there is nothing to guess in 256 random bits. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
