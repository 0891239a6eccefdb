import { importErrors, type Dependant, type WriteContext, type WrittenRow } from '@dangwu/imports';
import { Audit } from '@dangwu/platform/audit';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AffiliationEntity } from '../affiliation.entity';
import { AppointmentEntity } from '../appointment.entity';
import { MemberAnnouncements } from '../member-announcements';
import { MemberHistory } from '../member-history';
import { MemberEntity } from '../member.entity';
import type { Overwritten } from './write-roster';

/** Takes an imported roster back: whom it registered becomes invisible, what it changed becomes what it was. */
@Injectable()
export class UndoMembers {
  constructor(
    private readonly history: MemberHistory,
    private readonly announcements: MemberAnnouncements,
    private readonly audit: Audit,
  ) {}

  /** Members changed since: transfers and appointments count as changes of the member. */
  async dependants(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Dependant[]> {
    const now = await this.members(tx, rows);
    return rows.flatMap(({ subjectId, subjectVersion }) => {
      const member = now.get(subjectId);
      return member?.version === subjectVersion ? [] : [{ subjectId, name: member?.name ?? subjectId }];
    });
  }

  async undo(tx: EntityManager, rows: readonly WrittenRow[], context: WriteContext): Promise<void> {
    const places = await tx.query<{ id: string; path: string; leadsPath: string }[]>(
      `select m.id, o.path, o.leads_path as "leadsPath" from member m
       join party_organization o on o.id = m.organization_id where m.id = any($1)`,
      [rows.map(({ subjectId }) => subjectId)],
    );
    const outside = places.filter((place) => !context.reaches(place));
    if (outside.length) throw importErrors.IMPORT_OUT_OF_REACH({ count: outside.length });
    const created = rows.filter(({ action }) => action === 'CREATE').map(({ subjectId }) => subjectId);
    await tx.softDelete(AppointmentEntity, { memberId: In(created) });
    await tx.softDelete(AffiliationEntity, { memberId: In(created) });
    await tx.softDelete(MemberEntity, { id: In(created) });
    for (const { subjectId, before } of rows)
      if (before) await this.restore(tx, subjectId, before as unknown as Overwritten);
    const concerned = await this.history.derive(
      tx,
      rows.map(({ subjectId }) => subjectId),
      context.today,
    );
    await this.announcements.announce(tx, context.batch.associationId, concerned, '');
    await this.audit.recordAll(
      tx,
      rows.map(({ subjectId, action }) => ({
        action: 'member.undoImport',
        subjectType: 'Member',
        subjectId,
        after: { undone: action, import: context.batch.id },
      })),
    );
  }

  private async restore(tx: EntityManager, id: string, { columns, phone, ended, made }: Overwritten): Promise<void> {
    for (const { table, id: row } of made)
      await tx.softDelete(table === 'affiliation' ? AffiliationEntity : AppointmentEntity, { id: row });
    if (ended) await tx.update(AffiliationEntity, { id: ended }, { until: null });
    const numbers =
      phone === undefined
        ? {}
        : {
            phoneSealed: phone && Buffer.from(phone.sealed, 'base64'),
            phoneMark: phone && Buffer.from(phone.mark, 'base64'),
            phoneMasked: phone && phone.masked,
          };
    await tx
      .createQueryBuilder()
      .update(MemberEntity)
      .set({ ...columns, ...numbers, version: () => 'version + 1' })
      .where({ id })
      .execute();
  }

  private async members(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Map<string, MemberEntity>> {
    const found = await tx.findBy(MemberEntity, { id: In(rows.map(({ subjectId }) => subjectId)) });
    return new Map(found.map((member) => [member.id, member]));
  }
}
