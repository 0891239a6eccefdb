import type { Viewer } from '@dangwu/access';
import { canonical, recountFiles, type PublishedBallot } from '@dangwu/ballots';
import { Audit } from '@dangwu/platform/audit';
import { sealsOf } from '@dangwu/platform/audit-chain';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { MatterMaterialEntity, MatterVersionEntity, type MatterEntity } from '../matter/matter.entity';
import { seenBy, seenMatter } from '../matter/seen-matter';
import { opinionsOn } from '../papers/opinions-of-matters';
import { SessionPapers } from '../papers/session-papers';
import { MatterRecordEntity } from '../record/matter-record.entity';
import { entriesOf, type ExportedMaterial, type ExportedSeal, type MatterFile } from './export-file';
import { packZip } from './pack-zip';

/** A file that is made while it is sent. */
export interface StreamedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Readable;
}

/** A row that names a file. */
interface KeptFile {
  readonly kind: string;
  readonly no: number;
  readonly name: string;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly fileId: string;
}

/** The whole file of a matter, so that people outside can verify it without us. */
@Injectable()
export class MatterExports {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly papers: SessionPapers,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * For whoever may see the matter; it leaves an event that carries the hash of its sums.
   * @throws UNKNOWN_ID
   */
  async open(viewer: Viewer, global: string): Promise<StreamedFile> {
    const id = localId('Matter', global);
    // whoever may not see the matter is told so before anything is looked for
    const matter = await seenMatter(this.database, viewer, id);
    const seals = await this.seals(viewer, id);
    const made = { documents: await this.documents(viewer, id), ballots: await this.ballots(viewer, id) };
    return this.database.transaction(viewer.scope(seenBy(matter)), async (tx) => {
      const file: MatterFile = { ...(await this.read(tx, viewer, matter)), ...made, ...seals };
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
    return { seals, blocks: found.blocks };
  }

  /** Opinions that were issued: as they were frozen, which is what was hashed, and as PDF. */
  private async documents(viewer: Viewer, id: string): Promise<Map<string, Buffer>> {
    const rows = await this.database.transaction(systemScope(viewer.association.id), (tx) => opinionsOn(tx, id));
    const made = new Map<string, Buffer>();
    for (const row of rows) {
      made.set(`${row.number}.json`, Buffer.from(canonical(row.content)));
      made.set(`${row.number}.pdf`, await this.papers.make(row, 'pdf'));
    }
    return made;
  }

  /** Published lists of secret ballots on it, which anybody may have, with the script that recounts them. */
  private async ballots(viewer: Viewer, id: string): Promise<Map<string, string>> {
    const published = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      tx.query<{ body: string; published: PublishedBallot }[]>(
        `select v.body, b.published from session_item i join session_vote v on v.item_id = i.id
           join ballot b on b.id = v.ballot_id
         where i.matter_id = $1 and b.published is not null order by v.opened_at, v.id`,
        [id],
      ),
    );
    if (published.length === 0) return new Map();
    const lists = published.map(({ body, published: list }, i) => [`${i + 1}-${body}.json`, canonical(list)] as const);
    return new Map([...lists, ...recountFiles()]);
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
      materials: materials.map((row) => this.file(viewer.association.id, row)),
      evidence: await this.evidence(tx, matter),
    };
  }

  /** Files of its milestones, then those of reports back. */
  private async evidence(
    tx: EntityManager,
    { id: matterId, associationId }: MatterEntity,
  ): Promise<ExportedMaterial[]> {
    const milestones = await tx.query<KeptFile[]>(
      `select 'MILESTONE ' || i.no as kind, f.no, f.name, f.sha256, f.file_id as "fileId", f.added_at as "addedAt",
         coalesce(i.reported_by, '') as "addedBy"
       from supervision_item i join supervision_file f on f.item_id = i.id
       where i.source = 'MATTER' and i.source_id = $1 order by i.no, f.no`,
      [matterId],
    );
    const reports = await tx.query<KeptFile[]>(
      `select 'REPORT ' || no as kind, 1 as no, file_name as name, file_sha256 as sha256, file_id as "fileId",
         reported_at as "addedAt", reported_by as "addedBy"
       from matter_report where matter_id = $1 and file_id is not null order by matter_report.no`,
      [matterId],
    );
    return [...milestones, ...reports].map((row) => this.file(associationId, row));
  }

  private file(
    associationId: string,
    { kind, no, name, sha256, addedBy, addedAt, fileId }: KeptFile,
  ): ExportedMaterial {
    const open = async (): Promise<Readable> => {
      try {
        return await this.files.open(await this.files.find(associationId, fileId));
      } catch (error) {
        // lost bytes: an empty entry, which does not fit the sums and is named by whoever verifies
        if (error instanceof DomainError && error.reason === 'FILE_GONE') return Readable.from([]);
        throw error;
      }
    };
    return { kind, no, name, sha256, addedBy, addedAt: addedAt.toISOString(), open };
  }
}
