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
  await houseCadences(stage);
  const [cadence] = await stage.world.write((tx) =>
    tx.query<{ id: string }[]>(`select id from cadence where association_id = $1 and organization_id is null limit 1`, [
      stage.world.associationId,
    ]),
  );
  stage.values.set('a cadence', globalId('Cadence', cadence!.id));
}

/** A house rule on how often at every organization, as its staff sets it. */
async function houseCadences(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    const { world } = spot;
    const { activityTypes } = await world
      .as(world.staff)
      .query<{ activityTypes: { id: string; key: string }[] }>(`{ activityTypes { id key } }`);
    const input = {
      activityTypeId: activityTypes.find(({ key }) => key === 'OTHER')!.id,
      period: 'QUARTER',
      times: 1,
      organizationTypes: [
        'FUNCTIONAL_COMMITTEE',
        'COMMITTEE',
        'GENERAL_BRANCH',
        'BRANCH',
        'JOINT_BRANCH',
        'PARTY_GROUP',
      ],
      organizationId: spot.id,
      basis: '决议〔2026〕1号',
      effectiveFrom: '2031-01-01',
    };
    const { setCadence } = await world
      .as(world.staff)
      .mutate<{ setCadence: { id: string; version: number } }>(
        `mutation ($input: SetCadenceInput!) { setCadence(input: $input) { id version } }`,
        { input },
      );
    spot.things.set('house cadence', { ...setCadence, name: spot.name });
  }
}
