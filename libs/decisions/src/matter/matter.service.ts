import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { MatterRecordKind } from '../record/matter-record.enums';
import type { EntityManager } from 'typeorm';
import { WithdrawnMatters } from '../session/withdrawn-matters';
import { ChangeMatter } from './change-matter';
import { MatterEntity } from './matter.entity';
import { MatterState } from './matter.enums';
import { matterErrors } from './matter.errors';
import type { ChangeMatterInput, DraftMatterInput, WithdrawMatterInput } from './matter.inputs';

/** What proposers do to matters besides submitting them. Each answers the UUID. */
@Injectable()
export class MatterService {
  constructor(
    private readonly changes: ChangeMatter,
    private readonly agendas: WithdrawnMatters,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, MATTER_EXTERNAL_ID_TAKEN */
  draft(viewer: Viewer, { organizationId: global, externalId = null, ...input }: DraftMatterInput): Promise<string> {
    const organizationId = localId('PartyOrganization', global);
    return this.changes.add(viewer, organizationId, async (tx) => {
      if (externalId) await refuseKnown(tx, organizationId, externalId);
      const now = this.clock.now();
      const facts = { ...empty, ...written(input), title: input.title.trim(), category: input.category };
      const matter = tx.create(MatterEntity, {
        ...facts,
        id: newId(now.getTime()),
        associationId: viewer.association.id,
        organizationId,
        externalId,
        state: MatterState.DRAFT,
        proposerAccountId: viewer.account.id,
        proposerName: viewer.account.name,
        createdAt: now,
      });
      await tx.insert(MatterEntity, matter);
      return { matter, event: { kind: MatterRecordKind.DRAFTED, data: {}, action: 'matter.draft', after: facts } };
    });
  }

  /** @throws STALE_VERSION, MATTER_STATE */
  change(viewer: Viewer, { id, version, ...input }: ChangeMatterInput): Promise<string> {
    return this.changes.change(viewer, 'matter.propose', 'change', { id, version }, async (_, matter) => {
      const set = written(input);
      const before = Object.fromEntries(Object.keys(set).map((field) => [field, matter[field as keyof MatterEntity]]));
      const event = { kind: MatterRecordKind.CHANGED, data: {}, action: 'matter.change', before, after: set };
      return { set, event };
    });
  }

  /** @throws STALE_VERSION, MATTER_STATE */
  withdraw(viewer: Viewer, { reason: given, ...step }: WithdrawMatterInput): Promise<string> {
    const reason = given.trim();
    return this.changes.change(viewer, 'matter.propose', 'withdraw', step, async (tx, matter) => {
      const { state } = matter;
      if (state === MatterState.SCHEDULED) await this.agendas.takeOff(tx, viewer, matter, reason);
      return {
        set: { state: MatterState.WITHDRAWN, reason },
        event: {
          kind: MatterRecordKind.WITHDRAWN,
          data: { reason },
          action: 'matter.withdraw',
          reason,
          before: { state },
          after: { state: MatterState.WITHDRAWN },
        },
      };
    });
  }
}

/** Of two requests with the same id at once the second waits for the first. */
async function refuseKnown(tx: EntityManager, organizationId: string, externalId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('matter'), hashtext($1))`, [`${organizationId} ${externalId}`]);
  const [known] = await tx.query<{ title: string }[]>(
    `select title from matter where organization_id = $1 and external_id = $2`,
    [organizationId, externalId],
  );
  if (known) throw matterErrors.MATTER_EXTERNAL_ID_TAKEN({ externalId, title: known.title });
}

const empty = {
  amountFen: null,
  background: '',
  options: '',
  socialEffect: '',
  urgent: false,
  urgentReason: null,
} as const;

type Facts = Pick<
  MatterEntity,
  'category' | 'title' | 'amountFen' | 'background' | 'options' | 'socialEffect' | 'urgentReason' | 'urgent'
>;

/** What was said; what was left out stays. A reason for urgency is what makes it urgent. */
function written(input: { readonly [F in keyof Facts]?: Facts[F] | null }): Partial<Facts> {
  const { category, title, amountFen, urgentReason } = input;
  const texts = (['background', 'options', 'socialEffect'] as const).flatMap((field) => {
    const value = input[field];
    return value === undefined ? [] : [[field, (value ?? '').trim()] as const];
  });
  return {
    ...(category && { category }),
    ...(title && { title: title.trim() }),
    ...(amountFen !== undefined && { amountFen }),
    ...Object.fromEntries(texts),
    ...(urgentReason !== undefined && {
      urgent: Boolean(urgentReason?.trim()),
      urgentReason: urgentReason?.trim() || null,
    }),
  };
}
