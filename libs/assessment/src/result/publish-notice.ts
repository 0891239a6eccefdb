import type { Viewer } from '@dangwu/access';
import { HolidayYears } from '@dangwu/calendar';
import { Clock } from '@dangwu/platform/clock';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ChangeCycle } from '../cycle/change-cycle';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentEntity, type AssessmentCycleEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind, CycleStage } from '../cycle/cycle.enums';
import { MoveCycle } from '../cycle/move-cycle';
import { digest } from '../engine';
import { AssessmentObjectionEntity } from './result.entity';
import { ComputedBecause, ObjectionState } from './result.enums';
import { resultErrors } from './result.errors';
import type { FinishAssessmentCycleInput, PublishAssessmentNoticeInput } from './result.inputs';
import { Results } from './results';

/** So many are named in a refusal. */
const mostNamed = 5;

/** Results go on public notice, and become final. Each answers the UUID of the cycle. */
@Injectable()
export class PublishNotice {
  constructor(
    private readonly changes: ChangeCycle,
    private readonly moves: MoveCycle,
    private readonly results: Results,
    private readonly rules: Rules,
    private readonly holidays: HolidayYears,
    private readonly clock: Clock,
  ) {}

  /** @throws STALE_VERSION, CYCLE_STAGE, RESULT_STALE, RESULT_INCOMPLETE, NOTICE_WINDOW */
  publish(viewer: Viewer, { fields, noticeTo, ...step }: PublishAssessmentNoticeInput): Promise<string> {
    return this.changes.change(viewer, 'publish', step, async (tx, cycle) => {
      const { changed } = await this.results.compute(tx, cycle, ComputedBecause.ASKED);
      if (changed > 0) throw resultErrors.RESULT_STALE();
      await refuseIncomplete(tx, cycle);
      const noticeFrom = this.clock.today();
      const last = await this.window(tx, cycle, noticeFrom, noticeTo ?? null);
      await tx.update(
        AssessmentEntity,
        { cycleId: cycle.id, participation: In([...takingPart]) },
        { publishedAt: this.clock.now() },
      );
      const set = { noticeFrom, noticeTo: last, noticeFields: [...fields] };
      const move = await this.moves.onwards(tx, viewer, cycle, CycleStage.NOTICE, { action: 'cycle.publish', set });
      const told = { kind: AssessmentStepKind.PUBLISHED, dueOn: last, data: { fields } };
      return { ...move, steps: [...(move.steps ?? []), told] };
    });
  }

  /** @throws STALE_VERSION, CYCLE_STAGE, OBJECTIONS_OPEN */
  finish(viewer: Viewer, step: FinishAssessmentCycleInput): Promise<string> {
    return this.changes.change(viewer, 'finish', step, async (tx, cycle) => {
      const open = await openObjections(tx, cycle.id);
      if (open > 0) throw resultErrors.OBJECTIONS_OPEN({ count: open });
      const sealed = digest(await finalOf(tx, cycle.id));
      const set = { sealedAt: this.clock.now(), digest: sealed };
      const move = await this.moves.onwards(tx, viewer, cycle, CycleStage.FINAL, { action: 'cycle.finish', set });
      const told = { kind: AssessmentStepKind.SEALED, data: { digest: sealed } };
      return { ...move, steps: [...(move.steps ?? []), told] };
    });
  }

  private async window(
    tx: EntityManager,
    { associationId, organizationId }: AssessmentCycleEntity,
    from: string,
    wished: string | null,
  ): Promise<string> {
    const rule = await this.rules.inForce(tx, { associationId, organizationId, key: 'assessment.notice.days' });
    const days = rule ? Number(rule.value) : 0;
    const calendar = await this.holidays.calendar(tx, associationId);
    const least = calendar.plusWorkingDays(from, days);
    if (!wished) return least;
    if (wished >= least) return wished;
    throw resultErrors.NOTICE_WINDOW({
      noticeTo: wished,
      rule: rule!.name.zh,
      days,
      least,
      basis: rule!.basis.zh,
    });
  }
}

async function refuseIncomplete(tx: EntityManager, { id: cycleId }: AssessmentCycleEntity): Promise<void> {
  const all = await tx.findBy(AssessmentEntity, { cycleId, participation: In([...takingPart]) });
  const without = all.filter(({ total }) => total === null);
  if (without.length === 0) return;
  const names = without.slice(0, mostNamed).map(({ subjectName }) => subjectName);
  throw resultErrors.RESULT_INCOMPLETE({ count: without.length, names: names.join('、') });
}

async function openObjections(tx: EntityManager, cycleId: string): Promise<number> {
  return tx
    .createQueryBuilder(AssessmentObjectionEntity, 'o')
    .innerJoin(AssessmentEntity, 'a', 'a.id = o.assessmentId and a.cycleId = :cycleId', { cycleId })
    .where('o.state = :state', { state: ObjectionState.OPEN })
    .getCount();
}

/** What is sealed of each of the assessed. */
export interface FinalLine {
  readonly organizationId: string;
  readonly total: string;
  readonly rank: number;
  readonly grade: string | null;
  /** of the result it rests on */
  readonly digest: string;
}

/** Of everybody who takes part, in the order of their organizations. */
export function finalOf(tx: EntityManager, cycleId: string): Promise<FinalLine[]> {
  return tx.query<FinalLine[]>(
    `select a.organization_id as "organizationId", a.total::text as total, a.rank, a.grade, r.digest
     from assessment a
     join lateral (select digest from assessment_result where assessment_id = a.id and deleted_at is null
       order by no desc limit 1) r on true
     where a.cycle_id = $1 and a.participation = any($2) and a.deleted_at is null
     order by a.organization_id, a.member_id`,
    [cycleId, takingPart],
  );
}
