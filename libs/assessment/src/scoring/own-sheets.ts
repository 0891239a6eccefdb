import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { isLate } from './assessment-sheets';
import { officesIn, ownOf } from './recusals';
import { ScoreSource } from './scoring.enums';
import type { OwnSheet } from './scoring.type';
import { permissionOf, scopeOf, stageOf } from './sheet-frame';

interface Row {
  readonly assessmentId: string;
  readonly cycleId: string;
  readonly cycleTitle: string;
  readonly subjectName: string;
  readonly groupName: string;
  readonly dueOn: string;
  readonly submittedAt: Date | null;
  readonly filled: number;
}

interface Kind {
  /** SQL: whether the assessment `a` in the cycle `c` is somebody's to score; $2 where it is done, $3 the account, $7 all offices */
  readonly mine: string;
  /** SQL: since when the sheet is handed in */
  readonly submitted: string;
  /** stages in which it waits */
  readonly stages: readonly string[];
}

const kinds: Readonly<Record<ScoreSource, Kind>> = {
  SELF: {
    mine: 'a.organization_id = any ($2)',
    submitted: 'a.self_submitted_at',
    stages: ['SELF_ASSESSMENT', 'VERIFICATION'],
  },
  VERIFIER: {
    mine: `a.verifier_id = any ($2) and not ${ownOf('a.organization_id', '$7', '$3')}`,
    submitted: 'a.verified_at',
    stages: ['VERIFICATION', 'EXPERT_REVIEW'],
  },
  EXPERT: {
    mine: `exists (select from assessment_scorer s where s.cycle_id = c.id and s.account_id = $3 and s.removed_at is null
      and s.deleted_at is null and (s.groups is null or a.group_key = any (s.groups))
      and a.organization_id <> all (s.recused)) and not ${ownOf('a.organization_id', '$7', '$3')}`,
    submitted: `(select min(s.submitted_at) from assessment_score s where s.assessment_id = a.id and s.source = 'EXPERT'
      and s.account_id = $3 and s.deleted_at is null)`,
    stages: ['EXPERT_REVIEW'],
  },
};

const most = 500;

/** The sheets that are somebody's to fill in, in cycles that are at the stage for it (我的评分). */
@Injectable()
export class OwnSheets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that wait first, by deadline. */
  async of(viewer: Viewer): Promise<OwnSheet[]> {
    const sheets: OwnSheet[] = [];
    for (const as of Object.values(ScoreSource)) sheets.push(...(await this.as(viewer, as)));
    const waits = ({ submittedAt }: OwnSheet): number => (submittedAt ? 1 : 0);
    return sheets.sort((a, b) => waits(a) - waits(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  }

  private async as(viewer: Viewer, as: ScoreSource): Promise<OwnSheet[]> {
    const permission = permissionOf[as];
    if (!viewer.holds(permission)) return [];
    const { mine, submitted, stages } = kinds[as];
    const now = this.clock.now();
    const rows = await this.database.transaction(scopeOf(viewer, permission), async (tx) => {
      const offices = await officesOf(tx, viewer, permission);
      return tx.query<Row[]>(
        `select a.id as "assessmentId", c.id as "cycleId", c.title as "cycleTitle", a.subject_name as "subjectName",
           a.group_name as "groupName", g.due_on::text as "dueOn", ${submitted} as "submittedAt",
           (select count(*)::int from assessment_score s where s.assessment_id = a.id and s.source = $4
             and (s.source <> 'EXPERT' or s.account_id = $3) and s.deleted_at is null) as filled
         from assessment_cycle c
         join assessment_stage g on g.cycle_id = c.id and g.stage = $5
         join assessment a on a.cycle_id = c.id and a.deleted_at is null
         where c.association_id = $1 and c.deleted_at is null and c.cancelled_at is null and c.stage = any ($6)
           and a.participation in ('REQUIRED', 'OPTED_IN') and cardinality($2::uuid[]) >= 0
           and cardinality($7::uuid[]) >= 0 and ${mine}
         order by c.title, a.group_name, a.subject_name limit ${most}`,
        [viewer.association.id, offices, viewer.account.id, as, stageOf[as], stages, officesIn(viewer)],
      );
    });
    return rows.map(({ assessmentId, cycleId, ...row }) => ({
      ...row,
      as,
      assessmentId: globalId('Assessment', assessmentId),
      cycleId: globalId('AssessmentCycle', cycleId),
      late: isLate(row.dueOn, row.submittedAt ?? now),
    }));
  }
}

/** Where the viewer holds an office with the permission; one for the whole association is an office at its root. */
async function officesOf(
  tx: { query<T>(text: string, values: unknown[]): Promise<T> },
  viewer: Viewer,
  permission: string,
): Promise<string[]> {
  const held = viewer.grants.filter(({ place }) => !place || viewer.can(permission, place));
  const ids = held.flatMap(({ organizationId }) => organizationId ?? []);
  if (held.every(({ organizationId }) => organizationId) || !viewer.holdsEverywhere(permission)) return ids;
  const roots = await tx.query<{ id: string }[]>(
    `select id from party_organization where association_id = $1 and parent_id is null and deleted_at is null`,
    [viewer.association.id],
  );
  return [...ids, ...roots.map(({ id }) => id)];
}
