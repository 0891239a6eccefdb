import { base64url, fromBase64url, utf8, type Bytes } from './bytes';
import { credentialText, sealText, type Answers, type Paper } from './paper';

// Arithmetic of blind signatures, and nothing else, comes from the library; it is fetched when somebody votes secretly.
const suite = async () => (await import('@cloudflare/blindrsa-ts')).RSABSSA.SHA384.PSS.Randomized();

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** What a device keeps from the moment it asks for a credential until its vote is in. */
export interface Ticket {
  readonly ballotId: string;
  readonly group: string;
  /** of the association, for this ballot and group: RSA, SPKI, base64url */
  readonly publicKey: string;
  /** of the device, base64url */
  readonly key: string;
  /** it can sign here and cannot be read, not even by this page */
  readonly privateKey: CryptoKey;
  readonly prepared: Bytes;
  /** undoes the blinding; it never leaves the device */
  readonly inverse: Bytes;
  /** what is sent to be signed */
  readonly blinded: string;
  readonly credential: string | null;
}

/** A key of its own for one ballot, and the request to sign it unseen (RFC 9474). */
export async function makeTicket(ballotId: string, group: string, publicKey: string): Promise<Ticket> {
  const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  const key = base64url(await crypto.subtle.exportKey('spki', pair.publicKey));
  const blind = await suite();
  const prepared = new Uint8Array(blind.prepare(utf8(credentialText(ballotId, group, key))));
  const { blindedMsg, inv } = await blind.blind(await signerOf(publicKey), prepared);
  return {
    ballotId,
    group,
    publicKey,
    key,
    privateKey: pair.privateKey,
    prepared,
    inverse: new Uint8Array(inv),
    blinded: base64url(blindedMsg),
    credential: null,
  };
}

/** Takes the blinding off. @throws when the association signed something else */
export async function withCredential(ticket: Ticket, signature: string): Promise<Ticket> {
  const { publicKey, prepared, inverse } = ticket;
  const blind = await suite();
  const credential = await blind.finalize(
    await signerOf(publicKey),
    prepared,
    fromBase64url(signature),
    new Uint8Array(inverse),
  );
  return { ...ticket, credential: base64url(credential) };
}

/** A vote, sealed. Made once: two papers with one key and other answers are refused. */
export async function sealed(ticket: Ticket, answers: Answers): Promise<Paper> {
  const { ballotId, group, key, prepared, credential, privateKey } = ticket;
  if (!credential) throw new Error('There is no vote without a credential');
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  const seal = await crypto.subtle.sign(how, privateKey, utf8(sealText(ballotId, answers)));
  return { group, key, prefix: base64url(prepared.subarray(0, 32)), credential, answers, seal: base64url(seal) };
}

// the library asks for a key that it can take apart
const signerOf = (publicKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', fromBase64url(publicKey), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
