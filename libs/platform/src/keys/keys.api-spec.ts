import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Clock } from '../clock';
import { Config } from '../config';
import { scratchDatabase, type Scratch } from '../database/scratch';
import { newId } from '../ids';
import { MasterKeys } from './master-keys';
import { PersonKeyEntity } from './person-key.entity';
import { PersonKeys } from './person-keys';

const field = { table: 'person', column: 'id_number' };
let scratch: Scratch;
beforeEach(async () => (scratch = await scratchDatabase([PersonKeyEntity])));
afterEach(() => scratch.drop());

const keysWith = (config: Config): PersonKeys => new PersonKeys(scratch.database, new MasterKeys(config), new Clock());
const encrypt = (keys: PersonKeys, person: string, plain: string): Promise<Buffer> =>
  scratch.write((tx) => keys.encrypt(tx, person, scratch.association, field, plain));
const decrypt = (keys: PersonKeys, person: string, sealed: Buffer): Promise<string | null> =>
  scratch.write((tx) => keys.decrypt(tx, person, field, sealed));

it('keeps a key per person, wrapped by a master that only its owner may read', async () => {
  const [first, second] = [keysWith(scratch.config), keysWith(scratch.config)];
  const [one, two] = [newId(), newId()];
  const [a, b] = await Promise.all([encrypt(first, one, '甲'), encrypt(second, two, '乙')]);
  const third = keysWith(scratch.config);
  expect(await decrypt(third, one, a)).toBe('甲');
  expect(await decrypt(third, two, b)).toBe('乙');
  await expect(decrypt(third, two, a)).rejects.toThrow();
  const file = path.join(scratch.config.dataDir, 'keys.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { rows } = await scratch.admin.query('select wrapped_key from person_key');
  expect(rows).toHaveLength(2);
});

it('makes one key when two processes meet the same new person', async () => {
  const [first, second] = [keysWith(scratch.config), keysWith(scratch.config)];
  const person = newId();
  const sealed = await Promise.all([encrypt(first, person, '甲'), encrypt(second, person, '乙')]);
  expect(await decrypt(first, person, sealed[0]!)).toBe('甲');
  expect(await decrypt(first, person, sealed[1]!)).toBe('乙');
});

it('reads nothing of an erased person any more and writes nothing either, others stay', async () => {
  const keys = keysWith(scratch.config);
  const [gone, stays] = [newId(), newId()];
  const [a, b] = [await encrypt(keys, gone, '甲'), await encrypt(keys, stays, '乙')];
  await scratch.write((tx) => keys.erase(tx, gone));
  expect(await decrypt(keys, gone, a)).toBeNull();
  expect(await decrypt(keys, stays, b)).toBe('乙');
  await expect(encrypt(keys, gone, '丙')).rejects.toThrow(/erased/);
});

it('rotates the master of the file: values and marks stay, the master before the last is forgotten', async () => {
  const keys = keysWith(scratch.config);
  const person = newId();
  const sealed = await encrypt(keys, person, '甲');
  const mark = await keys.blindIndex(field, '甲');
  const file = path.join(scratch.config.dataDir, 'keys.json');
  const before = JSON.parse(readFileSync(file, 'utf8')) as { current: string };
  expect(await keys.rotateMaster()).toBe(1);
  const after = JSON.parse(readFileSync(file, 'utf8')) as { current: string; keys: object };
  expect(after.current).not.toBe(before.current);
  expect(Object.keys(after.keys).sort()).toEqual([before.current, after.current].sort());
  expect(await keys.rotateMaster()).toBe(1);
  expect(readFileSync(file, 'utf8')).not.toContain(before.current);
  const fresh = keysWith(scratch.config);
  expect(await decrypt(fresh, person, sealed)).toBe('甲');
  expect(await fresh.blindIndex(field, '甲')).toEqual(mark);
  expect(await fresh.blindIndex(field, '乙')).not.toEqual(mark);
});

it('rotates while two processes go on writing and reading: nobody waits, nothing is lost', async () => {
  const [one, other, rotating] = [keysWith(scratch.config), keysWith(scratch.config), keysWith(scratch.config)];
  let on = true;
  const work = async (keys: PersonKeys): Promise<{ person: string; sealed: Buffer }[]> => {
    const written: { person: string; sealed: Buffer }[] = [];
    while (on) {
      const person = newId();
      const sealed = await encrypt(keys, person, '甲');
      written.push({ person, sealed });
      const earlier = written[Math.floor(written.length / 2)]!;
      expect(await decrypt(keys, earlier.person, earlier.sealed)).toBe('甲');
    }
    return written;
  };
  const working = [work(one), work(other)];
  for (let i = 0; i < 3; i++) await rotating.rotateMaster();
  on = false;
  const written = (await Promise.all(working)).flat();
  expect(written.length).toBeGreaterThan(4);
  await rotating.rotateMaster();
  const fresh = keysWith(scratch.config);
  for (const { person, sealed } of written) expect(await decrypt(fresh, person, sealed)).toBe('甲');
});

it('takes the master from the settings, and a new one beside the old one', async () => {
  const [old, next] = [randomBytes(32).toString('base64'), randomBytes(32).toString('hex')];
  const settings = { DATABASE_URL: scratch.config.databaseUrl, DANGWU_DATA_DIR: scratch.config.dataDir };
  const before = keysWith(new Config({ ...settings, DANGWU_MASTER_KEY: old }));
  const person = newId();
  const sealed = await encrypt(before, person, '甲');
  const only = keysWith(new Config({ ...settings, DANGWU_MASTER_KEY: next }));
  await expect(decrypt(only, person, sealed)).rejects.toThrow(/master key [0-9a-f]{16} is missing/);
  const both = keysWith(new Config({ ...settings, DANGWU_MASTER_KEY: next, DANGWU_MASTER_KEY_PREVIOUS: old }));
  expect(await both.rotateMaster()).toBe(1);
  expect(await decrypt(only, person, sealed)).toBe('甲');
  expect(existsSync(path.join(scratch.config.dataDir, 'keys.json'))).toBe(false);
});
