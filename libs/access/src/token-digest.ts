import { MasterKeys } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import { createHmac, hkdfSync } from 'node:crypto';

/** A rotation of the master key ends the tokens made before it, within this time in every process. */
const keyKeptFor = 30_000;

/** What the database knows a token by: its HMAC under a key that is not in the database. */
@Injectable()
export class TokenDigest {
  private key: { readonly bytes: Buffer; readonly until: number } | null = null;

  constructor(private readonly masterKeys: MasterKeys) {}

  async of(token: string): Promise<Buffer> {
    const now = performance.now();
    if (!this.key || this.key.until < now) {
      const master = await this.masterKeys.current();
      const bytes = Buffer.from(hkdfSync('sha256', master.key, '', 'dangwu access tokens', 32));
      this.key = { bytes, until: now + keyKeptFor };
    }
    return createHmac('sha256', this.key.bytes).update(token).digest();
  }
}
