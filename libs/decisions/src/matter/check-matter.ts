import type { Viewer } from '@dangwu/access';
import { DocumentNumbers } from '@dangwu/documents';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { MatterRecordKind } from '../record/matter-record.enums';
import { ChangeMatter } from './change-matter';
import { MatterState } from './matter.enums';
import type { AcceptMatterInput, ReturnMatterInput } from './matter.inputs';

/** The formal check (形式审查) of what was submitted. */
@Injectable()
export class CheckMatter {
  constructor(
    private readonly changes: ChangeMatter,
    private readonly numbers: DocumentNumbers,
    private readonly clock: Clock,
  ) {}

  /** Accepted, it gets its number. @throws STALE_VERSION, MATTER_STATE */
  accept(viewer: Viewer, input: AcceptMatterInput): Promise<string> {
    return this.changes.change(viewer, 'matter.conduct', 'accept', input, async (tx, matter) => {
      const { associationId, id, versionNo } = matter;
      const root = await tx.findOneByOrFail(PartyOrganizationEntity, { associationId, parentId: IsNull() });
      const year = Number(this.clock.today().slice(0, 4));
      const given = { associationId, organizationId: root.id, kind: 'MATTER', year, subjectId: id } as const;
      const number = matter.number ?? `前审${await this.numbers.give(tx, given)}`;
      const state = MatterState.ACCEPTED;
      return {
        set: { state, number, acceptedAt: this.clock.now() },
        event: {
          kind: MatterRecordKind.ACCEPTED,
          data: { versionNo, number },
          action: 'matter.accept',
          before: { state: matter.state },
          after: { state, number },
        },
      };
    });
  }

  /** @throws STALE_VERSION, MATTER_STATE */
  return(viewer: Viewer, { reason: given, ...step }: ReturnMatterInput): Promise<string> {
    const reason = given.trim();
    return this.changes.change(viewer, 'matter.conduct', 'return', step, async (_, matter) => ({
      set: { state: MatterState.RETURNED, reason },
      event: {
        kind: MatterRecordKind.RETURNED,
        data: { versionNo: matter.versionNo, reason },
        action: 'matter.return',
        reason,
        before: { state: matter.state },
        after: { state: MatterState.RETURNED },
      },
    }));
  }
}
