// One PostgreSQL for the whole Jest run. Spec files get their own databases on it, see createWorld().
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres, temporaryFolder, temporaryPlace } from '../../embedded-postgres/index.mjs';

const PREFIX = 'dangwu-test-pg-';

export default async function globalSetup() {
  if (process.env.TEST_DATABASE_URL) return;
  await sweep();
  const folder = temporaryFolder(PREFIX);
  writeFileSync(path.join(folder, 'owner'), String(process.pid));
  const server = await startPostgres({ dataDir: path.join(folder, 'pg'), database: 'postgres', ephemeral: true });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.stopTestPostgres = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server behind; the next run ends it. */
async function sweep() {
  const place = temporaryPlace();
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(place, name);
    const ownerFile = path.join(folder, 'owner');
    if (!existsSync(ownerFile) || lives(Number(readFileSync(ownerFile, 'utf8')))) continue;
    if (existsSync(path.join(folder, 'pg', 'postmaster.pid'))) {
      const left = await startPostgres({ dataDir: path.join(folder, 'pg'), database: 'postgres', ephemeral: true });
      await left.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
