import type { INestApplicationContext } from '@nestjs/common';
import { PersonKeys } from './person-keys';

const help = `keys rotate

Puts a new master key in front and wraps the key of every person by it; no value is encrypted anew, nobody has to wait.
The master before the last is forgotten: from then on backups older than it cannot be read. May be interrupted and run
again. With DANGWU_MASTER_KEY set, first set that to the new key and DANGWU_MASTER_KEY_PREVIOUS to the old one.`;

/** The command line of keys. @returns the exit code */
export async function runKeys(args: readonly string[], app: INestApplicationContext): Promise<number> {
  if (args[0] !== 'rotate') {
    process.stderr.write(`${help}\n`);
    return 1;
  }
  const wrapped = await app.get(PersonKeys, { strict: false }).rotateMaster();
  process.stdout.write(`${wrapped} keys wrapped by the new master.\n`);
  return 0;
}
