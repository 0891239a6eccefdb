// What takes long and tells its progress: all obligations derived anew, a year plan of the whole association.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runOnce } from '../../../tools/start/children.mjs';
import { signIn } from '../peers/data/fill.mjs';
import { documents, idOf } from './long-documents.mjs';
import { globalId } from './operations/answers.mjs';
import { Server } from './servers.mjs';
import { openDatabase } from './system.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const dist = path.join(root, 'apps/api/dist');

/** Each organization has been as it is since it was founded: what is owed follows from history. */
async function writeHistory(client) {
  const { rows } = await client.query(
    `select string_agg(quote_ident(v.column_name), ', ') as columns from information_schema.columns v
     join information_schema.columns o on o.column_name = v.column_name and o.table_name = 'party_organization'
     where v.table_name = 'organization_version' and v.is_generated = 'NEVER'`,
  );
  const { columns } = rows[0];
  await client.query(
    `insert into organization_version (${columns}, valid_from)
     select ${columns}, coalesce(founded_on, '2020-01-01') from party_organization o
     where deleted_at is null and not exists (select from organization_version v where v.id = o.id)`,
  );
  // those of the bench are of periods of its own
  await client.query('delete from obligation');
  await client.query('vacuum analyze organization_version, obligation');
}

/** @returns lines of Markdown */
export async function measureLongWork({ folder, options, ending, say }) {
  const database = await openDatabase({ folder, kept: options.data, sizes: options.sizes, say });
  ending.push(database.stop);
  const { client, association, postgres } = database;
  await writeHistory(client);
  const env = {
    ...process.env,
    DATABASE_URL: postgres.url,
    DANGWU_DATA_DIR: path.join(folder, 'data'),
    LOG_LEVEL: 'warn',
    STATEMENT_TIMEOUT: '10m',
  };
  const derive = async () => {
    const began = performance.now();
    await runOnce('figures', [path.join(dist, 'cli.js'), 'figures', 'derive'], { cwd: root, env, say });
    return (performance.now() - began) / 1_000;
  };
  const first = await derive();
  const { rows } = await client.query('select count(*)::int as written from obligation where deleted_at is null');
  const again = await derive();
  const plan = await planOfTheYear({ folder, client, association, url: postgres.url, ending, say });
  const organizations = options.sizes.organizations.toLocaleString('en');
  return [
    `| ${organizations} organizations | seconds | |`,
    '| --- | ---: | --- |',
    `| all obligations derived for the first time, the start of the command included | ${first.toFixed(1)} | ${rows[0].written.toLocaleString('en')} obligations of three years |`,
    `| all obligations derived anew | ${again.toFixed(1)} | nothing to write |`,
    `| a year plan of the whole association | ${plan.seconds.toFixed(1)} | ${plan.message}; progress was told ${plan.told} times |`,
    '',
  ];
}

async function planOfTheYear({ folder, client, association, url, ending, say }) {
  const { token } = await signIn(client, association, 'PARTY_STAFF', []);
  const server = await Server.start('dangwu', { folder, databaseUrl: url, viewers: '' });
  ending.push(() => server.stop());
  const worker = await Server.start('worker', { folder, databaseUrl: url, viewers: '' });
  ending.push(() => worker.stop());
  const ask = async (document, variables) => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(document) } };
    const { data, errors } = JSON.parse(await server.ask('', token, JSON.stringify({ variables, extensions })));
    if (errors) throw new Error(`the plan: ${JSON.stringify(errors).slice(0, 800)}`);
    return data;
  };
  const head = await client.query('select id from party_organization where parent_id is null');
  const began = performance.now();
  const input = { organizationId: globalId('PartyOrganization', head.rows[0].id), year: new Date().getFullYear() + 1 };
  const { draftYearPlan } = await ask(documents.draft, { input });
  for (const told = new Set(); ; await sleep(100)) {
    const { state, done, total, message } = (await ask(documents.job, { id: draftYearPlan.job.id })).job;
    if (total && !told.has(done)) say(`year plan: ${done} of ${total}`);
    if (total) told.add(done);
    if (state === 'DONE') return { seconds: (performance.now() - began) / 1_000, message: message.en, told: told.size };
    if (state === 'FAILED' || state === 'CANCELLED') throw new Error(`the plan: ${state} ${message?.en}`);
  }
}
