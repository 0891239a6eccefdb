import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit';
import { Clock } from '../clock';
import { Config } from '../config';
import { Database, systemScope } from '../database';
import { platformErrors } from '../errors';
import { FileEntity } from './file.entity';
import { fileErrors } from './files.errors';
import { fileType, safeName } from './file-types';
import { FILE_STORE, type FileStore } from './file-store';

export interface NewFile {
  /** as the caller named it; stored cleaned, its extension decides what the bytes must be */
  readonly name: string;
  /** null: made by the system */
  readonly accountId: string | null;
  readonly associationId: string;
  /** made by us of what is there: the limit is one of uploads */
  readonly made?: true;
}

/** Uploaded and made files. Ids are random, so that they cannot be guessed; who may read one is the caller's check. */
@Injectable()
export class Files {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /**
   * Checks size, extension and bytes, stores the bytes and then the row, in the caller's transaction if there is one; a
   * crash between leaves bytes nobody sees.
   * @throws FILE_TOO_LARGE, FILE_EMPTY, FILE_TYPE_REFUSED, FILE_CONTENT_MISMATCH
   */
  async put(
    content: Buffer | Readable,
    { name, accountId, associationId, made }: NewFile,
    within?: EntityManager,
  ): Promise<FileEntity> {
    const limit = made ? Number.POSITIVE_INFINITY : this.config.maxFileSize;
    const bytes = Buffer.isBuffer(content) ? content : await collect(content, limit);
    if (bytes.length > limit) throw tooLarge(limit);
    const clean = safeName(name);
    const type = fileType(clean, bytes);
    const id = randomUUID();
    await this.store.put(keyOf(associationId, id), bytes);
    const record = async (tx: EntityManager): Promise<FileEntity> => {
      await tx.insert(FileEntity, {
        id,
        associationId,
        accountId,
        name: clean,
        type,
        size: String(bytes.length),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        createdAt: this.clock.now(),
      });
      await this.audit.record(tx, {
        action: 'putFile',
        subjectType: 'File',
        subjectId: id,
        subjectName: clean,
        after: { name: clean, size: bytes.length },
        associationId,
        accountId,
      });
      return tx.findOneByOrFail(FileEntity, { id });
    };
    return within ? record(within) : this.database.transaction(systemScope(associationId), record);
  }

  /** @throws UNKNOWN_ID when the association has no such file */
  async find(associationId: string, id: string): Promise<FileEntity> {
    const file = await this.database.transaction(systemScope(associationId), (tx) =>
      tx.findOneBy(FileEntity, { id, associationId }),
    );
    if (!file) throw platformErrors.UNKNOWN_ID();
    return file;
  }

  /** What the account uploaded itself and still has its bytes, for whoever makes something of it; else null. */
  async ownUpload(tx: EntityManager, accountId: string, id: string): Promise<FileEntity | null> {
    const file = await tx.findOneBy(FileEntity, { id, accountId });
    return file?.purgedAt ? null : file;
  }

  /** Its bytes. @throws FILE_GONE, also when only sealed bytes are left */
  async open(file: FileEntity): Promise<Readable> {
    const content = file.purgedAt ? null : await this.store.get(keyOf(file.associationId, file.id));
    if (!content) throw fileErrors.FILE_GONE({ name: file.name });
    return content;
  }

  async read(file: FileEntity): Promise<Buffer> {
    return collect(await this.open(file), Number.POSITIVE_INFINITY);
  }

  /**
   * Keeps sealed bytes instead of the clear ones, for whoever holds the key; nobody downloads such a file. The clear ones
   * go by `dropClear` once it is known that the key will stay.
   */
  async keepSealed(file: FileEntity, sealed: Buffer): Promise<void> {
    await this.store.put(sealedKeyOf(file), sealed);
  }

  async dropClear(file: FileEntity): Promise<void> {
    await this.store.delete(keyOf(file.associationId, file.id));
  }

  /** Null when no sealed bytes are kept of it. */
  async readSealed(file: FileEntity): Promise<Buffer | null> {
    const content = await this.store.get(sealedKeyOf(file));
    return content && collect(content, Number.POSITIVE_INFINITY);
  }

  /**
   * Deletes the bytes; the row stays and says so.
   * @param accountId who wanted it; null: the system
   */
  async purge(file: FileEntity, accountId: string | null = null): Promise<void> {
    await this.dropClear(file);
    await this.store.delete(sealedKeyOf(file));
    await this.database.transaction(systemScope(file.associationId), async (tx) => {
      await tx.update(FileEntity, { id: file.id }, { purgedAt: this.clock.now() });
      await this.audit.record(tx, { action: 'purgeFile', subjectType: 'File', subjectId: file.id, accountId });
    });
  }
}

const keyOf = (associationId: string, id: string): string => `${associationId}/${id.slice(0, 2)}/${id}`;
const sealedKeyOf = ({ associationId, id }: FileEntity): string => `${keyOf(associationId, id)}-sealed`;
const tooLarge = (limit: number): Error => fileErrors.FILE_TOO_LARGE({ limit: limit / 1024 / 1024 });

async function collect(stream: Readable, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw tooLarge(limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
