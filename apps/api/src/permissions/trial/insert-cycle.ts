import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { World } from '@dangwu/testing';

const named = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

/** One indicator that people judge, and a deduction. */
const tree = {
  rounding: { scale: 2, mode: 'HALF_UP' },
  scorers: { by: 'AVERAGE' },
  root: {
    kind: 'GROUP',
    key: 'root',
    name: named('考核'),
    weight: '30',
    children: [
      {
        kind: 'RUBRIC',
        key: 'study',
        name: named('班子研究党建工作'),
        weight: '20',
        entry: 'POINTS',
        levels: [],
        commentWhenCut: true,
      },
      {
        kind: 'BALLOT',
        key: 'voice',
        name: named('党员满意度'),
        weight: '10',
        groups: [{ key: 'MEMBERS', name: named('党员'), weight: '1' }],
        options: [
          { key: 'YES', name: named('满意'), share: '1' },
          { key: 'NO', name: named('不满意'), share: '0' },
        ],
      },
      { kind: 'DEDUCTION', key: 'late', name: named('会议记录逾期'), figure: null, each: '0.30', cap: '3.00' },
    ],
  },
  grades: [],
  topShare: null,
  tieBreakers: [],
  equalAtLimit: 'NEITHER',
};

/** The tree of `insertCycle` asks for the one, and for votes on the other. */
export const judgedIndicator = 'study';
export const votedIndicator = 'voice';

/**
 * A cycle at the root of a world, as rows, in the stage of self-assessment unless said otherwise, with an assessment of each organization, verified
 * by the organization above it.
 * @returns global ids
 */
export function insertCycle(
  world: World,
  organizations: readonly { readonly id: string; readonly name: string }[],
  stage: 'SELF_ASSESSMENT' | 'VERIFICATION' = 'SELF_ASSESSMENT',
): Promise<{ cycle: string; assessments: ReadonlyMap<string, string> }> {
  const { associationId } = world;
  const [schemeId, versionId, cycleId] = [newId(), newId(), newId()];
  return world.write(async (tx) => {
    const root = localId('PartyOrganization', world.root.id);
    await tx.query(
      `insert into assessment_scheme (id, association_id, key, name_zh, name_en, subject)
       values ($1, $2, $3, '考核', 'Assessment', 'ORGANIZATION')`,
      [schemeId, associationId, `trial-${schemeId.slice(-8)}`],
    );
    await tx.query(
      `insert into scheme_version (id, association_id, scheme_id, no, state, tree, hash, published_at, published_by, used_at)
       values ($1, $2, $3, 1, 'PUBLISHED', $4, repeat('0', 64), now(), '测试', now())`,
      [versionId, associationId, schemeId, JSON.stringify(tree)],
    );
    await tx.query(
      `insert into assessment_cycle (id, association_id, organization_id, scheme_version_id, title, period_from, period_to,
         relations, group_by, stage, opened_by, snapshot_at)
       values ($1, $2, $3, $4, '2026 年上半年考核', '2026-01-01', '2026-06-30', '{LEADS,GUIDES}', 'NONE', $5, '测试', now())`,
      [cycleId, associationId, root, versionId, stage],
    );
    await tx.query(
      `insert into assessment_stage (id, association_id, cycle_id, organization_id, stage, due_on)
       select gen_random_uuid(), $1, $2, $3, stage, '2026-12-31'
       from unnest('{PREPARING,SELF_ASSESSMENT,VERIFICATION,EXPERT_REVIEW,MODERATION,NOTICE,OBJECTION,FINAL}'::text[]) stage`,
      [associationId, cycleId, root],
    );
    const assessments = new Map<string, string>();
    for (const { id, name } of organizations) {
      const assessmentId = newId();
      await tx.query(
        `insert into assessment (id, association_id, cycle_id, organization_id, subject_name, organization_type, relation,
           verifier_id, group_key, group_name, participation)
         select $1, $2, $3, o.id, $5, o.type, 'LEADS', coalesce(o.parent_id, o.id), 'ALL', '全部', 'REQUIRED'
         from party_organization o where o.id = $4`,
        [assessmentId, associationId, cycleId, localId('PartyOrganization', id), name],
      );
      assessments.set(id, globalId('Assessment', assessmentId));
    }
    return { cycle: globalId('AssessmentCycle', cycleId), assessments };
  });
}
