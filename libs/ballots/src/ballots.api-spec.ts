import { newId } from '@dangwu/platform/ids';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ballots } from './ballots';
import { NamedVotes } from './named-votes';
import { canonical, recount, type Paper } from './recount';
import { BallotBox } from './trial/ballot-box';

describe('ballots', () => {
  let box: BallotBox;
  beforeAll(async () => {
    box = await BallotBox.begin();
  });
  afterAll(() => box.end());

  it('counts a secret ballot that everybody can recount and find their own paper in', async () => {
    const { id, voters } = await box.casting(12);
    const choices = voters.map((_, n) => (n < 7 ? 'FOR' : n < 10 ? 'AGAINST' : 'ABSTAIN'));
    for (const [n, voter] of voters.entries()) {
      const { id: receipt } = await box.send(id, voter.paper({ motion: choices[n]! }));
      expect(receipt).toBe(voter.id);
    }
    const { papers, counts, published, publishedHash } = await box.close(id);
    expect([papers, counts]).toEqual([12, { motion: { MEMBERS: { FOR: 7, AGAINST: 3, ABSTAIN: 2 } } }]);
    // as a stranger reads it: from the text alone
    const text = canonical(published);
    expect(createHash('sha256').update(text).digest('hex')).toBe(publishedHash);
    const list = JSON.parse(text) as NonNullable<typeof published>;
    expect(recount(list)).toEqual({ counts, faults: [] });
    for (const [n, voter] of voters.entries())
      expect(list.papers.find(({ key }) => key === voter.key)?.answers).toEqual({ motion: choices[n] });
    expect(recounted(list, publishedHash!)).toEqual({
      status: 0,
      said: expect.stringMatching(/12 papers, 12 credentials issued[^]+同意: 7\n[^]+, as given/),
    });
    const [first, ...rest] = list.papers as [Paper, ...Paper[]];
    const other = first.answers['motion'] === 'FOR' ? 'AGAINST' : 'FOR';
    const altered = { ...list, papers: [{ ...first, answers: { motion: other } }, ...rest] };
    expect(recount(altered).faults.map(({ fault }) => fault)).toEqual(['SEAL_FALSE']);
    const missing = { ...list, papers: list.papers.slice(1) };
    expect(recounted(missing, publishedHash!)).toEqual({ status: 1, said: expect.stringContaining(', not ') });
    const twice = { ...list, papers: [list.papers[0]!, ...list.papers] };
    expect(recounted(twice, publishedHash!)).toEqual({ status: 1, said: expect.stringContaining('TWICE') });
  });

  it('gives a lost answer again, and nobody a second credential', async () => {
    const { id } = await box.open('SECRET');
    const voter = await box.device(id);
    const blinded = await voter.blind();
    const signature = await box.issue(id, box.accounts[0]!, blinded);
    expect(await box.issue(id, box.accounts[0]!, blinded)).toBe(signature);
    await expect(box.issue(id, box.accounts[0]!, await (await box.device(id)).blind())).rejects.toMatchObject({
      reason: 'CREDENTIAL_GIVEN',
    });
    const stranger = await box.world.account('COMMITTEE_MEMBER', box.world.root);
    await expect(box.issue(id, stranger.accountId, blinded)).rejects.toMatchObject({ reason: 'NOT_A_VOTER' });
    for (const wrong of ['', 'AAAA', Buffer.alloc(384, 0xff).toString('base64url')])
      await expect(box.issue(id, box.accounts[1]!, wrong)).rejects.toMatchObject({ reason: 'BLINDED_UNREADABLE' });
    await expect(box.beginCasting(id)).rejects.toMatchObject({ reason: 'TOO_FEW_FOR_SECRECY', params: { issued: 1 } });
  });

  it('is one person, one vote, whoever tries fifty times at once', async () => {
    const { id } = await box.open('SECRET');
    const others = [await box.credentialed(id, box.accounts[1]!), await box.credentialed(id, box.accounts[2]!)];
    const tries = await Promise.all(Array.from({ length: 50 }, () => box.device(id)));
    const blinded = await Promise.all(tries.map((voter) => voter.blind()));
    const issued = await Promise.allSettled(blinded.map((message) => box.issue(id, box.accounts[0]!, message)));
    const won = issued.flatMap((one, n) => (one.status === 'fulfilled' ? [{ n, signature: one.value }] : []));
    expect(won).toHaveLength(1);
    const refusals = issued.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { reason: string }).reason] : [],
    );
    expect(new Set(refusals)).toEqual(new Set(['CREDENTIAL_GIVEN']));
    const voter = tries[won[0]!.n]!;
    await voter.unblind(won[0]!.signature);
    await box.beginCasting(id);

    const options = ['FOR', 'AGAINST', 'ABSTAIN'];
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, n) => box.send(id, voter.paper({ motion: options[n % 3]! }))),
    );
    const taken = sent.flatMap(({ id: receipt }, n) => (receipt ? [options[n % 3]] : []));
    expect(new Set(taken).size).toBe(1);
    expect(new Set(sent.flatMap(({ reason }) => reason ?? []))).toEqual(new Set(['PAPER_DIFFERS']));
    for (const other of others) await box.send(id, other.paper({ motion: 'ABSTAIN' }));
    const { papers, counts } = await box.close(id);
    expect(papers).toBe(3);
    expect(counts['motion']!['MEMBERS']![taken[0]!]).toBe(taken[0] === 'ABSTAIN' ? 3 : 1);
  });

  it('takes papers only while casting, and only true ones', async () => {
    const early = await box.open('SECRET');
    const waiting = [];
    for (const account of box.accounts.slice(0, 3)) waiting.push(await box.credentialed(early.id, account));
    const paper = waiting[0]!.paper({ motion: 'FOR' });
    expect((await box.send(early.id, paper)).reason).toBe('BALLOT_NOT_CASTING');

    const { id, voters } = await box.casting();
    const [first, second] = voters.map((voter) => voter.paper({ motion: 'FOR' })) as [Paper, Paper];
    const wrong: [object, string][] = [
      [{ ...first, answers: { motion: 'AGAINST' } }, 'PAPER_FALSE'],
      [{ ...first, answers: { motion: 'MAYBE' } }, 'PAPER_FALSE'],
      [{ ...first, answers: {} }, 'PAPER_FALSE'],
      [{ ...first, answers: { motion: 'FOR', also: 'FOR' } }, 'PAPER_FALSE'],
      [{ ...first, credential: second.credential }, 'PAPER_FALSE'],
      [{ ...first, prefix: second.prefix }, 'PAPER_FALSE'],
      [{ ...first, prefix: '' }, 'PAPER_FALSE'],
      [{ ...first, key: Buffer.alloc(91, 7).toString('base64url') }, 'PAPER_FALSE'],
      [{ ...first, key: 'AAAA' }, 'PAPER_FALSE'],
      [{ ...first, group: 'OTHERS' }, 'PAPER_FALSE'],
      [paper, 'PAPER_FALSE'],
      [{}, 'PAPER_UNREADABLE'],
      [{ ...first, answers: ['FOR'] }, 'PAPER_UNREADABLE'],
      [{ ...first, seal: 'A'.repeat(1001) }, 'PAPER_UNREADABLE'],
    ];
    for (const [sent, reason] of wrong) expect([sent, (await box.send(id, sent)).reason]).toEqual([sent, reason]);
    expect((await box.send(newId(), first)).reason).toBe('PAPER_FALSE');
    expect((await box.send(id, { ...first, ballot: 'x' })).reason).toBe('MALFORMED_ID');
    expect((await box.send(id, first)).id).toBe(voters[0]!.id);
    expect((await box.send(id, first)).id).toBe(voters[0]!.id);
    expect((await box.close(id)).papers).toBe(1);
    expect((await box.send(id, second)).reason).toBe('BALLOT_OVER');
    await expect(box.issue(id, box.accounts[5]!, await voters[0]!.blind())).rejects.toMatchObject({
      reason: 'BALLOT_NOT_ISSUING',
    });

    await box.world.write((tx) => box.world.app.get(Ballots).giveUp(tx, early.id, '领票人数不足'));
    expect((await box.send(early.id, paper)).reason).toBe('BALLOT_OVER');
    await expect(box.close(early.id)).rejects.toMatchObject({ reason: 'BALLOT_STATE' });
  });

  it('takes votes by name in the open', async () => {
    const { id } = await box.open('OPEN');
    const votes = box.world.app.get(NamedVotes);
    const vote = (n: number, motion: string) =>
      box.world.write((tx) => votes.cast(tx, id, box.accounts[n]!, { motion }));
    await vote(0, 'FOR');
    await vote(0, 'FOR');
    await vote(1, 'ABSTAIN');
    await expect(vote(0, 'AGAINST')).rejects.toMatchObject({ reason: 'VOTED_ALREADY' });
    await expect(vote(2, 'MAYBE')).rejects.toMatchObject({ reason: 'PAPER_FALSE' });
    const stranger = await box.world.account('COMMITTEE_MEMBER', box.world.root);
    await expect(
      box.world.write((tx) => votes.cast(tx, id, stranger.accountId, { motion: 'FOR' })),
    ).rejects.toMatchObject({
      reason: 'NOT_A_VOTER',
    });
    expect(await box.close(id)).toEqual({
      papers: 2,
      counts: { motion: { MEMBERS: { FOR: 1, AGAINST: 0, ABSTAIN: 1 } } },
      published: null,
      publishedHash: null,
    });
    await expect(vote(2, 'FOR')).rejects.toMatchObject({ reason: 'BALLOT_OVER' });
    const secret = await box.open('SECRET');
    await expect(
      box.world.write((tx) => votes.cast(tx, secret.id, box.accounts[0]!, { motion: 'FOR' })),
    ).rejects.toMatchObject({ reason: 'BALLOT_NOT_OPEN' });
  });

  /** What `npm run recount` says of a list. */
  function recounted(list: object, hash: string): { status: number | null; said: string } {
    const file = path.join(box.world.config.dataDir, 'ballot.json');
    writeFileSync(file, JSON.stringify(list, null, 2));
    const tool = path.resolve(import.meta.dirname, '../../../tools/recount-ballot.mjs');
    const { status, stdout } = spawnSync(process.execPath, [tool, file, hash], { encoding: 'utf8' });
    return { status, said: stdout };
  }
});
