import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files, type FileEntity } from '@dangwu/platform/files';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { ItemOwners } from './item-owners';
import { ItemSources } from './item-sources';
import { SupervisionFileEntity } from './supervision-file.entity';
import { SupervisionItemEntity } from './supervision-item.entity';
import { supervisionErrors } from './supervision.errors';

/** Files that show that items were carried out. */
@Injectable()
export class SupervisionFiles {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly owners: ItemOwners,
    private readonly sources: ItemSources,
  ) {}

  /** What whoever reports has uploaded. @throws SUPERVISION_FILE_UNKNOWN, SUPERVISION_FILE_USED */
  async add(
    tx: EntityManager,
    viewer: Viewer,
    { id: itemId, associationId, organizationId }: SupervisionItemEntity,
    global: string,
  ): Promise<SupervisionFileEntity> {
    const file = await this.files.ownUpload(tx, viewer.account.id, localId('File', global));
    if (!file) throw supervisionErrors.SUPERVISION_FILE_UNKNOWN();
    const { id: fileId, name, size, sha256 } = file;
    if (await tx.exists(SupervisionFileEntity, { where: { fileId }, withDeleted: true }))
      throw supervisionErrors.SUPERVISION_FILE_USED({ name });
    const no = (await tx.countBy(SupervisionFileEntity, { itemId })) + 1;
    const addedAt = this.clock.now();
    const facts = { no, fileId, name, size, sha256, addedAt };
    const row = { id: newId(addedAt.getTime()), associationId, itemId, organizationId, ...facts };
    await tx.insert(SupervisionFileEntity, row);
    return tx.findOneByOrFail(SupervisionFileEntity, { id: row.id });
  }

  /** For whoever may see the item: who carries it out, and who reads what it comes from. @throws UNKNOWN_ID, FILE_GONE */
  async open(viewer: Viewer, global: string): Promise<{ file: FileEntity; content: Readable }> {
    const id = localId('SupervisionFile', global);
    const scope = { ...systemScope(viewer.association.id), account: viewer.account.id };
    const fileId = await this.database.transaction(scope, async (tx) => {
      const row = await tx.findOneBy(SupervisionFileEntity, { id });
      const item = row && (await tx.findOneBy(SupervisionItemEntity, { id: row.itemId }));
      if (!item || !(await this.sees(tx, viewer, item))) throw platformErrors.UNKNOWN_ID();
      await this.audit.record(tx, {
        action: 'supervisionItem.downloadFile',
        subjectType: 'SupervisionItem',
        subjectId: item.id,
        subjectName: item.sourceTitle,
        organizationId: item.organizationId,
        after: { name: row.name },
      });
      return row.fileId;
    });
    const file = await this.files.find(viewer.association.id, fileId);
    return { file, content: await this.files.open(file) };
  }

  private async sees(tx: EntityManager, viewer: Viewer, item: SupervisionItemEntity): Promise<boolean> {
    if (await this.owners.isOwner(tx, viewer, item)) return true;
    const place = await this.access.place(tx, viewer, item.organizationId);
    const { keep, report, read } = this.sources.of(item);
    if ([keep, report, read].some((permission) => viewer.can(permission, place))) return true;
    return this.owners.isKeeper(tx, viewer, item);
  }
}
