import { Access, type Viewer } from '@dangwu/access';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeCycle } from '../cycle/change-cycle';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentCycleEntity, AssessmentEntity } from '../cycle/cycle.entity';
import type { SchemeTree } from '../engine';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { dimensionsOf } from './dimensions';
import { distributionsOf } from './distributions';
import { gradeName, gradeOf, presentNodes } from './present';
import { AssessmentAdjustmentEntity, AssessmentObjectionEntity, AssessmentResultEntity } from './result.entity';
import type { AssessmentResult, AssessmentTrendPoint, GroupDistribution } from './result.type';

/** A result with whose it is; null: not computed, or not on notice yet. */
export interface ReadResult {
  readonly assessment: AssessmentEntity;
  readonly cycle: AssessmentCycleEntity;
  readonly result: AssessmentResult | null;
}

interface Seen {
  readonly assessment: AssessmentEntity;
  readonly cycle: AssessmentCycleEntity;
  readonly tree: SchemeTree;
  readonly conducts: boolean;
}

/** Results as they are looked at: by whoever conducts the cycle at any time, by others once they are on notice. */
@Injectable()
export class ReadResults {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly changes: ChangeCycle,
  ) {}

  /** @returns null: not computed, or not on notice yet @throws UNKNOWN_ID */
  async one(viewer: Viewer, global: string): Promise<AssessmentResult | null> {
    return (await this.read(viewer, global)).result;
  }

  /** @throws UNKNOWN_ID */
  async read(viewer: Viewer, global: string): Promise<ReadResult> {
    const seen = await this.see(viewer, localId('Assessment', global));
    const { assessment, cycle } = seen;
    return { assessment, cycle, result: await this.of(viewer, seen) };
  }

  private async of(viewer: Viewer, { assessment, cycle, tree, conducts }: Seen): Promise<AssessmentResult | null> {
    if (!conducts && !assessment.publishedAt) return null;
    // beside the group it is the numbers of others that are shown, without their names
    return this.database.transaction(systemScope(viewer.association.id), async (tx) => {
      const { id: assessmentId, groupKey, organizationId, gradeNote, rank, total } = assessment;
      const last = await tx.findOne(AssessmentResultEntity, { where: { assessmentId }, order: { no: 'DESC' } });
      if (!last) return null;
      const [group] = await distributionsOf(tx, cycle.id, tree, groupKey, (id) => conducts || id === assessmentId);
      const latest = { where: { assessmentId }, order: { id: 'DESC' } } as const;
      const { no, reason: because, computedAt, digest } = last;
      return {
        assessmentId: globalId('Assessment', assessmentId),
        ...{ no, total, gradeNote, rank, because, computedAt, digest },
        grade: gradeOf(tree, assessment.grade),
        nodes: presentNodes(last.tree.root, { organizationId, from: cycle.periodFrom, to: cycle.periodTo }, tree),
        dimensions: (await dimensionsOf(tx, cycle.id, groupKey)).get(assessmentId) ?? [],
        group: group ?? null,
        adjustments: (await tx.find(AssessmentAdjustmentEntity, latest)).map((row) => ({
          ...row,
          id: globalId('AssessmentAdjustment', row.id),
        })),
        objections: (await tx.find(AssessmentObjectionEntity, latest)).map((row) => ({
          ...row,
          id: globalId('AssessmentObjection', row.id),
        })),
      };
    });
  }

  /** All groups of a cycle, with names, for whoever conducts it. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async distribution(viewer: Viewer, global: string): Promise<GroupDistribution[]> {
    const cycle = await this.changes.find(viewer, global);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
      return distributionsOf(tx, cycle.id, tree, null, () => true);
    });
  }

  /** The dimensions of everybody in a cycle, for whoever conducts it. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async dimensions(viewer: Viewer, global: string) {
    const cycle = await this.changes.find(viewer, global);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const all = await dimensionsOf(tx, cycle.id, null);
      const rows = await tx.findBy(AssessmentEntity, { cycleId: cycle.id });
      return rows
        .filter(({ id }) => all.has(id))
        .sort((a, b) => a.groupName.localeCompare(b.groupName, 'zh') || (a.rank ?? 0) - (b.rank ?? 0))
        .map((row) => ({
          assessmentId: globalId('Assessment', row.id),
          ...{ name: row.subjectName, groupName: row.groupName, total: row.total },
          dimensions: all.get(row.id)!,
        }));
    });
  }

  /** What the organization of this assessment came to by the same scheme, the earliest first. @throws UNKNOWN_ID */
  async trend(viewer: Viewer, global: string): Promise<AssessmentTrendPoint[]> {
    const { assessment, cycle, conducts } = await this.see(viewer, localId('Assessment', global));
    return this.database.transaction(systemScope(viewer.association.id), async (tx) => {
      const rows = await tx.query<TrendRow[]>(trend, [
        assessment.organizationId,
        cycle.schemeVersionId,
        assessment.memberId,
        takingPart,
        conducts,
        cycle.organizationId,
      ]);
      return rows.map(({ tree, grade, id, cycleId, ...row }) => ({
        ...row,
        assessmentId: globalId('Assessment', id),
        cycleId: globalId('AssessmentCycle', cycleId),
        grade: gradeName(tree, grade),
      }));
    });
  }

  private async see(viewer: Viewer, id: string): Promise<Seen> {
    const find = async (permission: 'assessment.conduct' | 'assessment.read'): Promise<AssessmentEntity | null> =>
      this.database.transaction(viewer.scope(permission), (tx) => tx.findOneBy(AssessmentEntity, { id }));
    const assessment = (await find('assessment.read')) ?? (await find('assessment.conduct'));
    if (!assessment) throw platformErrors.UNKNOWN_ID();
    const { cycle, tree } = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      cycleOf(tx, assessment),
    );
    const place = await this.access.place(null, viewer, cycle.organizationId);
    return { assessment, cycle, tree, conducts: viewer.can('assessment.conduct', place) };
  }
}

async function cycleOf(
  tx: EntityManager,
  { cycleId }: AssessmentEntity,
): Promise<{ cycle: AssessmentCycleEntity; tree: SchemeTree }> {
  const cycle = await tx.findOneByOrFail(AssessmentCycleEntity, { id: cycleId });
  const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
  return { cycle, tree };
}

interface TrendRow extends Omit<AssessmentTrendPoint, 'assessmentId' | 'cycleId' | 'grade'> {
  readonly id: string;
  readonly cycleId: string;
  readonly grade: string | null;
  readonly tree: SchemeTree;
}

/** Of cycles of others only what is on notice. */
const trend = `
  select a.id, c.id as "cycleId", c.title, c.period_to::text as "periodTo", a.total::text as total, a.grade, a.rank, v.tree,
    (select count(*)::int from assessment g where g.cycle_id = a.cycle_id and g.group_key = a.group_key
       and g.total is not null and g.deleted_at is null) as "groupSize"
  from assessment a join assessment_cycle c on c.id = a.cycle_id join scheme_version v on v.id = c.scheme_version_id
  where a.organization_id = $1 and a.member_id is not distinct from $3 and a.participation = any($4)
    and v.scheme_id = (select scheme_id from scheme_version where id = $2)
    and a.total is not null and c.cancelled_at is null and a.deleted_at is null
    and (a.published_at is not null or ($5 and c.organization_id = $6))
  order by c.period_to, c.id`;
