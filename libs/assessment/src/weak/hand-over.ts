import { AnswerableAccounts } from '@dangwu/activities';
import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import { Outbox, OutboxHandlers, type OutboxMessage } from '@dangwu/platform/outbox';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeCycle } from '../cycle/change-cycle';
import type { AssessmentCycleEntity, AssessmentEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { AssessmentHandoverEntity } from './handover.entity';
import type { WeakCriterion } from './weak-criteria';
import { weakestOf, WeakOnes, type FoundWeak } from './weak-list';
import { weakErrors } from './weak.errors';
import type { HandOverAssessmentsInput } from './weak.inputs';
import './weak.notifications';

/** Outbox topic: a weak organization is handed over; whoever looks after rectification begins with what it says. */
export const handedOver = 'assessment.handed-over';

/** What the event says: the organization, how it stood, why, and where it is weakest. */
export interface HandedOver {
  /** UUIDs */
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly organizationId: string;
  readonly associationId: string;
  /** of the cycle */
  readonly title: string;
  readonly name: string;
  readonly total: string;
  readonly rank: number;
  readonly grade: string | null;
  readonly criteria: readonly WeakCriterion[];
  readonly reason: string;
  readonly weakest: readonly {
    readonly key: string;
    readonly name: string;
    readonly points: string | null;
    readonly weight: string | null;
  }[];
}

/** Hands weak organizations of a final cycle over to rectification, each once. */
@Injectable()
export class HandOver implements OnModuleInit {
  constructor(
    private readonly changes: ChangeCycle,
    private readonly weak: WeakOnes,
    private readonly outbox: Outbox,
    private readonly handlers: OutboxHandlers,
    private readonly answerable: AnswerableAccounts,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.onInTransaction(handedOver, (tx, message) => this.tell(tx, message));
  }

  /** @returns UUID of the cycle @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, CYCLE_STAGE, WEAK_NOT_LISTED */
  handOver(viewer: Viewer, { assessmentIds, reason: given, ...step }: HandOverAssessmentsInput): Promise<string> {
    const reason = given.trim();
    return this.changes.change(viewer, 'handOver', step, async (tx, cycle) => {
      const found = await this.weak.of(tx, cycle);
      const known = new Set(
        (await tx.findBy(AssessmentHandoverEntity, { cycleId: cycle.id })).map((row) => row.assessmentId),
      );
      const asked = assessmentIds.map((id) => localId('Assessment', id)).filter((id) => !known.has(id));
      const rows = asked.map((id) => listed(found, cycle, id));
      await this.keep(tx, viewer, cycle, found, rows, reason);
      const steps = rows.map(({ id: assessmentId, organizationId }) => ({
        ...{ kind: AssessmentStepKind.HANDED_OVER, text: reason, assessmentId, organizationId },
      }));
      await this.changes.note(tx, viewer, cycle, steps);
      const told = { kind: AssessmentStepKind.HANDED_OVER, text: reason, data: { count: rows.length } };
      return {
        set: {},
        action: 'cycle.handOver',
        steps: rows.length > 0 ? [told] : [],
        after: { handedOver: rows.map(({ subjectName }) => subjectName).join('、') },
        reason,
      };
    });
  }

  private async keep(
    tx: EntityManager,
    { account }: Viewer,
    cycle: AssessmentCycleEntity,
    { criteria, dimensions }: FoundWeak,
    rows: readonly AssessmentEntity[],
    reason: string,
  ): Promise<void> {
    const handedAt = this.clock.now();
    const { id: cycleId, associationId, title } = cycle;
    await insertRows(
      tx,
      AssessmentHandoverEntity,
      rows.map(({ id: assessmentId, organizationId, total, rank, grade }) => ({
        id: newId(handedAt.getTime()),
        ...{ associationId, cycleId, assessmentId, organizationId, grade, reason, handedAt },
        ...{ total: total!, rank: rank!, criteria: criteria.get(assessmentId)!, handedBy: account.name },
      })),
    );
    for (const { id: assessmentId, organizationId, subjectName: name, total, rank, grade } of rows) {
      const payload: HandedOver = {
        ...{ assessmentId, cycleId, organizationId, associationId, title, name, grade, reason },
        ...{ total: total!, rank: rank!, criteria: criteria.get(assessmentId)! },
        weakest: weakestOf(dimensions.get(assessmentId) ?? []).map(({ key, name: called, points, weight }) => ({
          ...{ key, name: called.zh, points, weight },
        })),
      };
      await this.outbox.add(tx, { topic: handedOver, payload: { ...payload }, dedupeKey: assessmentId, associationId });
    }
  }

  /** Whoever answers for the organization hears of it; what is to be done about it is a matter of rectification. */
  private async tell(tx: EntityManager, { payload }: OutboxMessage): Promise<void> {
    const { associationId, organizationId, assessmentId, cycleId, name, title, reason, criteria } =
      payload as unknown as HandedOver;
    const people = await this.answerable.of(tx, associationId, [organizationId]);
    const link = `/assessments/${globalId('AssessmentCycle', cycleId)}/results/${globalId('Assessment', assessmentId)}`;
    const words = (language: 'zh' | 'en', comma: string): string =>
      criteria.map((one) => one.words[language]).join(comma);
    const params = { name, title, reason, criteriaZh: words('zh', '；'), criteriaEn: words('en', '; ') };
    for (const { id: accountId } of people.get(organizationId) ?? [])
      await this.notifications.add(tx, { accountId, associationId, kind: 'ASSESSMENT_HANDED_OVER', params, link });
  }
}

/** @throws WEAK_NOT_LISTED */
function listed(
  { assessed, criteria, rules }: FoundWeak,
  { title }: AssessmentCycleEntity,
  id: string,
): AssessmentEntity {
  const row = assessed.find((one) => one.id === id);
  if (row && criteria.has(id)) return row;
  throw weakErrors.WEAK_NOT_LISTED({
    name: row?.subjectName ?? '—',
    title,
    rule: rules['assessment.weak.grades'].name.zh,
  });
}
