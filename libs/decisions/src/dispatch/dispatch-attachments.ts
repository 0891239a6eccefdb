import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files, type FileEntity } from '@dangwu/platform/files';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { attachmentsHash } from './attachments-hash';
import { ChangeDispatch } from './change-dispatch';
import { DispatchAttachmentEntity } from './dispatch-attachment.entity';
import type { AddDispatchAttachmentInput, RemoveDispatchAttachmentInput } from './dispatch-attachment.inputs';
import type { DispatchEntity } from './dispatch.entity';
import { DispatchPart } from './dispatch.enums';
import { dispatchErrors } from './dispatch.errors';

/** How many a dispatch has at most, besides those of its receipt, reply and follow-up. */
const most = 50;

/**
 * Files of dispatches (附件): added and removed while one is a draft, frozen when it is issued. What they are was checked when
 * they were uploaded; they are sent to whoever may read the dispatch.
 */
@Injectable()
export class DispatchAttachments {
  constructor(
    private readonly changes: ChangeDispatch,
    private readonly database: Database,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns UUID of the dispatch. @throws DISPATCH_FILE_UNKNOWN, DISPATCH_FILE_USED, DISPATCH_ATTACHMENTS_TOO_MANY, DISPATCH_STATE */
  add(viewer: Viewer, { fileId, ...step }: AddDispatchAttachmentInput): Promise<string> {
    return this.changes.change(viewer, 'dispatch.write', 'change', step, async (tx, dispatch) => {
      const own = await ownOf(tx, dispatch);
      const { title } = dispatch;
      if (own.length >= most)
        throw dispatchErrors.DISPATCH_ATTACHMENTS_TOO_MANY({ title, count: own.length, limit: most });
      const row = await this.keep(tx, viewer, dispatch, DispatchPart.DISPATCH, fileId);
      return {
        set: { attachmentsHash: attachmentsHash([...own, row]) },
        action: 'dispatch.addAttachment',
        after: { attachment: row.name, sha256: row.sha256 },
      };
    });
  }

  /** Its bytes go with it. @returns UUID of the dispatch. @throws UNKNOWN_ID, DISPATCH_STATE */
  async remove(viewer: Viewer, { attachmentId, ...step }: RemoveDispatchAttachmentInput): Promise<string> {
    const id = localId('DispatchAttachment', attachmentId);
    let fileId = '';
    const dispatchId = await this.changes.change(viewer, 'dispatch.write', 'change', step, async (tx, dispatch) => {
      const own = await ownOf(tx, dispatch);
      const row = own.find((each) => each.id === id);
      if (!row) throw platformErrors.UNKNOWN_ID();
      await tx.save(DispatchAttachmentEntity, { ...row, deletedAt: this.clock.now() });
      fileId = row.fileId;
      return {
        set: { attachmentsHash: attachmentsHash(own.filter((each) => each !== row)) },
        action: 'dispatch.removeAttachment',
        before: { attachment: row.name },
      };
    });
    // afterwards: a crash between leaves bytes that nobody reaches, never an attachment without its bytes
    await this.files.purge(await this.files.find(viewer.association.id, fileId), viewer.account.id);
    return dispatchId;
  }

  /** What was uploaded becomes a file of a dispatch, in the transaction of what it comes with. */
  async keep(
    tx: EntityManager,
    viewer: Viewer,
    { id: dispatchId, associationId, organizationId }: DispatchEntity,
    part: DispatchPart,
    global: string,
  ): Promise<DispatchAttachmentEntity> {
    const file = await this.files.ownUpload(tx, viewer.account.id, localId('File', global));
    if (!file) throw dispatchErrors.DISPATCH_FILE_UNKNOWN();
    if (await tx.exists(DispatchAttachmentEntity, { where: { fileId: file.id }, withDeleted: true }))
      throw dispatchErrors.DISPATCH_FILE_USED({ name: file.name });
    const [last] = await tx.find(DispatchAttachmentEntity, {
      where: { dispatchId, part },
      order: { no: 'DESC' },
      withDeleted: true,
      take: 1,
    });
    const at = this.clock.now();
    const { name, type, size, sha256 } = file;
    const row = tx.create(DispatchAttachmentEntity, {
      id: newId(at.getTime()),
      ...{ associationId, organizationId, dispatchId, part, name, type, size, sha256 },
      no: (last?.no ?? 0) + 1,
      fileId: file.id,
      addedBy: viewer.account.name,
      addedAt: at,
    });
    await tx.insert(DispatchAttachmentEntity, row);
    return row;
  }

  /** The file of a receipt, reply or follow-up, if it has one; in words of the audit log. */
  async shown(
    tx: EntityManager,
    viewer: Viewer,
    dispatch: DispatchEntity,
    part: DispatchPart,
    global: string | null | undefined,
  ): Promise<Record<string, unknown>> {
    if (!global) return {};
    const { name, sha256 } = await this.keep(tx, viewer, dispatch, part, global);
    return { attachment: name, sha256 };
  }

  /** Its bytes, for whoever may read the dispatch now. @throws UNKNOWN_ID, FILE_GONE */
  async open(viewer: Viewer, global: string): Promise<{ file: FileEntity; content: Readable }> {
    const id = localId('DispatchAttachment', global);
    const row = await this.database.transaction(viewer.scope('dispatch.read'), async (tx) => {
      const found = await tx.findOneBy(DispatchAttachmentEntity, { id });
      if (!found) throw platformErrors.UNKNOWN_ID();
      const { name, organizationId } = found;
      await this.audit.record(tx, {
        action: 'dispatch.downloadAttachment',
        subjectType: 'DispatchAttachment',
        subjectId: id,
        subjectName: name,
        organizationId,
        after: { name },
      });
      return found;
    });
    const file = await this.files.find(viewer.association.id, row.fileId);
    return { file, content: await this.files.open(file) };
  }
}

/** The attachments of a dispatch itself, in their order. */
export function ownOf(tx: EntityManager, { id }: Pick<DispatchEntity, 'id'>): Promise<DispatchAttachmentEntity[]> {
  return tx.find(DispatchAttachmentEntity, {
    where: { dispatchId: id, part: DispatchPart.DISPATCH },
    order: { no: 'ASC' },
  });
}
