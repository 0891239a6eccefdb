import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { sealsOf } from '@dangwu/platform/audit-chain';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { DomainError, platformErrors } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { MatterEntity, MatterMaterialEntity, MatterVersionEntity } from '../matter/matter.entity';
import { MatterRecordEntity } from '../record/matter-record.entity';
import { entriesOf, type ExportedMaterial, type ExportedSeal, type MatterFile } from './export-file';
import { packZip } from './pack-zip';

/** A file that is made while it is sent. */
export interface StreamedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Readable;
}

/** The whole file of a matter, so that people outside can verify it without us. */
@Injectable()
export class MatterExports {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * For whoever may read the matter; it leaves an event that carries the hash of its sums.
   * @throws UNKNOWN_ID
   */
  async open(viewer: Viewer, global: string): Promise<StreamedFile> {
    const id = localId('Matter', global);
    const { associationId, seals } = await this.seals(viewer, id);
    return this.database.transaction(viewer.scope('matter.read'), async (tx) => {
      const matter = await tx.findOneBy(MatterEntity, { id });
      if (!matter || matter.associationId !== associationId) throw platformErrors.UNKNOWN_ID();
      const file: MatterFile = { ...(await this.read(tx, viewer, matter)), ...seals };
      const entries = entriesOf(file);
      const { title, number, organizationId } = matter;
      await this.audit.record(tx, {
        action: 'matter.export',
        subjectType: 'Matter',
        subjectId: id,
        subjectName: title,
        organizationId,
        after: { files: entries.length, sumsHash: entries.at(-1)!.sha256 },
      });
      const name = `${number ?? title}档案.zip`;
      return { name, type: 'application/zip', content: packZip(entries, file.exportedAt) };
    });
  }

  /** In the scope of the system, since nobody who reads a matter reads the audit log; no event leaves, only its hash. */
  private async seals(viewer: Viewer, id: string) {
    const associationId = viewer.association.id;
    const found = await this.database.transaction(systemScope(associationId), (tx) => sealsOf(tx, 'Matter', id));
    const seals = found.seals.flatMap(({ after, ...seal }): ExportedSeal[] => {
      const { recordNo, recordHash } = (after ? JSON.parse(after) : {}) as Partial<ExportedSeal>;
      return recordNo && recordHash ? [{ ...seal, recordNo: String(recordNo), recordHash }] : [];
    });
    return { associationId, seals: { seals, blocks: found.blocks } };
  }

  private async read(tx: EntityManager, viewer: Viewer, matter: MatterEntity) {
    const { id: matterId, title, number } = matter;
    const record = await tx.find(MatterRecordEntity, { where: { matterId }, order: { matterNo: 'ASC' } });
    const versions = await tx.find(MatterVersionEntity, { where: { matterId }, order: { no: 'ASC' } });
    const materials = await tx.find(MatterMaterialEntity, { where: { matterId }, order: { kind: 'ASC', no: 'ASC' } });
    return {
      title,
      number,
      exportedAt: this.clock.now(),
      exportedBy: viewer.account.name,
      record,
      versions,
      materials: materials.map((row) => this.material(viewer.association.id, row)),
      documents: new Map<string, Buffer>(),
      ballots: new Map<string, string>(),
    };
  }

  private material(associationId: string, row: MatterMaterialEntity): ExportedMaterial {
    const { kind, no, name, sha256, addedBy, fileId } = row;
    const open = async (): Promise<Readable> => {
      try {
        return await this.files.open(await this.files.find(associationId, fileId));
      } catch (error) {
        // lost bytes: an empty entry, which does not fit the sums and is named by whoever verifies
        if (error instanceof DomainError && error.reason === 'FILE_GONE') return Readable.from([]);
        throw error;
      }
    };
    return { kind, no, name, sha256, addedBy, addedAt: row.addedAt.toISOString(), open };
  }
}
