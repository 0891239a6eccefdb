import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files, type FileEntity } from '@dangwu/platform/files';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { MatterRecordKind } from '../record/matter-record.enums';
import { ChangeMatter } from './change-matter';
import { MatterMaterialEntity, MatterVersionEntity } from './matter.entity';
import { matterErrors } from './matter.errors';
import { seenMatter } from './seen-matter';
import type { AddMatterMaterialInput, RemoveMatterMaterialInput } from './matter.inputs';

/** How many a matter has at most, all versions counted. */
const most = 100;
const longestKind = 60;

/** Materials of matters: files by the names that the rule gives them, each in versions. */
@Injectable()
export class MatterMaterials {
  constructor(
    private readonly changes: ChangeMatter,
    private readonly database: Database,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns UUID of the matter. @throws MATTER_FILE_UNKNOWN, MATTER_FILE_USED, MATTER_MATERIAL_KIND, MATTER_STATE */
  add(viewer: Viewer, { kind: given, fileId, ...step }: AddMatterMaterialInput): Promise<string> {
    const id = localId('File', fileId);
    const kind = given.trim();
    if (!kind || kind.length > longestKind) throw matterErrors.MATTER_MATERIAL_KIND({ kind, limit: longestKind });
    return this.changes.change(viewer, 'matter.propose', 'change', step, async (tx, matter) => {
      const file = await this.files.ownUpload(tx, viewer.account.id, id);
      if (!file) throw matterErrors.MATTER_FILE_UNKNOWN();
      const all = await tx.find(MatterMaterialEntity, { where: { matterId: matter.id }, withDeleted: true });
      const { title, associationId, organizationId } = matter;
      if (all.length >= most) throw matterErrors.MATTER_MATERIALS_TOO_MANY({ title, count: all.length, limit: most });
      if (await tx.exists(MatterMaterialEntity, { where: { fileId: file.id }, withDeleted: true }))
        throw matterErrors.MATTER_FILE_USED({ name: file.name });
      const no = Math.max(0, ...all.filter((each) => each.kind === kind).map((each) => each.no)) + 1;
      const at = this.clock.now();
      const { name, type, size, sha256 } = file;
      const facts = { kind, no, fileId: file.id, name, type, size, sha256, addedBy: viewer.account.name, addedAt: at };
      const row = { id: newId(at.getTime()), associationId, matterId: matter.id, organizationId, ...facts };
      await tx.insert(MatterMaterialEntity, row);
      const event = {
        kind: MatterRecordKind.MATERIAL_ADDED,
        data: { material: kind, no, name, sha256 },
        action: 'matter.addMaterial',
        after: { material: kind, name, size: Number(size) },
      };
      return { set: {}, event };
    });
  }

  /** What was not submitted yet; its bytes go with it. @returns UUID of the matter. @throws MATTER_MATERIAL_FROZEN */
  async remove(viewer: Viewer, { materialId, ...step }: RemoveMatterMaterialInput): Promise<string> {
    const id = localId('MatterMaterial', materialId);
    let fileId = '';
    const matterId = await this.changes.change(viewer, 'matter.propose', 'change', step, async (tx, matter) => {
      const row = await tx.findOneBy(MatterMaterialEntity, { id, matterId: matter.id });
      if (!row) throw platformErrors.UNKNOWN_ID();
      const { kind, no, name, sha256 } = row;
      const versions = await tx.findBy(MatterVersionEntity, { matterId: matter.id });
      if (versions.some(({ content }) => content.materials.some((each) => each.kind === kind && each.no === no)))
        throw matterErrors.MATTER_MATERIAL_FROZEN({ name });
      await tx.save(MatterMaterialEntity, { ...row, deletedAt: this.clock.now() });
      fileId = row.fileId;
      const event = {
        kind: MatterRecordKind.MATERIAL_REMOVED,
        data: { material: kind, no, name, sha256 },
        action: 'matter.removeMaterial',
        before: { material: kind, name },
      };
      return { set: {}, event };
    });
    // afterwards: a crash between leaves bytes that nobody reaches, never a material without its bytes
    await this.files.purge(await this.files.find(viewer.association.id, fileId), viewer.account.id);
    return matterId;
  }

  /** Its bytes, for whoever may read the matter now. @throws UNKNOWN_ID, FILE_GONE */
  async open(viewer: Viewer, global: string): Promise<{ file: FileEntity; content: Readable }> {
    const id = localId('MatterMaterial', global);
    const row = await this.seen(viewer, id);
    await this.database.transaction(viewer.scope('matter.read'), (tx) =>
      this.audit.record(tx, {
        action: 'matter.downloadMaterial',
        subjectType: 'MatterMaterial',
        subjectId: id,
        subjectName: row.name,
        organizationId: row.organizationId,
        after: { name: row.name },
      }),
    );
    const file = await this.files.find(viewer.association.id, row.fileId);
    return { file, content: await this.files.open(file) };
  }

  /** A material of what was submitted, or of a draft of one's own. @throws UNKNOWN_ID */
  private async seen(viewer: Viewer, id: string): Promise<MatterMaterialEntity> {
    for (const permission of ['matter.read', 'matter.propose'] as const) {
      const row = await this.database.transaction(viewer.scope(permission), (tx) =>
        tx.findOneBy(MatterMaterialEntity, { id }),
      );
      if (!row) continue;
      await seenMatter(this.database, viewer, row.matterId);
      return row;
    }
    throw platformErrors.UNKNOWN_ID();
  }
}
