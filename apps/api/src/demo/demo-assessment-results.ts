import {
  AssessmentCycleEntity,
  AssessmentEntity,
  AssessmentObjectionEntity,
  AssessmentStepEntity,
  AssessmentStepKind,
  ComputedBecause,
  CycleStage,
  digest,
  finalOf,
  IssueLetters,
  NoticeField,
  ObjectionState,
  Participation,
  Results,
} from '@dangwu/assessment';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Days } from './days';
import type { DemoAccount } from './demo-accounts';

const shown = [NoticeField.GRADE, NoticeField.TOTAL, NoticeField.RANK];
const took = In([Participation.REQUIRED, Participation.OPTED_IN]);

/** Computes what was scored, and takes a cycle from moderation on to where it stands: on notice, or sealed. */
export async function addResults(
  tx: EntityManager,
  app: INestApplicationContext,
  cycle: AssessmentCycleEntity,
  staff: DemoAccount,
  days: Days,
  { goal, noticeFrom, noticeTo }: { goal: CycleStage; noticeFrom: number; noticeTo: number },
): Promise<void> {
  await app.get(Results).compute(tx, cycle, ComputedBecause.ASKED);
  const { id: cycleId, associationId, organizationId } = cycle;
  const step = (kind: AssessmentStepKind, on: number, data: Record<string, unknown> | null = null) => ({
    id: newId(),
    ...{ associationId, cycleId, organizationId, kind, data, at: moment(days, on), actorName: staff.name },
  });
  await insertRows(tx, AssessmentStepEntity, [step(AssessmentStepKind.COMPUTED, noticeFrom - 1)]);
  if (goal === CycleStage.MODERATION) return;
  await tx.update(AssessmentEntity, { cycleId, participation: took }, { publishedAt: moment(days, noticeFrom) });
  const notice = { noticeFrom: days.at(noticeFrom), noticeTo: days.at(noticeTo), noticeFields: shown };
  await insertRows(tx, AssessmentStepEntity, [
    step(AssessmentStepKind.PUBLISHED, noticeFrom, { dueOn: notice.noticeTo, fields: shown }),
  ]);
  if (goal === CycleStage.NOTICE) {
    await tx.update(AssessmentCycleEntity, { id: cycleId }, { ...notice, stage: goal });
    return;
  }
  const open = goal === CycleStage.OBJECTION;
  await objected(tx, cycle, days, noticeFrom + 1, open);
  if (open) {
    await tx.update(AssessmentCycleEntity, { id: cycleId }, { ...notice, stage: goal });
    return;
  }
  const sealed = { sealedAt: moment(days, noticeTo + 3), digest: digest(await finalOf(tx, cycleId)) };
  await tx.update(AssessmentCycleEntity, { id: cycleId }, { ...notice, ...sealed, stage: CycleStage.FINAL });
  await insertRows(tx, AssessmentStepEntity, [
    step(AssessmentStepKind.SEALED, noticeTo + 3, { digest: sealed.digest }),
  ]);
  await app.get(IssueLetters).issue(tx, cycleId, { id: staff.id, name: staff.name });
}

/** One of those in the middle asked for its records to be counted again; it is answered, or waits for that. */
async function objected(
  tx: EntityManager,
  { id: cycleId, associationId }: AssessmentCycleEntity,
  days: Days,
  on: number,
  open: boolean,
): Promise<void> {
  const placed = await tx.find(AssessmentEntity, { where: { cycleId, participation: took }, order: { rank: 'ASC' } });
  const one = placed[Math.floor(placed.length / 2)];
  const [account] = await tx.query<{ id: string; name: string }[]>(
    `select id, name from account where association_id = $1 order by created_at, id limit 1`,
    [associationId],
  );
  if (!one || !account) return;
  const { id: assessmentId, organizationId } = one;
  const raisedAt = moment(days, on);
  const answered = {
    ...{ state: ObjectionState.REJECTED, decidedBy: '林静', decidedAt: moment(days, on + 2) },
    answer: '经核对，两次记录已经计入，得分不变。',
    ...{ totalBefore: one.total, totalAfter: one.total },
  };
  const text = open
    ? '办公秩序检查当天本组织正在搬迁，请按搬迁后的情况复核。'
    : '有两次主题党日的记录补录得晚，请核对是否计入。';
  await insertRows(tx, AssessmentObjectionEntity, [
    {
      id: newId(),
      ...{ associationId, assessmentId, organizationId, text, raisedAt },
      ...{ nodeKey: open ? 'ORDER' : null, raisedBy: account.name, raisedByAccountId: account.id },
      ...(open ? { state: ObjectionState.OPEN } : answered),
    },
  ]);
  await insertRows(tx, AssessmentStepEntity, [
    {
      id: newId(),
      ...{ associationId, cycleId, assessmentId, organizationId, text, at: raisedAt },
      ...{ kind: AssessmentStepKind.OBJECTED, data: {}, actorName: account.name },
    },
    ...(open
      ? []
      : [
          {
            id: newId(),
            ...{ associationId, cycleId, assessmentId, organizationId, text: answered.answer, at: answered.decidedAt },
            ...{ kind: AssessmentStepKind.OBJECTION_DECIDED, data: { state: answered.state }, actorName: '林静' },
          },
        ]),
  ]);
}

const moment = (days: Days, offset: number): Date => new Date(`${days.at(offset)}T15:40:00+08:00`);
