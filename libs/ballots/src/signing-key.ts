import { constants, createPrivateKey, generateKeyPair, privateDecrypt, publicEncrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** NIST SP 800-57: good beyond 2030. */
const bits = 3072;
/** A blinded message and a signature of it. */
export const signatureBytes = bits / 8;

export interface SigningKey {
  /** SPKI, base64url */
  readonly publicKey: string;
  /** PKCS 8 */
  readonly privateKey: Buffer;
}

/** A key for one group of one ballot. */
export async function makeSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

/**
 * RFC 9474, BlindSign: the RSA operation on what the voter blinded. It is checked afterwards, as a faulty computation
 * would give the key away.
 * @returns null when the number is not below the modulus
 */
export function signBlindly(privateKey: Buffer, blinded: Buffer): Buffer | null {
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
  const raw = { key, padding: constants.RSA_NO_PADDING };
  let signature: Buffer;
  try {
    signature = privateDecrypt(raw, blinded);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_OSSL_RSA_DATA_TOO_LARGE_FOR_MODULUS') return null;
    throw error;
  }
  if (!publicEncrypt(raw, signature).equals(blinded)) throw new Error('A blind signature came out wrong');
  return signature;
}

/** What a signing key is sealed for: one that is moved to another row no longer opens. */
export const keyContext = (ballotId: string, group: string): string => `ballot_group.${ballotId}.${group}`;
