import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readWorkbook } from '@dangwu/imports';
import { AuditSealer, ChainStates } from '@dangwu/platform/audit-chain';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import pg from 'pg';
import { auditExit, runAudit, verifyFiles } from './audit.command';
import { AuditRetention } from './audit-retention';
import { ChainVerification } from './chain-verification';
import { HeadMail } from './head-mail';

let world: World;
let auditor: Actor;
/** a superuser beside all pools */
let enemy: pg.Client;
beforeEach(async () => {
  world = await createWorld({
    environment: { AUDIT_MAIL_TO: 'shenji@example.org, sec@example.org' },
    now: new Date().toISOString(),
  });
  auditor = await world.account('AUDITOR');
  enemy = new pg.Client({ connectionString: world.config.databaseUrl });
  await enemy.connect();
});
afterEach(async () => {
  await enemy.end();
  await world.close();
});

interface Chain {
  readonly lastBlock: { number: number; hash: string; keyId: string } | null;
  readonly sealedEvents: number;
  readonly unsealedEvents: number;
  readonly unsealedSince: string | null;
  readonly archivedEvents: number;
  readonly retentionMonths: number;
  readonly retentionBasis: { zh: string };
  readonly lastVerification: {
    ok: boolean;
    events: number;
    findings: { kind: string; eventId: string; text: { zh: string } }[];
  } | null;
}

const chain = async (): Promise<Chain> =>
  (
    await world.as(auditor).query<{ auditChain: Chain }>(`{ auditChain {
      lastBlock { number hash keyId } sealedEvents unsealedEvents unsealedSince archivedEvents retentionMonths
      retentionBasis { zh } lastVerification { ok events findings { kind eventId text { zh } } } } }`)
  ).auditChain;

/** Everything recorded so far is finished: specs beside this one may hold the horizon back for a moment. */
async function sealAll(): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    await world.app.get(AuditSealer, { strict: false }).seal();
    if ((await world.app.get(ChainStates, { strict: false }).state()).unsealed.events === 0) return;
  }
  throw new Error('The events could not be sealed within 20 s');
}

async function command(...argv: string[]): Promise<{ exit: number; out: string }> {
  const lines: string[] = [];
  const exit = await runAudit(argv, world.app, (line) => void lines.push(line));
  return { exit, out: lines.join('\n') };
}

async function edit(): Promise<string> {
  await enemy.query('alter table audit_event disable trigger all');
  const { rows } = await enemy.query<{ id: string }>(
    `update audit_event set after = '{"name": "x"}' where id = (select min(id) from audit_event where action = 'foundOrganization')
     returning id`,
  );
  await enemy.query('alter table audit_event enable always trigger ground');
  return rows[0]!.id;
}

interface Done {
  readonly state: string;
  readonly message: { zh: string };
  readonly file: { url: string; name: string } | null;
}
async function followed(mutation: string): Promise<Done> {
  const client = world.as(auditor);
  const [{ id }] = Object.values(
    await client.mutate<Record<string, { id: string }>>(`mutation { ${mutation} { id } }`),
  ) as [{ id: string }];
  for (const end = Date.now() + 25_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const { job } = await client.query<{ job: Done }>(
      `query ($id: ID!) { job(id: $id) { state message { zh } file { url name } } }`,
      { id },
    );
    if (job.state === 'DONE' || job.state === 'FAILED') return job;
  }
  throw new Error('The job did not end in time');
}

