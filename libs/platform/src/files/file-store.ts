import type { Readable } from 'node:stream';

/** Where the bytes stand. Keys are made by us: letters, digits, dashes and slashes. */
export interface FileStore {
  put(key: string, content: Buffer): Promise<void>;
  /** Null when there is nothing under the key. */
  get(key: string): Promise<Readable | null>;
  delete(key: string): Promise<void>;
}

export const FILE_STORE = Symbol('FileStore');
