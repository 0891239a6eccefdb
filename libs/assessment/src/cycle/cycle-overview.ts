import { Access, type Viewer } from '@dangwu/access';
import { typeWords, type OrganizationType } from '@dangwu/organization';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import type { LocalText } from '@dangwu/platform/graphql';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeCycle } from './change-cycle';
import { coverageOf } from './coverage';
import { orderOf } from './cycle-lifecycle';
import type { AssessmentGroup, CycleHint } from './cycle-parts.type';
import { AssessmentCycleEntity } from './cycle.entity';
import { CycleHintKind, CycleStage } from './cycle.enums';

interface ChangedRow {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly nameThen: string;
  readonly type: OrganizationType;
  readonly typeThen: OrganizationType;
  readonly parent: string | null;
  readonly parentThen: string;
  readonly dissolvedOn: string | null;
  readonly gone: boolean;
  readonly movedAway: boolean;
}

const itself = (text: string): LocalText => ({ zh: text, en: text });
const nothing = itself('');

/** A cycle looked at as a whole: its groups, and what changed since it was opened. */
@Injectable()
export class CycleOverview {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly changes: ChangeCycle,
  ) {}

  /** For whoever reads the cycle where it is conducted; the larger first. @throws UNKNOWN_ID */
  async groups(viewer: Viewer, global: string): Promise<AssessmentGroup[]> {
    const id = localId('AssessmentCycle', global);
    const seen = await this.database.transaction(viewer.scope('assessment.read'), (tx) =>
      tx.findOneBy(AssessmentCycleEntity, { id }),
    );
    if (!seen || !viewer.can('assessment.read', await this.access.place(null, viewer, seen.organizationId)))
      throw platformErrors.UNKNOWN_ID();
    // how far experts are is counted, not what they said
    return this.database.transaction(systemScope(viewer.association.id), (tx) =>
      tx.query<AssessmentGroup[]>(groups, [id]),
    );
  }

  /** What changed at organizations since. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async hints(viewer: Viewer, global: string): Promise<CycleHint[]> {
    const cycle = await this.changes.find(viewer, global);
    if (cycle.cancelledAt || cycle.stage === CycleStage.FINAL) return [];
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const changed = (await tx.query<ChangedRow[]>(changes, [cycle.id])).flatMap(hintsOf);
      // whoever is founded later than that is a matter of the next cycle
      const founded = orderOf(cycle.stage) > orderOf(CycleStage.SELF_ASSESSMENT) ? [] : await this.founded(tx, cycle);
      return [...changed, ...founded];
    });
  }

  private async founded(tx: EntityManager, cycle: AssessmentCycleEntity): Promise<CycleHint[]> {
    const { covered } = await coverageOf(tx, cycle);
    const rows = await tx.query<{ id: string }[]>(`select organization_id as id from assessment where cycle_id = $1`, [
      cycle.id,
    ]);
    const known = new Set(rows.map(({ id }) => id));
    return covered
      .filter(({ id }) => !known.has(id))
      .map(({ id, name }) => ({
        kind: CycleHintKind.FOUNDED,
        assessmentId: null,
        organizationId: globalId('PartyOrganization', id),
        name,
        before: nothing,
        after: itself(name),
      }));
  }
}

function hintsOf(row: ChangedRow): CycleHint[] {
  const of = (kind: CycleHintKind, before: LocalText, after: LocalText): CycleHint => ({
    ...{ kind, before, after },
    assessmentId: globalId('Assessment', row.id),
    organizationId: globalId('PartyOrganization', row.organizationId),
    name: row.name,
  });
  if (row.gone) return [of(CycleHintKind.DISSOLVED, itself(row.nameThen), itself(row.dissolvedOn ?? ''))];
  const hints: CycleHint[] = [];
  if (row.movedAway) hints.push(of(CycleHintKind.MOVED, itself(row.parentThen), itself(row.parent ?? '')));
  if (row.type !== row.typeThen) hints.push(of(CycleHintKind.RETYPED, typeWords[row.typeThen], typeWords[row.type]));
  if (row.name !== row.nameThen) hints.push(of(CycleHintKind.RENAMED, itself(row.nameThen), itself(row.name)));
  return hints;
}

const groups = `
  select a.group_key as key, min(a.group_name) as name,
    count(*) filter (where part)::int as total,
    count(*) filter (where participation = 'INVITED')::int as invited,
    count(*) filter (where participation = 'DECLINED')::int as declined,
    count(*) filter (where participation = 'EXCLUDED')::int as excluded,
    count(*) filter (where part and self_submitted_at is not null)::int as self,
    count(*) filter (where part and self_late)::int as "selfLate",
    count(*) filter (where part and verified_at is not null)::int as verified,
    count(*) filter (where part and verified_late)::int as "verifiedLate",
    count(*) filter (where part and scored)::int as scored,
    count(*) filter (where part and total is not null)::int as computed
  from (select assessment.*, participation in ('REQUIRED', 'OPTED_IN') as part, exists (select from assessment_score s
      where s.assessment_id = assessment.id and s.source = 'EXPERT' and s.submitted_at is not null
        and s.deleted_at is null) as scored
    from assessment where cycle_id = $1 and deleted_at is null) a
  group by a.group_key order by count(*) filter (where part) desc, min(a.group_name)`;

const changes = `
  select a.id, a.organization_id as "organizationId", o.name, a.subject_name as "nameThen", o.type,
    a.organization_type as "typeThen", p.name as parent, coalesce(v.name, '') as "parentThen",
    o.dissolved_on::text as "dissolvedOn", o.status = 'DISSOLVED' as gone,
    o.parent_id is distinct from a.verifier_id as "movedAway"
  from assessment a join party_organization o on o.id = a.organization_id
  left join party_organization p on p.id = o.parent_id left join party_organization v on v.id = a.verifier_id
  where a.cycle_id = $1 and (a.participation <> 'EXCLUDED' or o.status = 'DISSOLVED')
    and (o.name <> a.subject_name or o.type <> a.organization_type or o.status = 'DISSOLVED'
      or o.parent_id is distinct from a.verifier_id)
  order by o.path collate "C" limit 500`;