describe('the chain, as an auditor sees it', () => {
  it('grows when events are sealed, and says what is not, how long things stay and why', async () => {
    const before = await chain();
    expect(before).toMatchObject({ lastBlock: null, sealedEvents: 0, retentionMonths: 12, lastVerification: null });
    expect(before.unsealedEvents).toBeGreaterThan(3);
    expect(Date.parse(before.unsealedSince!)).toBeGreaterThan(Date.now() - 60_000);
    expect(before.retentionBasis.zh).toContain('六个月');
    await sealAll();
    expect(await chain()).toMatchObject({
      lastBlock: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), keyId: expect.stringMatching(/^[0-9a-f]{16}$/) },
      sealedEvents: before.unsealedEvents,
      unsealedEvents: 0,
      unsealedSince: null,
    });
  });

  it('is verified by a job; what is broken is named, and told to the auditors once', async () => {
    await world.work();
    const good = await followed('verifyAuditChain');
    expect([good.state, good.message.zh]).toEqual(['DONE', expect.stringContaining('都和封存时一样')]);
    expect((await chain()).lastVerification).toMatchObject({ ok: true, findings: [] });

    await sealAll();
    const id = await edit();
    const broken = await followed('verifyAuditChain');
    expect(broken.message.zh).toContain(`事件 ${id} 被改动过`);
    const { lastVerification } = await chain();
    expect(lastVerification).toMatchObject({
      ok: false,
      findings: [{ kind: 'EVENT_CHANGED', eventId: `AuditEvent_${id}` }],
    });
    await world.app.get(ChainVerification, { strict: false }).verify(null);
    const { notifications } = await world
      .as(auditor)
      .query<{ notifications: { nodes: { kind: string }[] } }>(`{ notifications(first: 10) { nodes { kind } } }`);
    expect(notifications.nodes.map(({ kind }) => kind)).toEqual(['AUDIT_CHAIN_BROKEN']);
    // every verification is on record, by whom and with what result
    const [last] = await world.write((tx) =>
      tx.query<{ account_id: string; after: object; operation: string }[]>(
        `select account_id, after, operation from audit_event where action = 'verifyAuditChain' and account_id is not null
         order by id desc limit 1`,
      ),
    );
    expect(last).toMatchObject({ account_id: auditor.accountId, operation: 'AUDIT_VERIFY', after: { ok: false } });
  });
});

describe('the export', () => {
  it('holds what the list holds, in words, and is itself recorded', async () => {
    await world.branch('第一支部');
    await world.work();
    const done = await followed('exportAuditEvents(input: { filter: { action: "foundOrganization" }, order: OLDEST })');
    expect(done).toMatchObject({ state: 'DONE', message: { zh: '已导出 2 个事件' } });
    const answer = await fetch(`${world.url}${done.file!.url}`, { headers: { cookie: auditor.cookie } });
    const [sheet] = await readWorkbook(Buffer.from(await answer.arrayBuffer()));
    const text = JSON.stringify(sheet!.rows.map(({ cells }) => [...cells.values()]));
    for (const word of ['成立党组织', '第一支部', '类型：— → 党支部', '127.0.0.1', world.staff.username])
      expect(text).toContain(word);
    const left = await world.write((tx) =>
      tx.query<{ action: string; kind: string; rows: string }[]>(
        `select action, kind, after ->> 'rows' as rows from audit_event
         where account_id = $1 and kind = 'EXPORT' order by id`,
        [auditor.accountId],
      ),
    );
    expect(left).toEqual([
      { action: 'startJob', kind: 'EXPORT', rows: null },
      { action: 'exportAuditEvents', kind: 'EXPORT', rows: '2' },
      { action: 'downloadFile', kind: 'EXPORT', rows: null },
    ]);
  });
});

describe('retention', () => {
  const year = 366 * 86_400_000;

  it('archives what is older than the rule says, removes it, and the chain holds with the archives', async () => {
    await sealAll();
    const retention = world.app.get(AuditRetention, { strict: false });
    expect(await retention.run()).toEqual({ archives: 0, archived: 0, removed: 0 });
    const before = await chain();
    world.clock.advance(year);
    expect(await retention.run()).toEqual({
      archives: 1,
      archived: before.sealedEvents,
      removed: before.sealedEvents,
    });
    const after = await world.app.get(ChainVerification, { strict: false }).verify(null);
    expect(after).toMatchObject({ ok: true, archivedEvents: before.sealedEvents });
    const old = await world.write((tx) => tx.query(`select from audit_event where action = 'foundOrganization'`));
    expect(old).toEqual([]);
    const { events } = JSON.parse((await command('verify', '--json')).out) as { events: number };
    expect(events).toBe(after.events);
  });

  it('keeps longer where an association says so', async () => {
    await sealAll();
    await world.as(world.staff).mutate(`mutation ($input: OverrideRuleInput!) { overrideRule(input: $input) { id } }`, {
      input: {
        key: 'audit.retention',
        value: '36',
        strength: 'NORMAL',
        basis: '协会档案管理办法',
        effectiveFrom: world.clock.today(),
      },
    });
    expect(await chain()).toMatchObject({ retentionMonths: 36, retentionBasis: { zh: '协会档案管理办法' } });
    world.clock.advance(year);
    expect((await world.app.get(AuditRetention, { strict: false }).run()).archived).toBe(0);
  });
});

