// A voter's device, for specs, drills and the bench; they run without a build, hence no TypeScript here.
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { createPublicKey, generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import { credentialText, paperId, sealText } from '../recount.ts';

/** As the console's: it makes a key for one ballot, has it signed unseen, and seals a vote with it. */
export class Voter {
  #suite = RSABSSA.SHA384.PSS.Randomized();
  #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #publicKey;
  #signer;
  #prepared;
  #inverse;
  #credential;

  constructor(ballotId, group, publicKey) {
    Object.assign(this, { ballotId, group });
    this.#publicKey = publicKey;
  }

  get key() {
    return this.#pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
  }

  get id() {
    return paperId({ key: this.key });
  }

  async blind() {
    const key = createPublicKey({ key: Buffer.from(this.#publicKey, 'base64url'), format: 'der', type: 'spki' });
    const spki = key.export({ format: 'der', type: 'spki' });
    const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
    this.#signer = await webcrypto.subtle.importKey('spki', spki, algorithm, true, ['verify']);
    this.#prepared = this.#suite.prepare(Buffer.from(credentialText(this.ballotId, this.group, this.key)));
    const { blindedMsg, inv } = await this.#suite.blind(this.#signer, this.#prepared);
    this.#inverse = inv;
    return Buffer.from(blindedMsg).toString('base64url');
  }

  async unblind(signature) {
    const signed = Buffer.from(signature, 'base64url');
    this.#credential = await this.#suite.finalize(this.#signer, this.#prepared, signed, this.#inverse);
  }

  paper(answers) {
    return {
      group: this.group,
      key: this.key,
      prefix: Buffer.from(this.#prepared.subarray(0, 32)).toString('base64url'),
      credential: Buffer.from(this.#credential).toString('base64url'),
      answers,
      seal: this.#seal(answers),
    };
  }

  #seal(answers) {
    const key = { key: this.#pair.privateKey, dsaEncoding: 'ieee-p1363' };
    return sign('sha256', Buffer.from(sealText(this.ballotId, answers)), key).toString('base64url');
  }
}
