import { systemScope } from '@dangwu/platform/database';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { BallotEntity, BallotGroupEntity, BallotPaperEntity } from './ballot.entity';
import { Ballots } from './ballots';
import { Credentials } from './credentials';
import { NamedVotes } from './named-votes';
import { canonical, recount, type Paper, type Question } from './recount';
import { Voter } from './trial/voter';

const questions: Question[] = [
  {
    key: 'motion',
    title: '同意提交理事会审议',
    options: [
      { key: 'FOR', title: '同意' },
      { key: 'AGAINST', title: '不同意' },
      { key: 'ABSTAIN', title: '弃权' },
    ],
  },
];

describe('ballots', () => {
  let world: World;
  /** of the whole database, whom nothing is kept from */
  let owner: pg.Client;
  const lines: string[] = [];
  const accounts: string[] = [];

  beforeAll(async () => {
    world = await createWorld({ log: (line) => lines.push(line), environment: { LOG_LEVEL: 'info' } });
    owner = new pg.Client({ connectionString: world.config.databaseUrl });
    await owner.connect();
    for (let n = 0; n < 12; n += 1) accounts.push((await world.account('COMMITTEE_MEMBER', world.root)).accountId);
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  const open = (secrecy: 'SECRET' | 'OPEN', voters = accounts): Promise<BallotEntity> =>
    world.write((tx) =>
      world.app.get(Ballots).open(tx, {
        associationId: world.associationId,
        organizationId: localId('PartyOrganization', world.root.id),
        subjectType: 'Matter',
        subjectId: newId(),
        title: '关于设立专项基金的请示',
        secrecy,
        questions,
        groups: [{ key: 'MEMBERS', weight: '1' }],
        voters: voters.map((accountId) => ({ accountId, group: 'MEMBERS' })),
      }),
    );

  const issue = (ballotId: string, accountId: string, blinded: string): Promise<string> =>
    world.write((tx) => world.app.get(Credentials).issue(tx, ballotId, accountId, blinded));

  const device = async (ballotId: string): Promise<Voter> => {
    const { publicKey } = await world.write((tx) => tx.findOneByOrFail(BallotGroupEntity, { ballotId }));
    return new Voter(ballotId, 'MEMBERS', publicKey!);
  };

  const credentialed = async (ballotId: string, accountId: string): Promise<Voter> => {
    const voter = await device(ballotId);
    await voter.unblind(await issue(ballotId, accountId, await voter.blind()));
    return voter;
  };

  const beginCasting = (id: string) => world.write((tx) => world.app.get(Ballots).beginCasting(tx, id));
  const close = (id: string) => world.write((tx) => world.app.get(Ballots).close(tx, id));

  const send = async (ballotId: string, paper: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${world.url}/ballots/papers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ ballot: globalId('Ballot', ballotId), ...paper }),
    });
    const body = (await response.json()) as { id?: string; errors?: [{ extensions: { reason: string } }] };
    return { headers: response.headers, id: body.id, reason: body.errors?.[0].extensions.reason };
  };

  /** A secret ballot in which the first `count` accounts hold credentials and casting has begun. */
  const casting = async (count = 4): Promise<{ id: string; voters: Voter[] }> => {
    const { id } = await open('SECRET');
    const voters: Voter[] = [];
    for (const accountId of accounts.slice(0, count)) voters.push(await credentialed(id, accountId));
    await beginCasting(id);
    return { id, voters };
  };

  it('counts a secret ballot that everybody can recount and find their own paper in', async () => {
    const { id, voters } = await casting(12);
    const choices = voters.map((_, n) => (n < 7 ? 'FOR' : n < 10 ? 'AGAINST' : 'ABSTAIN'));
    for (const [n, voter] of voters.entries()) {
      const { id: receipt } = await send(id, voter.paper({ motion: choices[n]! }));
      expect(receipt).toBe(voter.id);
    }
    const { papers, counts, published, publishedHash } = await close(id);
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
    const { id } = await open('SECRET');
    const voter = await device(id);
    const blinded = await voter.blind();
    const signature = await issue(id, accounts[0]!, blinded);
    expect(await issue(id, accounts[0]!, blinded)).toBe(signature);
    await expect(issue(id, accounts[0]!, await (await device(id)).blind())).rejects.toMatchObject({
      reason: 'CREDENTIAL_GIVEN',
    });
    const stranger = await world.account('COMMITTEE_MEMBER', world.root);
    await expect(issue(id, stranger.accountId, blinded)).rejects.toMatchObject({ reason: 'NOT_A_VOTER' });
    for (const wrong of ['', 'AAAA', Buffer.alloc(384, 0xff).toString('base64url')])
      await expect(issue(id, accounts[1]!, wrong)).rejects.toMatchObject({ reason: 'BLINDED_UNREADABLE' });
    await expect(beginCasting(id)).rejects.toMatchObject({ reason: 'TOO_FEW_FOR_SECRECY', params: { issued: 1 } });
  });

  it('is one person, one vote, whoever tries fifty times at once', async () => {
    const { id } = await open('SECRET');
    const others = [await credentialed(id, accounts[1]!), await credentialed(id, accounts[2]!)];
    const tries = await Promise.all(Array.from({ length: 50 }, () => device(id)));
    const blinded = await Promise.all(tries.map((voter) => voter.blind()));
    const issued = await Promise.allSettled(blinded.map((message) => issue(id, accounts[0]!, message)));
    const won = issued.flatMap((one, n) => (one.status === 'fulfilled' ? [{ n, signature: one.value }] : []));
    expect(won).toHaveLength(1);
    const refusals = issued.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { reason: string }).reason] : [],
    );
    expect(new Set(refusals)).toEqual(new Set(['CREDENTIAL_GIVEN']));
    const voter = tries[won[0]!.n]!;
    await voter.unblind(won[0]!.signature);
    await beginCasting(id);

    const options = ['FOR', 'AGAINST', 'ABSTAIN'];
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, n) => send(id, voter.paper({ motion: options[n % 3]! }))),
    );
    const taken = sent.flatMap(({ id: receipt }, n) => (receipt ? [options[n % 3]] : []));
    expect(new Set(taken).size).toBe(1);
    expect(new Set(sent.flatMap(({ reason }) => reason ?? []))).toEqual(new Set(['PAPER_DIFFERS']));
    for (const other of others) await send(id, other.paper({ motion: 'ABSTAIN' }));
    const { papers, counts } = await close(id);
    expect(papers).toBe(3);
    expect(counts['motion']!['MEMBERS']![taken[0]!]).toBe(taken[0] === 'ABSTAIN' ? 3 : 1);
  });

  it('takes papers only while casting, and only true ones', async () => {
    const early = await open('SECRET');
    const waiting = [];
    for (const account of accounts.slice(0, 3)) waiting.push(await credentialed(early.id, account));
    const paper = waiting[0]!.paper({ motion: 'FOR' });
    expect((await send(early.id, paper)).reason).toBe('BALLOT_NOT_CASTING');

    const { id, voters } = await casting();
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
    for (const [sent, reason] of wrong) expect([sent, (await send(id, sent)).reason]).toEqual([sent, reason]);
    expect((await send(newId(), first)).reason).toBe('PAPER_FALSE');
    expect((await send(id, { ...first, ballot: 'x' })).reason).toBe('MALFORMED_ID');
    expect((await send(id, first)).id).toBe(voters[0]!.id);
    expect((await send(id, first)).id).toBe(voters[0]!.id);
    expect((await close(id)).papers).toBe(1);
    expect((await send(id, second)).reason).toBe('BALLOT_OVER');
    await expect(issue(id, accounts[5]!, await voters[0]!.blind())).rejects.toMatchObject({
      reason: 'BALLOT_NOT_ISSUING',
    });

    await world.write((tx) => world.app.get(Ballots).giveUp(tx, early.id, '领票人数不足'));
    expect((await send(early.id, paper)).reason).toBe('BALLOT_OVER');
    await expect(close(early.id)).rejects.toMatchObject({ reason: 'BALLOT_STATE' });
  });

  it('refuses a paper that comes with a name', async () => {
    const { id, voters } = await casting();
    const paper = voters[0]!.paper({ motion: 'FOR' });
    const named: Record<string, string>[] = [{ cookie: world.staff.cookie }, { authorization: 'Bearer x' }];
    for (const headers of named) expect((await send(id, paper, headers)).reason).toBe('PAPER_NAMES_CALLER');
    expect((await send(id, paper)).id).toBe(voters[0]!.id);
  });

  it('leaves nothing by which voters and votes can be joined', async () => {
    const { id, voters } = await casting(8);
    lines.length = 0;
    const from = await lastTransaction();
    const [log] = await sql<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn');
    const order = [5, 2, 7, 0, 3, 6, 1, 4];
    const answered = [];
    for (const n of order) answered.push(await send(id, voters[n]!.paper({ motion: n % 2 ? 'FOR' : 'AGAINST' })));
    const to = await lastTransaction();
    // no header that ties the request to anything
    for (const { headers } of answered)
      expect([headers.get('x-request-id'), headers.get('set-cookie')]).toEqual([null, null]);
    // no line of the log
    expect(lines).toEqual([]);
    // not by transaction: while papers came in, only papers were written, in whatever table
    expect(await writtenBetween(from, to)).toEqual({ ballot_paper: 8 });
    // not by the log of the database either
    expect(await writtenSince(log!.lsn)).toEqual(['ballot_paper']);
    // not by value: what stands on a paper stands nowhere else, what voters sent stands on no paper
    const marks = voters.flatMap((voter) => [voter.id, voter.key]);
    expect(await tablesHolding(marks)).toEqual(['ballot_paper']);
    const columns = await sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'ballot_paper' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['association_id', 'ballot_id', 'content', 'id']);
    const [sample] = await sql<{ content: Paper }>(
      `select content from ballot_paper where ballot_id = '${id}' limit 1`,
    );
    expect(Object.keys(sample!.content).sort()).toEqual(['answers', 'credential', 'group', 'key', 'prefix', 'seal']);
    // the rows lie in the order of casting; it is nobody's order of voting rights, and it goes with the count
    const { published } = await close(id);
    expect(await sql(`select from ballot_paper where ballot_id = '${id}'`)).toHaveLength(0);
    expect(await tablesHolding(marks)).toEqual(['ballot']);
    const ids = voters.map((voter) => voter.id).sort();
    expect(published!.papers.map(({ key }) => voters.find((voter) => voter.key === key)!.id)).toEqual(ids);
  });

  it('does not count what was changed behind its back', async () => {
    const { id, voters } = await casting();
    await send(id, voters[0]!.paper({ motion: 'FOR' }));
    await expect(
      world.write((tx) => tx.query(`update ballot_paper set content = '{}' where ballot_id = $1`, [id])),
    ).rejects.toThrow(/permission denied/);
    await sql(
      `update ballot_paper set content = jsonb_set(content, '{answers,motion}', '"AGAINST"') where ballot_id = '${id}'`,
    );
    await expect(close(id)).rejects.toThrow(/were changed/);
    const { state } = await world.write((tx) => tx.findOneByOrFail(BallotEntity, { id }));
    expect(state).toBe('CASTING');
    // nor may a row of a secret ballot hold what somebody voted, or a count go above what was issued
    await expect(sql(`update ballot_voter set answers = '{}' where ballot_id = '${id}'`)).rejects.toThrow(
      /ballot_voter_secret/,
    );
    await expect(
      sql(
        `update ballot set state = 'CLOSED', papers = 5, published = '{}', published_hash = repeat('0', 64) where id = '${id}'`,
      ),
    ).rejects.toThrow(/ballot_not_more_than_issued/);
  });

  it('keeps papers from those who read, and keys from those who issue no more', async () => {
    const { id, voters } = await casting();
    await send(id, voters[0]!.paper({ motion: 'FOR' }));
    await expect(world.database.reader.query('select * from ballot_paper')).rejects.toThrow(/permission denied/);
    expect(await sql(`select from ballot_group where ballot_id = '${id}' and sealed_key is not null`)).toHaveLength(0);
    const elsewhere = { ...systemScope(newId()), places: [] };
    expect(await world.database.transaction(elsewhere, (tx) => tx.countBy(BallotPaperEntity, { ballotId: id }))).toBe(
      0,
    );
  });

  it('takes votes by name in the open', async () => {
    const { id } = await open('OPEN');
    const votes = world.app.get(NamedVotes);
    const vote = (n: number, motion: string) => world.write((tx) => votes.cast(tx, id, accounts[n]!, { motion }));
    await vote(0, 'FOR');
    await vote(0, 'FOR');
    await vote(1, 'ABSTAIN');
    await expect(vote(0, 'AGAINST')).rejects.toMatchObject({ reason: 'VOTED_ALREADY' });
    await expect(vote(2, 'MAYBE')).rejects.toMatchObject({ reason: 'PAPER_FALSE' });
    const stranger = await world.account('COMMITTEE_MEMBER', world.root);
    await expect(world.write((tx) => votes.cast(tx, id, stranger.accountId, { motion: 'FOR' }))).rejects.toMatchObject({
      reason: 'NOT_A_VOTER',
    });
    expect(await close(id)).toEqual({
      papers: 2,
      counts: { motion: { MEMBERS: { FOR: 1, AGAINST: 0, ABSTAIN: 1 } } },
      published: null,
      publishedHash: null,
    });
    await expect(vote(2, 'FOR')).rejects.toMatchObject({ reason: 'BALLOT_OVER' });
    const secret = await open('SECRET');
    await expect(world.write((tx) => votes.cast(tx, secret.id, accounts[0]!, { motion: 'FOR' }))).rejects.toMatchObject(
      { reason: 'BALLOT_NOT_OPEN' },
    );
  });

  /** What `npm run recount` says of a list. */
  function recounted(list: object, hash: string): { status: number | null; said: string } {
    const file = path.join(world.config.dataDir, 'ballot.json');
    writeFileSync(file, JSON.stringify(list, null, 2));
    const tool = path.resolve(import.meta.dirname, '../../../tools/recount-ballot.mjs');
    const { status, stdout } = spawnSync(process.execPath, [tool, file, hash], { encoding: 'utf8' });
    return { status, said: stdout };
  }

  const sql = async <T = unknown>(text: string): Promise<T[]> => (await owner.query(text)).rows as T[];

  const lastTransaction = async (): Promise<string> =>
    (await sql<{ id: string }>('select pg_current_xact_id()::text as id'))[0]!.id;

  const tables = () =>
    sql<{ name: string; bare: string }>(
      `select format('%I.%I', schemaname, tablename) as name, tablename as bare from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );

  async function writtenBetween(from: string, to: string): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const { name, bare } of await tables()) {
      const [row] = await sql<{ n: number }>(
        `select count(*)::int as n from ${name} t where t.xmin::text::bigint > ${from} and t.xmin::text::bigint < ${to}`,
      );
      if (row!.n) found[bare] = row!.n;
    }
    return found;
  }

  /** Tables with rows inserted, changed or deleted, from the write-ahead log. */
  async function writtenSince(lsn: string): Promise<string[]> {
    // a commit that waits for the disk, behind which all of the log can be read
    await sql('set synchronous_commit = on; create extension pg_walinspect');
    const rows = await sql<{ name: string }>(
      `select distinct c.relname as name
       from pg_get_wal_block_info('${lsn}', pg_current_wal_flush_lsn()) w
       join pg_class c on pg_relation_filenode(c.oid) = w.relfilenode
       where w.reldatabase = (select oid from pg_database where datname = current_database())
         and w.resource_manager in ('Heap', 'Heap2') and w.record_type ~ '^(INSERT|MULTI_INSERT|UPDATE|HOT_UPDATE|DELETE)'
         and c.relkind in ('r', 't') and c.relnamespace <> 'pg_catalog'::regnamespace order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  async function tablesHolding(texts: readonly string[]): Promise<string[]> {
    const any = texts.map((text) => `strpos(t::text, '${text}') > 0`).join(' or ');
    const found: string[] = [];
    for (const { name, bare } of await tables())
      if ((await sql(`select from ${name} t where ${any} limit 1`)).length) found.push(bare);
    return found;
  }
});
