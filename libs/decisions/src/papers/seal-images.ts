import { Access, type Viewer } from '@dangwu/access';
import { pictureSides, type SealImage as SealPicture } from '@dangwu/documents';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files, type FileEntity } from '@dangwu/platform/files';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { matterErrors } from '../matter/matter.errors';
import { sessionBodyWords } from '../session/session-words';
import type { SessionBody } from '../session/session.enums';
import { papersErrors } from './papers.errors';
import type { RemoveSealImageInput, SetSealImageInput } from './papers.inputs';
import { SealImageEntity, type SessionDocumentEntity } from './session-document.entity';

const mostBytes = 2 * 1024 ** 2;
const mostPixels = 2000;

/** Pictures of seals. They are kept when another takes their place: documents show the one they were issued with. */
@Injectable()
export class SealImages {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Puts one in the place of the one there is. @returns its UUID. @throws UNKNOWN_ID, MATTER_FILE_UNKNOWN, SEAL_IMAGE_UNFIT */
  async set(viewer: Viewer, { organizationId: global, body, fileId }: SetSealImageInput): Promise<string> {
    const organizationId = localId('PartyOrganization', global);
    this.access.require(viewer, 'session.conduct', await this.access.place(null, viewer, organizationId));
    return this.database.transaction(viewer.scope('session.conduct'), async (tx) => {
      const organization = await tx.findOneBy(PartyOrganizationEntity, { id: organizationId });
      const file = await this.files.ownUpload(tx, viewer.account.id, localId('File', fileId));
      if (!organization) throw platformErrors.UNKNOWN_ID();
      if (!file) throw matterErrors.MATTER_FILE_UNKNOWN();
      await this.refuseUnfit(file);
      await tx.query(`select pg_advisory_xact_lock(hashtext('seal_image'), hashtext($1))`, [organizationId]);
      const before = await tx.findOneBy(SealImageEntity, { organizationId, body });
      const now = this.clock.now();
      if (before) await tx.save(SealImageEntity, { ...before, deletedAt: now });
      const { sha256 } = file;
      const id = newId(now.getTime());
      const { associationId } = organization;
      const by = { addedBy: viewer.account.name, addedAt: now };
      await tx.insert(SealImageEntity, { id, associationId, organizationId, body, fileId: file.id, sha256, ...by });
      await this.record(tx, { id, organizationId, name: organization.name }, 'seal.set', {
        before: before && { body, sealHash: before.sha256 },
        after: { body, sealHash: sha256 },
      });
      return id;
    });
  }

  /** @throws UNKNOWN_ID */
  async remove(viewer: Viewer, { id: global }: RemoveSealImageInput): Promise<string> {
    const id = localId('SealImage', global);
    return this.database.transaction(viewer.scope('session.conduct'), async (tx) => {
      const row = await tx.findOneBy(SealImageEntity, { id });
      if (!row) throw platformErrors.UNKNOWN_ID();
      this.access.require(viewer, 'session.conduct', await this.access.place(tx, viewer, row.organizationId));
      await tx.save(SealImageEntity, { ...row, deletedAt: this.clock.now() });
      const { organizationId, body, sha256 } = row;
      const { name } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
      await this.record(tx, { id, organizationId, name }, 'seal.remove', { before: { body, sealHash: sha256 } });
      return id;
    });
  }

  /** The one in use. @throws SEAL_IMAGE_MISSING */
  async current(tx: EntityManager, organizationId: string, body: SessionBody): Promise<SealImageEntity> {
    const found = await tx.findOneBy(SealImageEntity, { organizationId, body });
    const { zh: bodyZh, en: bodyEn } = sessionBodyWords[body];
    if (!found) throw papersErrors.SEAL_IMAGE_MISSING({ bodyZh, bodyEn });
    return found;
  }

  /** The one a document was issued with; null: none. @throws FILE_GONE */
  async imageOf({ sealFileId, associationId }: SessionDocumentEntity): Promise<SealPicture | null> {
    if (!sealFileId) return null;
    const file = await this.files.find(associationId, sealFileId);
    return { content: await this.files.read(file), type: file.type as SealPicture['type'] };
  }

  private async refuseUnfit(file: FileEntity): Promise<void> {
    const unfit = papersErrors.SEAL_IMAGE_UNFIT({ name: file.name });
    if (file.type !== 'image/png' && file.type !== 'image/jpeg') throw unfit;
    if (Number(file.size) > mostBytes) throw unfit;
    const sides = pictureSides(await this.files.read(file));
    if (!sides || sides.some((side) => side < 1 || side > mostPixels)) throw unfit;
  }

  private record(
    tx: EntityManager,
    { id, organizationId, name }: { id: string; organizationId: string; name: string },
    action: string,
    change: { readonly before?: object | null; readonly after?: object },
  ): Promise<void> {
    const what = { action, subjectType: 'SealImage', subjectId: id, subjectName: name, organizationId };
    return this.audit.record(tx, {
      ...what,
      ...(change.before && { before: { ...change.before } }),
      ...(change.after && { after: { ...change.after } }),
    });
  }
}
