import { spawnSync } from 'node:child_process';
import { constants, generateKeyPairSync, privateDecrypt, randomUUID, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeTicket, sealed, withCredential, type Ticket } from './device';
import { paperId, type Paper } from './paper';
import { recount, type PublishedBallot } from './recount';

const ballotId = randomUUID();
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
const signer = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');

/** The association's part: the RSA operation on what it cannot read. */
const sign = (blinded: string, key: KeyObject = privateKey): string =>
  privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(blinded, 'base64url')).toString('base64url');

const ticket = async (): Promise<Ticket> => {
  const asked = await makeTicket(ballotId, 'MEMBERS', signer);
  return withCredential(asked, sign(asked.blinded));
};

const options = ['FOR', 'AGAINST', 'ABSTAIN'].map((key) => ({ key, title: key }));

async function published(choices: readonly string[]): Promise<PublishedBallot> {
  const papers = await Promise.all(choices.map(async (motion) => sealed(await ticket(), { motion })));
  const ids = new Map(await Promise.all(papers.map(async (paper) => [paper, await paperId(paper.key)] as const)));
  return {
    format: 'dangwu-ballot/1',
    id: ballotId,
    title: '人选',
    questions: [{ key: 'motion', title: '是否同意', options }],
    groups: [{ key: 'MEMBERS', weight: '1.00', publicKey: signer, issued: choices.length }],
    papers: papers.sort((a, b) => (ids.get(a)! < ids.get(b)! ? -1 : 1)),
  };
}

/** What a stranger's recount says of the same list, which knows nothing of this page. */
function recountedElsewhere(ballot: PublishedBallot, hash: string): { status: number | null; said: string } {
  const directory = mkdtempSync(path.join(tmpdir(), 'dangwu-list-'));
  const file = path.join(directory, 'list.json');
  writeFileSync(file, JSON.stringify(ballot));
  const tool = path.resolve(import.meta.dirname, '../../../../../tools/recount-ballot.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, file, hash], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  return { status, said: stdout + stderr };
}

describe('a secret vote on the device', () => {
  let ballot: PublishedBallot;
  beforeAll(async () => {
    ballot = await published(['FOR', 'FOR', 'AGAINST', 'ABSTAIN']);
  });

  it('makes papers that both recounts take, with one hash', async () => {
    const { counts, faults, ids, hash } = await recount(ballot);
    expect(counts).toEqual({ motion: { FOR: 2, AGAINST: 1, ABSTAIN: 1 } });
    expect([faults, ids.length, new Set(ids).size]).toEqual([[], 4, 4]);
    const { status, said } = recountedElsewhere(ballot, hash);
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(/FOR: 2[^]*, as given/) });
  });

  type Meddle = (papers: readonly Paper[]) => readonly Paper[];
  const inFirst =
    (change: (paper: Paper) => Partial<Paper>): Meddle =>
    ([first, ...rest]) => [{ ...first!, ...change(first!) }, ...rest];
  const other = ({ answers }: Paper) => ({ motion: answers['motion'] === 'FOR' ? 'AGAINST' : 'FOR' });
  it.each<[string, Meddle]>([
    ['SEAL_FALSE', inFirst((paper) => ({ answers: other(paper) }))],
    ['CREDENTIAL_FALSE', inFirst(() => ({ prefix: Buffer.alloc(32).toString('base64url') }))],
    ['UNKNOWN_GROUP', inFirst(() => ({ group: 'OTHERS' }))],
    ['ANSWERS_WRONG', inFirst(() => ({ answers: { motion: 'MAYBE' } }))],
    ['TWICE', ([first, ...rest]) => [first!, first!, ...rest]],
    ['ORDER_WRONG', ([first, second, ...rest]) => [second!, first!, ...rest]],
  ])('finds %s in a list that was meddled with, as a stranger does', async (fault, meddle) => {
    const meddled = { ...ballot, papers: meddle(ballot.papers) };
    const found = await recount(meddled);
    expect(found.faults.map((each) => each.fault)).toEqual([fault]);
    const { status, said } = recountedElsewhere(meddled, found.hash);
    expect({ status, said }).toEqual({
      status: 1,
      said: expect.stringContaining(`✗ ${found.faults[0]!.paper} ${fault}`),
    });
  });

  it('finds more papers than credentials', async () => {
    const [group] = ballot.groups;
    const found = await recount({ ...ballot, groups: [{ ...group!, issued: 3 }] });
    expect(found.faults.map(({ fault }) => fault)).toEqual(['MORE_THAN_ISSUED']);
  });

  it('does not take the signature of another key for a credential', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 3072 });
    const asked = await makeTicket(ballotId, 'MEMBERS', signer);
    const modulus = BigInt(`0x${Buffer.from(asked.blinded, 'base64url').toString('hex')}`) >> 8n;
    const small = Buffer.from(modulus.toString(16).padStart(768, '0'), 'hex').toString('base64url');
    await expect(withCredential(asked, sign(small, other.privateKey))).rejects.toThrow('invalid signature');
  });

  it('keeps a key that nobody can read out, and sends nothing that undoes the blinding', async () => {
    const asked = await makeTicket(ballotId, 'MEMBERS', signer);
    expect(asked.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', asked.privateKey)).rejects.toThrow();
    const again = await makeTicket(ballotId, 'MEMBERS', signer);
    expect(again.blinded).not.toBe(asked.blinded);
    await expect(sealed(asked, { motion: 'FOR' })).rejects.toThrow('without a credential');
  });
});
