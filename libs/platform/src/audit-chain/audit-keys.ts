import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';

export interface AuditKey {
  readonly id: string;
  readonly private: KeyObject;
}

/** DER of an Ed25519 private key up to its 32 bytes (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The Ed25519 key that signs blocks of the audit log, outside the database: `audit-key.pem` in the data folder (mode 0600),
 * or the setting DANGWU_AUDIT_KEY. Beside it `audit-public.pem` holds every public key that ever signed here: what
 * verification trusts, and what auditors take home.
 */
@Injectable()
export class AuditKeys {
  constructor(private readonly config: Config) {}

  /** The key to sign with, made when there is none. */
  async signing(): Promise<AuditKey> {
    const key = (await this.present()) ?? (await this.make());
    await this.trust(key);
    return key;
  }

  /** Public keys by id. Empty where nothing was ever signed from this data folder. */
  async trusted(): Promise<Map<string, KeyObject>> {
    const trusted = keysIn(await this.publicPem());
    const { auditKey } = this.config;
    if (auditKey) {
      const key = createPublicKey(privateOf(auditKey));
      trusted.set(keyId(key), key);
    }
    return trusted;
  }

  /** Every public key, as PEM; for auditors and for openssl. */
  async publicPem(): Promise<string> {
    return (await content(this.file('audit-public.pem'))) ?? '';
  }

  /** Signs by a new key from now on; the old one stays trusted for what it signed. @returns the new key's id */
  async renew(): Promise<string> {
    if (this.config.auditKey) throw new Error('The key comes from DANGWU_AUDIT_KEY: set another one there');
    await this.signing();
    const key = await this.make();
    await this.trust(key);
    return key.id;
  }

  private async present(): Promise<AuditKey | null> {
    const { auditKey } = this.config;
    if (auditKey) return withId(privateOf(auditKey));
    const pem = await content(this.file('audit-key.pem'));
    return pem === null ? null : withId(createPrivateKey(pem));
  }

  private async make(): Promise<AuditKey> {
    const { privateKey } = generateKeyPairSync('ed25519');
    await this.write('audit-key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
    return withId(privateKey);
  }

  private async trust({ id, private: key }: AuditKey): Promise<void> {
    const pem = await this.publicPem();
    if (keysIn(pem).has(id)) return;
    const own = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    await this.write('audit-public.pem', `${pem}${own}`, 0o644);
  }

  private file(name: string): string {
    return path.join(this.config.dataDir, name);
  }

  private async write(name: string, text: string, mode: number): Promise<void> {
    await mkdir(this.config.dataDir, { recursive: true });
    const temporary = `${this.file(name)}.${process.pid}`;
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, this.file(name));
  }
}

/** The public keys of a PEM file, by id. @throws Error when it holds something else */
export function keysIn(pem: string): Map<string, KeyObject> {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return new Map(blocks.map((block) => createPublicKey(block)).map((key) => [keyId(key), key]));
}

/** The first 16 digits of the SHA-256 of the public key: short enough to be read aloud. */
const keyId = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

const withId = (key: KeyObject): AuditKey => ({ id: keyId(createPublicKey(key)), private: key });

const privateOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });

async function content(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
