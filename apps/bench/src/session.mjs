// One filled database with the servers on it, ended with the run.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareAnswers } from './compare.mjs';
import { measure } from './measure.mjs';
import { Server } from './servers.mjs';
import { openDatabase } from './system.mjs';

/**
 * @param ending hears of everything started, in the order of the start
 * @returns records of all repetitions
 */
export async function measureOn({ folder, organizations, options, load, ending, say }) {
  const database = await openDatabase({ folder, kept: options.data, sizes: { ...options.sizes, organizations }, say });
  ending.push(database.stop);
  // installed only now
  const { makePayloads } = await import('./payloads.mjs');
  const { payloads, known } = await makePayloads(database.client, database.association, options.viewers);
  await database.client.query('vacuum analyze account, access_grant, session, publication');
  const viewers = path.join(folder, `viewers-${organizations}.json`);
  writeFileSync(viewers, JSON.stringify(known), { mode: 0o600 });
  const servers = [];
  for (const name of options.servers) {
    const server = await Server.start(name, { folder, databaseUrl: database.postgres.url, viewers });
    ending.push(() => server.stop());
    servers.push(server);
  }
  const { client, postgres } = database;
  const asked = payloads.filter(({ operation }) => options.operations.includes(operation));
  if (options.servers.includes('limit')) await compareAnswers(servers, asked, known, client, say);
  return measure({ servers, payloads: asked, known, client, postmaster: postgres.pid, options, load, say });
}
