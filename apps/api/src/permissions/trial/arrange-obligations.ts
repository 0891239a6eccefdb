import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Stage } from './stage';

/** As rows, one and a waived one at every organization: which of them owe what is a rule of the domain. */
export async function obligations(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    const [open, waived] = [newId(), newId()];
    await spot.world.write((tx) =>
      tx.query(
        `insert into obligation (id, association_id, organization_id, cadence_id, rule_id, activity_type_id, period,
           starts_on, ends_on, due_from, required, risk_from, waived_at, waived_by, waived_reason)
         select w.id, $1, $2, c.id, r.id, c.activity_type_id, 'QUARTER', w.day, w.day + 89, w.day, 1, w.day + 60,
           w.at, case when w.at is not null then '测试' end, case when w.at is not null then '全员驻外' end
         from (select * from cadence where association_id = $1 limit 1) c
         join rule r on r.association_id = $1 and r.key = c.rule_key
         cross join (values ($3::uuid, date '2026-01-01', null::timestamptz), ($4, date '2026-04-01', now())) w (id, day, at)`,
        [spot.world.associationId, localId('PartyOrganization', spot.id), open, waived],
      ),
    );
    spot.things.set('obligation', { id: globalId('Obligation', open), version: 1, name: spot.name });
    spot.things.set('waived obligation', { id: globalId('Obligation', waived), version: 1, name: spot.name });
  }
  const [cadence] = await stage.world.write((tx) =>
    tx.query<{ id: string }[]>(`select id from cadence where association_id = $1 limit 1`, [stage.world.associationId]),
  );
  stage.values.set('a cadence', globalId('Cadence', cadence!.id));
}
