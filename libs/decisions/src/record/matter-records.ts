import { everywhere } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MatterRecordEntity } from './matter-record.entity';
import type { MatterRecordKind } from './matter-record.enums';
import { nothingBefore, recordHash, recordLine } from './record-line';

/** Who does it; a viewer is one. */
export interface RecordActor {
  readonly association: { readonly id: string };
  readonly account: { readonly id: string; readonly name: string };
}

/** The matter as far as its record names it. */
export interface RecordedMatter {
  readonly id: string;
  readonly organizationId: string;
  readonly title: string;
}

/** What happened, for the record and for the audit log. */
export interface MatterEvent {
  readonly kind: MatterRecordKind;
  /** what the entry says; no more than its readers may see */
  readonly data: Readonly<Record<string, unknown>>;
  /** of the audit log */
  readonly action: string;
  readonly before?: object | null;
  readonly after?: object;
  readonly reason?: string | null;
}

/** Writes the record of matters: each entry names the one before it, in its matter and in the association. */
@Injectable()
export class MatterRecords {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * Adds an entry, and the event of the audit log that carries its number and hash: there it is sealed and signed with all
   * others, so that whoever makes the chain anew meets the audit log. Written last in a transaction, since others wait.
   */
  async add(tx: EntityManager, actor: RecordActor, matter: RecordedMatter, event: MatterEvent): Promise<void> {
    const associationId = actor.association.id;
    await tx.query(`select pg_advisory_xact_lock(hashtext('matter_record'), hashtext($1))`, [associationId]);
    // the chain goes over all of the association, wherever its writer may look
    const [end] = await everywhere(tx, () =>
      tx.query<{ no: string; hash: string }[]>(
        `select no::text as no, hash from matter_record where association_id = $1 order by matter_record.no desc limit 1`,
        [associationId],
      ),
    );
    const [own] = await tx.query<{ no: number; hash: string }[]>(
      `select matter_no as no, hash from matter_record where matter_id = $1 order by matter_no desc limit 1`,
      [matter.id],
    );
    const at = this.clock.now();
    const no = String(BigInt(end?.no ?? 0) + 1n);
    const matterNo = (own?.no ?? 0) + 1;
    const { id: matterId, organizationId, title } = matter;
    const { kind, data, action, before = null, after = {}, reason } = event;
    const actorName = actor.account.name;
    const line = recordLine({
      association: associationId,
      no,
      matter: matterId,
      matterNo,
      organization: organizationId,
      kind,
      at: at.toISOString(),
      account: actor.account.id,
      actor: actorName,
      data,
      previous: end?.hash ?? nothingBefore,
      matterPrevious: own?.hash ?? nothingBefore,
    });
    const hash = recordHash(line);
    const id = newId(at.getTime());
    const row = { id, associationId, matterId, organizationId, no, matterNo, kind, actorName, at, line, hash };
    await tx.insert(MatterRecordEntity, row);
    await this.audit.record(tx, {
      action,
      subjectType: 'Matter',
      subjectId: matterId,
      subjectName: title,
      organizationId,
      reason,
      before: before && { ...before },
      after: { ...after, recordNo: no, recordHash: hash },
    });
  }
}
