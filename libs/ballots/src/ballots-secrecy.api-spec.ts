import { systemScope } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { BallotEntity, BallotPaperEntity } from './ballot.entity';
import type { Paper } from './recount';
import { BallotBox } from './trial/ballot-box';

describe('the secrecy of ballots', () => {
  let box: BallotBox;
  beforeAll(async () => {
    box = await BallotBox.begin();
  });
  afterAll(() => box.end());

  it('refuses a paper that comes with a name', async () => {
    const { id, voters } = await box.casting();
    const paper = voters[0]!.paper({ motion: 'FOR' });
    const named: Record<string, string>[] = [{ cookie: box.world.staff.cookie }, { authorization: 'Bearer x' }];
    for (const headers of named) expect((await box.send(id, paper, headers)).reason).toBe('PAPER_NAMES_CALLER');
    expect((await box.send(id, paper)).id).toBe(voters[0]!.id);
  });

  it('leaves nothing by which voters and votes can be joined', async () => {
    const { id, voters } = await box.casting(8);
    box.lines.length = 0;
    const { traces } = box;
    const from = await traces.lastTransaction();
    const log = await traces.logPosition();
    const order = [5, 2, 7, 0, 3, 6, 1, 4];
    const answered = [];
    for (const n of order) answered.push(await box.send(id, voters[n]!.paper({ motion: n % 2 ? 'FOR' : 'AGAINST' })));
    const to = await traces.lastTransaction();
    // no header that ties the request to anything
    for (const { headers } of answered)
      expect([headers.get('x-request-id'), headers.get('set-cookie')]).toEqual([null, null]);
    // no line of the log
    expect(box.lines).toEqual([]);
    // not by transaction: while papers came in, only papers were written, in whatever table
    expect(await traces.writtenBetween(from, to)).toEqual({ ballot_paper: 8 });
    // not by the log of the database either
    expect(await traces.writtenSince(log)).toEqual(['ballot_paper']);
    // not by value: what stands on a paper stands nowhere else, what voters sent stands on no paper
    const marks = voters.flatMap((voter) => [voter.id, voter.key]);
    expect(await traces.tablesHolding(marks)).toEqual(['ballot_paper']);
    const columns = await box.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'ballot_paper' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['association_id', 'ballot_id', 'content', 'id']);
    const [sample] = await box.sql<{ content: Paper }>(
      `select content from ballot_paper where ballot_id = '${id}' limit 1`,
    );
    expect(Object.keys(sample!.content).sort()).toEqual(['answers', 'credential', 'group', 'key', 'prefix', 'seal']);
    // the rows lie in the order of casting; it is nobody's order of voting rights, and it goes with the count
    const { published } = await box.close(id);
    expect(await box.sql(`select from ballot_paper where ballot_id = '${id}'`)).toHaveLength(0);
    expect(await traces.tablesHolding(marks)).toEqual(['ballot']);
    const ids = voters.map((voter) => voter.id).sort();
    expect(published!.papers.map(({ key }) => voters.find((voter) => voter.key === key)!.id)).toEqual(ids);
  });

  it('does not count what was changed behind its back', async () => {
    const { id, voters } = await box.casting();
    await box.send(id, voters[0]!.paper({ motion: 'FOR' }));
    await expect(
      box.world.write((tx) => tx.query(`update ballot_paper set content = '{}' where ballot_id = $1`, [id])),
    ).rejects.toThrow(/permission denied/);
    await box.sql(
      `update ballot_paper set content = jsonb_set(content, '{answers,motion}', '"AGAINST"') where ballot_id = '${id}'`,
    );
    await expect(box.close(id)).rejects.toThrow(/were changed/);
    const { state } = await box.world.write((tx) => tx.findOneByOrFail(BallotEntity, { id }));
    expect(state).toBe('CASTING');
    // nor may a row of a secret ballot hold what somebody voted, or a count go above what was issued
    await expect(box.sql(`update ballot_voter set answers = '{}' where ballot_id = '${id}'`)).rejects.toThrow(
      /ballot_voter_secret/,
    );
    await expect(
      box.sql(
        `update ballot set state = 'CLOSED', papers = 5, published = '{}', published_hash = repeat('0', 64) where id = '${id}'`,
      ),
    ).rejects.toThrow(/ballot_not_more_than_issued/);
  });

  it('keeps papers from those who read, and keys from those who issue no more', async () => {
    const { id, voters } = await box.casting();
    await box.send(id, voters[0]!.paper({ motion: 'FOR' }));
    await expect(box.world.database.reader.query('select * from ballot_paper')).rejects.toThrow(/permission denied/);
    expect(await box.sql(`select from ballot_group where ballot_id = '${id}' and sealed_key is not null`)).toHaveLength(
      0,
    );
    const elsewhere = { ...systemScope(newId()), places: [] };
    expect(
      await box.world.database.transaction(elsewhere, (tx) => tx.countBy(BallotPaperEntity, { ballotId: id })),
    ).toBe(0);
  });
});
