import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { createPublicKey, generateKeyPairSync, sign, webcrypto, type KeyObject } from 'node:crypto';
import { credentialText, paperId, sealText, type Answers, type Paper } from '../recount';

type BlindPublicKey = Parameters<ReturnType<typeof RSABSSA.SHA384.PSS.Randomized>['blind']>[0];

/** A voter's device, as the console's: it makes a key for one ballot, has it signed unseen, and seals a vote with it. */
export class Voter {
  private readonly suite = RSABSSA.SHA384.PSS.Randomized();
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private signer!: BlindPublicKey;
  private prepared!: Uint8Array;
  private inverse!: Uint8Array;
  private credential!: Uint8Array;

  constructor(
    readonly ballotId: string,
    readonly group: string,
    private readonly publicKey: string,
  ) {}

  get key(): string {
    return der(this.pair.publicKey);
  }

  get id(): string {
    return paperId({ key: this.key });
  }

  /** @returns what is sent to be signed, base64url */
  async blind(): Promise<string> {
    const key = createPublicKey({ key: Buffer.from(this.publicKey, 'base64url'), format: 'der', type: 'spki' });
    const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
    const spki = key.export({ format: 'der', type: 'spki' });
    this.signer = (await webcrypto.subtle.importKey('spki', spki, algorithm, true, ['verify'])) as BlindPublicKey;
    this.prepared = this.suite.prepare(Buffer.from(credentialText(this.ballotId, this.group, this.key)));
    const { blindedMsg, inv } = await this.suite.blind(this.signer, this.prepared);
    this.inverse = inv;
    return Buffer.from(blindedMsg).toString('base64url');
  }

  async unblind(signature: string): Promise<void> {
    const signed = Buffer.from(signature, 'base64url');
    this.credential = await this.suite.finalize(this.signer, this.prepared, signed, this.inverse);
  }

  paper(answers: Answers): Paper {
    return {
      group: this.group,
      key: this.key,
      prefix: Buffer.from(this.prepared.subarray(0, 32)).toString('base64url'),
      credential: Buffer.from(this.credential).toString('base64url'),
      answers,
      seal: this.seal(answers),
    };
  }

  private seal(answers: Answers): string {
    const key = { key: this.pair.privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return sign('sha256', Buffer.from(sealText(this.ballotId, answers)), key).toString('base64url');
  }
}

const der = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64url');
