import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { systemScope } from '../database';
import { newId } from '../ids';
import { keysIn } from './audit-keys';
import { ChainBroken } from './seal';
import { ChainTrial } from './trial/chain-trial';
import { verifyArchive } from './verify-archive';

let trial: ChainTrial;
beforeEach(async () => (trial = await ChainTrial.create()));
afterEach(() => trial.scratch.drop());

describe('sealing', () => {
  it('puts finished transactions into blocks that verify, and says what is not sealed yet', async () => {
    await trial.sealedChain();
    await trial.event();
    const result = await trial.verifier.verify();
    expect(result).toMatchObject({ ok: true, events: 45, findings: [], unsealed: { events: 1 } });
    expect(result.blocks).toBe(8); // a transaction is never divided: six events each, where eight would go in
    expect(result.head).toMatchObject({ number: 8, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(Date.parse(result.unsealed.since!)).toBeGreaterThan(Date.now() - 60_000);
    expect(await trial.seal()).toEqual({ blocks: 1, events: 1 });
    expect(await trial.seal()).toEqual({ blocks: 0, events: 0 });
  });

  it('leaves nothing out when a transaction that began early commits late', async () => {
    const early = trial.scratch.database.source.createQueryRunner();
    await early.startTransaction();
    await early.query(`select set_config('dangwu.everywhere', 'on', true)`);
    await trial.audit.record(early.manager, { action: 'signIn', subjectType: 'Account' });
    await trial.scratch.write((tx) => trial.audit.record(tx, { action: 'signOut', subjectType: 'Account' }));
    // the later one is committed, but the earlier one still runs: a sequence would have passed it over
    expect(await trial.sealer.seal()).toEqual({ blocks: 0, events: 0 });
    await early.commitTransaction();
    await early.release();
    expect(await trial.seal()).toEqual({ blocks: 1, events: 2 });
    expect(await trial.verifier.verify()).toMatchObject({ ok: true, events: 2, unsealed: { events: 0, since: null } });
  });

  it('makes one chain when two workers seal at once', async () => {
    await trial.sealedChain(6);
    for (let i = 0; i < 6; i++) await trial.event();
    await trial.settled();
    await Promise.all([trial.sealer.seal(2), trial.sealer.seal(2), trial.sealer.seal(2)]);
    expect(await trial.verifier.verify()).toMatchObject({ ok: true, events: 24 });
  });

  it('catches up with the heads outside when a worker died before it wrote them', async () => {
    await trial.sealedChain(6);
    const lines = await trial.headLines();
    await trial.writeHeads(`${lines[0]}\n{"broken off`);
    await trial.seal();
    const again = await trial.headLines();
    expect(again.filter((line) => lines.includes(line))).toEqual(lines);
    // the torn line is no head of ours, and said to be none
    expect(await trial.found()).toMatchObject({ kind: 'HEADS_UNREADABLE', event: '2' });
  });

  it('signs nothing on top of a chain whose end is not what was signed', async () => {
    await trial.sealedChain();
    await trial.enemy('delete from audit_block where number = 8', 'delete from audit_event where id > 42');
    await trial.event();
    await expect(trial.sealer.seal()).rejects.toThrow(ChainBroken);
    expect(await trial.found()).toMatchObject({ kind: 'TRUNCATED', block: 8 });
  });
});

describe('archives', () => {
  const old = (): Date => new Date(Date.now() + 3_600_000);

  it('verify by themselves and in the chain, and only the owner removes what they hold', async () => {
    await trial.sealedChain();
    const made = await trial.archives.archive(old(), 18);
    expect(made.map(({ fromBlock, toBlock }) => [fromBlock, toBlock])).toEqual([
      [1, 3],
      [4, 6],
      [7, 8],
    ]);
    expect(await trial.verifier.verify()).toMatchObject({
      ok: true,
      archivedEvents: 45,
      events: 0,
      unsealed: { events: 3 },
    });
    const { removal } = trial;
    await expect(trial.scratch.write((tx) => tx.query('delete from audit_event'))).rejects.toThrow(/permission denied/);
    expect(await removal.run()).toBe(45);
    expect(await removal.run()).toBe(0);
    // the owner cannot take what is in no archive either
    await trial.scratch.admin.query('set role dangwu_owner');
    await expect(trial.scratch.admin.query('delete from audit_event')).rejects.toThrow(/append-only/);
    expect(await trial.verifier.verify()).toMatchObject({ ok: true, archivedEvents: 45, unsealed: { events: 6 } });
    await trial.seal();
    expect(await trial.verifier.verify()).toMatchObject({ ok: true, archivedEvents: 45, events: 6, blocks: 9 });

    const trusted = keysIn(await trial.keys.publicPem());
    const file = await readFile(trial.fileOf(made[1]!));
    const alone = await verifyArchive(Readable.from([file]), trusted);
    expect(alone).toEqual({ ok: true, blocks: 3, events: 18, first: 4, last: 6, findings: [] });
    const text = gunzipSync(file).toString();
    const [event] = text.split('\n').filter((line) => line.startsWith('{"id"'));
    expect(JSON.parse(event!)).toMatchObject({ action: 'renameOrganization', subject_type: 'PartyOrganization' });
    const forged = Readable.from([gzipSync(text.replace('renameOrganization', 'moveOrganization'))]);
    expect((await verifyArchive(forged, trusted)).findings).toMatchObject([{ kind: 'ARCHIVE_CHANGED', block: 4 }]);
    const cut = Readable.from([file.subarray(0, file.length - 30)]);
    expect((await verifyArchive(cut, trusted)).ok).toBe(false);
    const stranger = keysIn(
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    expect((await verifyArchive(Readable.from([file]), stranger)).findings[0]).toMatchObject({ kind: 'KEY_UNKNOWN' });
  });

  it.each([
    [
      'an event in the file',
      (text: string) => text.replace('"reason":"第 4 次"', '"reason":"第 5 次"'),
      'EVENT_CHANGED',
    ],
    ['an event cut out of it', (text: string) => text.replace(/\{"id":"14".*\n/, ''), 'EVENT_MISSING'],
    ['its end cut off', (text: string) => text.slice(0, text.length / 2), 'ARCHIVE_CHANGED'],
  ])('are compared with the chain: %s', async (_, change, kind) => {
    await trial.sealedChain();
    const [made] = await trial.archives.archive(old());
    const file = trial.fileOf(made!);
    const text = gunzipSync(await readFile(file)).toString();
    expect(change(text)).not.toBe(text);
    await writeFile(file, gzipSync(change(text)));
    expect(await trial.found()).toMatchObject({ kind });
    await expect(trial.removal.run()).rejects.toThrow(/changed/);
  });

  it('are not made of what is broken', async () => {
    await trial.sealedChain();
    await trial.enemy(`update audit_event set action = 'x' where id = 12`);
    await expect(trial.archives.archive(old())).rejects.toThrow(/Event 12 of block 2/);
  });
});

describe('keys', () => {
  it('can be renewed: what the old one signed stays good', async () => {
    await trial.sealedChain(3);
    const renewed = await trial.keys.renew();
    await trial.event();
    await trial.seal();
    const ids = await trial.query('select distinct key_id from audit_block');
    expect(ids).toHaveLength(2);
    expect((await trial.keys.signing()).id).toBe(renewed);
    expect(await trial.verifier.verify()).toMatchObject({ ok: true });
  });
});

describe('a loss', () => {
  it('can be accepted with a reason, which every verification then shows', async () => {
    await trial.sealedChain();
    const { resume } = trial;
    await expect(resume.resume('演练')).rejects.toThrow(/nothing to resume/);
    const lost = (await trial.headLines())[7]!;
    // as a restore to a day before block 8 leaves it
    await trial.enemy('delete from audit_block where number = 8', 'delete from audit_event where id > 42');
    await resume.resume('恢复到 9 月 17 日的备份');
    await trial.seal();
    const result = await trial.verifier.verify({ heads: lost });
    expect(result).toMatchObject({ ok: true, blocks: 8 });
    expect(result.resumptions).toMatchObject([{ after: 7, lost: 8, reason: '恢复到 9 月 17 日的备份' }]);
  });
});

it('sees events of every association, and those of none', async () => {
  await trial.scratch.database.transaction(systemScope(null), async (tx) => {
    await tx.query(`insert into association (id, name, kind) values ($1, '另一个', 'LIVE')`, [newId()]);
    await trial.audit.record(tx, { action: 'signInRefused', subjectType: 'Account' });
  });
  await trial.event();
  await trial.seal();
  expect(await trial.verifier.verify()).toMatchObject({ ok: true, events: 2 });
});
