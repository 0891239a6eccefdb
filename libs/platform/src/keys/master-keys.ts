import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';
import { keyId } from './seal';

interface KeyFile {
  readonly current: string;
  /** stays one rotation longer, for a process that wrapped by it at the very moment of the rotation */
  readonly previous: string | null;
  /** base64, by id */
  readonly keys: Readonly<Record<string, string>>;
}

interface Loaded {
  readonly current: string;
  readonly previous: string | null;
  readonly keys: Map<string, Buffer>;
}

/**
 * The keys that wrap all others, outside the database: the file keys.json of the data folder (mode 0600, made when it
 * is missing), or the settings DANGWU_MASTER_KEY and, while rotating, DANGWU_MASTER_KEY_PREVIOUS.
 */
@Injectable()
export class MasterKeys {
  private loaded: Promise<Loaded> | null = null;

  constructor(private readonly config: Config) {}

  /** Read anew each time, since another process may have rotated. */
  async current(): Promise<{ id: string; key: Buffer }> {
    const { current, keys } = await this.reload();
    return { id: current, key: keys.get(current)! };
  }

  /** @throws Error that tells the operator which key is missing */
  async byId(id: string): Promise<Buffer> {
    const found = (await this.load()).keys.get(id) ?? (await this.reload()).keys.get(id);
    if (!found)
      throw new Error(`The master key ${id} is missing: restore keys.json, or set DANGWU_MASTER_KEY(_PREVIOUS) to it`);
    return found;
  }

  /** Puts a new key in front. With a key from the settings it is the operator who does so. */
  async renew(): Promise<void> {
    if (this.config.masterKey) return;
    const { current, keys } = await this.reload();
    const next = randomBytes(32);
    await this.save({
      current: keyId(next),
      previous: current,
      keys: base64({ ...Object.fromEntries(keys), [keyId(next)]: next }),
    });
  }

  /** Forgets all but the last two, once nothing is wrapped by them. */
  async dropOlder(): Promise<void> {
    if (this.config.masterKey) return;
    const { current, previous, keys } = await this.reload();
    const kept = [...keys].filter(([id]) => id === current || id === previous);
    await this.save({ current, previous, keys: base64(Object.fromEntries(kept)) });
  }

  private load(): Promise<Loaded> {
    this.loaded ??= this.read().catch((error: unknown) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  private reload(): Promise<Loaded> {
    this.loaded = null;
    return this.load();
  }

  private async read(): Promise<Loaded> {
    const { masterKey, previousMasterKey } = this.config;
    if (masterKey) {
      const keys = [masterKey, ...(previousMasterKey ? [previousMasterKey] : [])];
      const previous = previousMasterKey && keyId(previousMasterKey);
      return { current: keyId(masterKey), previous, keys: new Map(keys.map((key) => [keyId(key), key])) };
    }
    const { current, previous, keys } = await this.readFile();
    return {
      current,
      previous,
      keys: new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
    };
  }

  private async readFile(): Promise<KeyFile> {
    const file = path.join(this.config.dataDir, 'keys.json');
    for (;;) {
      try {
        return JSON.parse(await readFile(file, 'utf8')) as KeyFile;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
      const key = randomBytes(32);
      await this.create(file, { current: keyId(key), previous: null, keys: base64({ [keyId(key)]: key }) });
    }
  }

  /** Two processes may start at once: the one that comes second takes the other's key. */
  private async create(file: string, content: KeyFile): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    await write(temporary, content);
    try {
      await link(temporary, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(temporary);
    }
  }

  private async save(content: KeyFile): Promise<void> {
    const file = path.join(this.config.dataDir, 'keys.json');
    const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    await write(temporary, content);
    await rename(temporary, file);
    this.loaded = null;
  }
}

async function write(file: string, content: KeyFile): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const base64 = (keys: Record<string, Buffer>): Record<string, string> =>
  Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, key.toString('base64')]));