describe('the head of the chain', () => {
  it('is mailed to those outside, who prove by it that the end was cut off', async () => {
    const mail = world.app.get(HeadMail, { strict: false });
    expect(await mail.send()).toBe(false); // nothing is sealed yet
    await sealAll();
    expect(await mail.send()).toBe(true);
    const [letter] = await world.database.transaction(
      { association: null, places: 'everywhere', account: null },
      (tx) =>
        tx.query<{ recipients: string[]; text: string; html: string }[]>(
          'select recipients, text, html from mail_message',
        ),
    );
    expect(letter!.recipients).toEqual(['shenji@example.org', 'sec@example.org']);
    expect(letter!.text).toContain('BEGIN PUBLIC KEY');
    // the same in the look of all letters
    expect(letter!.html).toContain('<h1');
    for (const said of ['BEGIN PUBLIC KEY', '&quot;header&quot;', 'npm run verify:audit'])
      expect(letter!.html).toContain(said);
    const head = /^\{"header".*\}$/m.exec(letter!.text)![0];
    expect((await command('verify', '--head', head)).exit).toBe(auditExit.good);

    await enemy.query('alter table audit_block disable trigger all');
    await enemy.query('delete from audit_block where number = (select max(number) from audit_block)');
    await writeFile(path.join(world.config.dataDir, 'audit-heads.jsonl'), '');
    expect((await command('verify')).exit).toBe(auditExit.good);
    const { exit, out } = await command('verify', '--head', head);
    expect([exit, out]).toEqual([auditExit.broken, expect.stringContaining('TRUNCATED')]);
  });
});

describe('npm run verify:audit', () => {
  it('says what it found, ends with 2 when the chain is broken, and names the first broken row', async () => {
    await sealAll();
    await world.branch('第一支部');
    const good = await command('verify');
    expect(good.exit).toBe(auditExit.good);
    expect(good.out).toMatch(/审计链完好：\d+ 块，\d+ 个事件/);
    expect(good.out).toMatch(/未封存 1 个事件，最早的已 0 分钟/);
    const id = await edit();
    const bad = await command('verify');
    expect(bad.exit).toBe(auditExit.broken);
    expect(bad.out).toContain(`Event ${id} of block 1 was changed`);
  });

  it('verifies archives without a database, by the public key alone', async () => {
    await sealAll();
    world.clock.advance(366 * 86_400_000);
    await command('archive');
    const [archive] = await world.write((tx) => tx.query<{ file: string }[]>('select file from audit_archive'));
    const file = path.join(world.config.dataDir, 'files', archive!.file);
    const key = path.join(world.config.dataDir, 'audit-public.pem');
    expect((await command('key')).out).toBe((await readFile(key, 'utf8')).trim());
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    expect(await verifyFiles(['verify', '--archive', '--key', key, file], print)).toBe(auditExit.good);
    await writeFile(file, (await readFile(file)).subarray(0, -20));
    expect(await verifyFiles(['verify', '--archive', '--key', key, file], print)).toBe(auditExit.broken);
    expect(await verifyFiles(['verify', '--archive', file], print)).toBe(auditExit.refused);
    expect(lines.join('\n')).toMatch(/intact[\s\S]*ARCHIVE_CHANGED[\s\S]*audit verify --archive/);
  });

  it('explains itself when it is misused', async () => {
    for (const argv of [[], ['nonsense'], ['resume']]) {
      const { exit, out } = await command(...argv);
      expect([exit, out]).toEqual([auditExit.refused, expect.stringContaining('audit resume --reason')]);
    }
  });
});
