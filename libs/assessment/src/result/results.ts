import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentEntity, type AssessmentCycleEntity } from '../cycle/cycle.entity';
import { compute, digest, type Inputs, type Moderation, type Result, type SchemeTree } from '../engine';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { inputsOf } from '../scoring/inputs-of';
import { AssessmentResultEntity } from './result.entity';
import type { ComputedBecause } from './result.enums';
import { placeGroups } from './place-groups';
import { standingOf } from './standing';

/** So many are read, computed and written at once: memory stays flat. */
const batch = 250;

/** What came of computing. */
export interface Computed {
  readonly computed: number;
  /** of how many the result is another than before */
  readonly changed: number;
  /** those of whom something is missing, with the first that is */
  readonly incomplete: readonly { readonly name: string; readonly code: string; readonly path: string }[];
}

/** Computes results and places them in their groups, in the transaction of whoever changes what they rest on. */
@Injectable()
export class Results {
  constructor(private readonly clock: Clock) {}

  /**
   * @param only UUIDs of assessments; left out: all that take part. Their groups are placed anew either way.
   * @param progress told after each batch
   */
  async compute(
    tx: EntityManager,
    cycle: AssessmentCycleEntity,
    because: ComputedBecause,
    only?: readonly string[],
    progress?: (done: number, all: number) => Promise<void>,
  ): Promise<Computed> {
    const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
    const assessed = await tx.find(AssessmentEntity, {
      where: { cycleId: cycle.id, participation: In([...takingPart]), ...(only && { id: In([...only]) }) },
      order: { id: 'ASC' },
    });
    const incomplete: { name: string; code: string; path: string }[] = [];
    let changed = 0;
    for (let at = 0; at < assessed.length; at += batch) {
      const some = assessed.slice(at, at + batch);
      const results = await this.of(tx, tree, some);
      changed += await this.keep(tx, tree, some, results, because);
      for (const { id, subjectName: name } of some) {
        const [fault] = results.get(id)!.faults;
        if (fault) incomplete.push({ name, code: fault.code, path: fault.path });
      }
      await progress?.(Math.min(at + batch, assessed.length), assessed.length);
    }
    await placeGroups(tx, cycle, tree, [...new Set(assessed.map(({ groupKey }) => groupKey))]);
    return { computed: assessed.length, changed, incomplete };
  }

  /** What these come to as things stand, nothing written. */
  async of(
    tx: EntityManager,
    tree: SchemeTree,
    assessed: readonly AssessmentEntity[],
  ): Promise<ReadonlyMap<string, Result>> {
    const inputs = await inputsOf(tx, tree, assessed);
    const moderated = await moderationOf(
      tx,
      assessed.map(({ id }) => id),
    );
    return new Map(
      assessed.map(({ id }) => [
        id,
        compute(tree, { ...(inputs.get(id) as Inputs), moderated: moderated.get(id) ?? {} }),
      ]),
    );
  }

  /** A row for each that differs from the one before it. @returns how many do */
  private async keep(
    tx: EntityManager,
    tree: SchemeTree,
    assessed: readonly AssessmentEntity[],
    results: ReadonlyMap<string, Result>,
    because: ComputedBecause,
  ): Promise<number> {
    const last = await lastOf(
      tx,
      assessed.map(({ id }) => id),
    );
    const computedAt = this.clock.now();
    const rows = assessed.flatMap(({ id: assessmentId, associationId, organizationId }) => {
      const result = results.get(assessmentId)!;
      const [before, now] = [last.get(assessmentId), digest(result)];
      if (before?.digest === now) return [];
      return [
        {
          id: newId(computedAt.getTime()),
          ...{ associationId, assessmentId, organizationId },
          no: (before?.no ?? 0) + 1,
          total: result.total,
          tree: result,
          standing: standingOf(result, tree),
          digest: now,
          reason: because,
          computedAt,
        },
      ];
    });
    await insertRows(tx, AssessmentResultEntity, rows);
    return rows.length;
  }
}

async function lastOf(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly no: number; readonly digest: string }>> {
  const rows = await tx.query<{ id: string; no: number; digest: string }[]>(
    `select distinct on (assessment_id) assessment_id as id, no, digest from assessment_result
     where assessment_id = any($1) and deleted_at is null order by assessment_id, no desc`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Points that moderation, or an objection that was upheld, set; the latest word on an indicator holds. */
async function moderationOf(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Record<string, Moderation>>> {
  const rows = await tx.query<{ id: string; key: string; points: string; reason: string }[]>(
    `select assessment_id as id, node_key as key, points::text as points, reason from assessment_adjustment
     where assessment_id = any($1) and points is not null and withdrawn_at is null and deleted_at is null
     order by made_at, id`,
    [ids],
  );
  const all = new Map<string, Record<string, Moderation>>();
  for (const { id, key, points, reason } of rows) all.set(id, { ...all.get(id), [key]: { points, reason } });
  return all;
}
