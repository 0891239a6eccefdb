import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** The column a value belongs to; a value moved to another row or column no longer opens. */
export interface Field {
  readonly table: string;
  readonly column: string;
}

const version = 1;
const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM: version byte, nonce, ciphertext, tag. */
export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when it was sealed with another key or context, or was changed */
export function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength)
    throw new Error('Not a value sealed by this system');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength, -tagLength)), decipher.final()]);
}

export const contextOf = ({ table, column }: Field, personId: string): string => `${table}.${column}.${personId}`;

/** Equal values of one column give equal marks, so that equality can be searched without opening anything. */
export function blindMark(key: Buffer, { table, column }: Field, value: string): Buffer {
  return createHmac('sha256', key)
    .update(`${table}.${column}\0${value.normalize('NFKC').trim()}`)
    .digest();
}

/** Names a key without telling it. */
export const keyId = (key: Buffer): string =>
  createHash('sha256').update('dangwu master key\0').update(key).digest('hex').slice(0, 16);
