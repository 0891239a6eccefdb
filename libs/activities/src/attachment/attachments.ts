import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files, type FileEntity } from '@dangwu/platform/files';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { ChangeMinutes } from '../minutes/change-minutes';
import { AttachmentEntity } from './attachment.entity';
import { attachmentErrors } from './attachment.errors';
import type { AddAttachmentInput, RemoveAttachmentInput } from './attachment.inputs';

/** How many an activity has at most. */
const mostAttachments = 50;

/** Files of activities. What they are was checked when they were uploaded; they are sent to whoever may read the activity. */
@Injectable()
export class Attachments {
  constructor(
    private readonly changes: ChangeMinutes,
    private readonly database: Database,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns UUID of the activity. @throws ATTACHMENT_FILE_UNKNOWN, ATTACHMENTS_TOO_MANY, ATTACHMENT_USED */
  add(viewer: Viewer, input: AddAttachmentInput): Promise<string> {
    const fileId = localId('File', input.fileId);
    return this.changes.ofActivity(viewer, input.activityId, async (tx, activity) => {
      const { id: activityId, title, organizationId } = activity;
      const file = await this.files.ownUpload(tx, viewer.account.id, fileId);
      if (!file) throw attachmentErrors.ATTACHMENT_FILE_UNKNOWN();
      const count = await tx.countBy(AttachmentEntity, { activityId });
      if (count >= mostAttachments)
        throw attachmentErrors.ATTACHMENTS_TOO_MANY({ title, count, limit: mostAttachments });
      if (await tx.exists(AttachmentEntity, { where: { fileId: file.id }, withDeleted: true }))
        throw attachmentErrors.ATTACHMENT_USED({ name: file.name });
      const now = this.clock.now();
      const id = newId(now.getTime());
      const { name, type, size } = file;
      await tx.insert(AttachmentEntity, {
        id,
        associationId: viewer.association.id,
        activityId,
        organizationId,
        fileId: file.id,
        name,
        type,
        size,
        addedBy: viewer.account.name,
        addedAt: now,
      });
      await this.leave(tx, activity, { id, name, action: 'attachment.add', after: { name, size: Number(size) } });
      return activityId;
    });
  }

  /** @returns UUID of the activity. @throws UNKNOWN_ID, STALE_VERSION */
  async remove(viewer: Viewer, input: RemoveAttachmentInput): Promise<string> {
    const id = localId('Attachment', input.id);
    const found = await this.changes.find(viewer, (tx) => tx.findOneBy(AttachmentEntity, { id }));
    const activityId = await this.changes.ofActivity(
      viewer,
      globalId('Activity', found.activityId),
      async (tx, activity) => {
        const row = await tx.findOne(AttachmentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!row) throw platformErrors.UNKNOWN_ID();
        if (row.version !== input.version) throw platformErrors.STALE_VERSION({ current: row.version });
        await tx.save(AttachmentEntity, { ...row, deletedAt: this.clock.now() });
        const { name, size } = row;
        await this.leave(tx, activity, { id, name, action: 'attachment.remove', before: { name, size: Number(size) } });
        return activity.id;
      },
    );
    // afterwards: a crash between leaves bytes that nobody reaches, never an attachment without its bytes
    await this.files.purge(await this.files.find(viewer.association.id, found.fileId), viewer.account.id);
    return activityId;
  }

  /** Its bytes, for whoever may read the activity now. @throws UNKNOWN_ID, FILE_GONE */
  async open(viewer: Viewer, global: string): Promise<{ file: FileEntity; content: Readable }> {
    const id = localId('Attachment', global);
    const row = await this.database.transaction(viewer.scope('activity.read'), async (tx) => {
      const row = await tx.findOneBy(AttachmentEntity, { id });
      if (!row) throw platformErrors.UNKNOWN_ID();
      const { name, organizationId } = row;
      await this.audit.record(tx, {
        action: 'attachment.download',
        subjectType: 'Attachment',
        subjectId: id,
        subjectName: name,
        organizationId,
        after: { name },
      });
      return row;
    });
    const file = await this.files.find(viewer.association.id, row.fileId);
    return { file, content: await this.files.open(file) };
  }

  private leave(
    tx: EntityManager,
    { organizationId }: ActivityEntity,
    {
      id,
      name,
      ...event
    }: { readonly id: string; readonly name: string; readonly action: string; before?: object; after?: object },
  ): Promise<void> {
    const { action, before, after } = event;
    return this.audit.record(tx, {
      action,
      subjectType: 'Attachment',
      subjectId: id,
      subjectName: name,
      organizationId,
      before: before ? { ...before } : null,
      after: after ? { ...after } : null,
    });
  }
}
