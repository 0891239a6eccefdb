import { Obligations } from '@dangwu/activities';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { takenDay } from '../permissions/trial/arrange-plans';
import { basis, type MutationStage, personal } from './trial-stage';

interface Versioned {
  readonly id: string;
  readonly version: number;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string }>;
const fields = 'id version';

const draft = async (stage: MutationStage): Promise<Versioned> => {
  const { id: organizationId } = await stage.branch();
  return stage.send<Versioned>('draftYearPlan', { organizationId, year: 2027 }, { fields });
};

/** A plan as its job leaves it: one item, at one organization; no worker runs here. */
async function proposed(
  stage: MutationStage,
  reason: string | null = null,
): Promise<{ plan: Versioned; item: Versioned }> {
  const { world } = stage;
  const { id } = await stage.branch();
  const organizationId = localId('PartyOrganization', id);
  const [planId, item] = [newId(), newId()];
  await world.write(async (tx) => {
    await world.app.get(Obligations).derive(tx, world.associationId, [organizationId]);
    await tx.query(
      `insert into year_plan (id, association_id, organization_id, year, settings, proposed_at)
       values ($1, $2, $3, 2027, '{"opensAt": "09:00", "closesAt": "17:30", "types": []}', now())`,
      [planId, world.associationId, organizationId],
    );
    await tx.query(
      `insert into plan_item (id, association_id, plan_id, organization_id, activity_type_id, obligation_id, ordinal,
         period_from, period_to, held_on, starts_at, ends_at, left_out_reason)
       select $1, $2, $3, $4, o.activity_type_id, o.id, 1, '2027-01-01', '2027-03-31', '2027-02-23',
         '2027-02-23 06:00Z', '2027-02-23 07:00Z', $5
       from obligation o where o.organization_id = $4 order by o.ends_on limit 1`,
      [item, world.associationId, planId, organizationId, reason],
    );
  });
  return {
    plan: { id: globalId('YearPlan', planId), version: 1 },
    item: { id: globalId('PlanItem', item), version: 1 },
  };
}

const ofPlan =
  (name: string): Scenario =>
  async (stage) => {
    const { plan } = await proposed(stage);
    await stage.send(name, plan, name === 'discardYearPlan' ? { fields: '' } : {});
    return { object: plan.id };
  };
const ofItem =
  (name: string, more: object, leftOut: string | null = null): Scenario =>
  async (stage) => {
    const { item } = await proposed(stage, leftOut);
    return { object: (await stage.send(name, { ...item, ...more })).id };
  };

/** The same for plans of a year. */
export const planScenarios: Readonly<Record<string, Scenario>> = {
  draftYearPlan: async (stage) => ({ object: (await draft(stage)).id }),
  replanYearPlan: ofPlan('replanYearPlan'),
  publishYearPlan: ofPlan('publishYearPlan'),
  discardYearPlan: ofPlan('discardYearPlan'),
  movePlanItem: ofItem('movePlanItem', { startsAt: '2027-02-24T09:00:00+08:00' }),
  leaveOutPlanItem: ofItem('leaveOutPlanItem', { reason: `请询 ${personal.phone}` }),
  takeInPlanItem: ofItem('takeInPlanItem', {}, '全员驻外'),
};

const planned = async (stage: MutationStage): Promise<{ series: string; activityId: string; version: number }> => {
  const { id: organizationId } = await stage.branch();
  const { activityTypes } = await stage.read<{ activityTypes: { id: string; key: string }[] }>(
    '{ activityTypes { id key } }',
  );
  const { id } = await stage.send('planActivitySeries', {
    organizationId,
    activityTypeId: activityTypes.find(({ key }) => key === 'THEME_DAY')!.id,
    title: '周五主题党日',
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=3', startsOn: '2026-10-09', time: '14:00', holidayPolicy: 'SKIP' },
    minutes: 60,
    place: `三楼（${personal.phone}）`,
  });
  const { activities } = await stage.read<{ activities: { nodes: Versioned[] } }>(
    `{ activities(first: 1, filter: { organizationId: "${organizationId}" }) { nodes { id version } } }`,
  );
  const [first] = activities.nodes;
  return { series: id, activityId: first!.id, version: first!.version };
};
const ofSeries =
  (name: string, more: object): Scenario =>
  async (stage) => {
    const { activityId, version } = await planned(stage);
    return { object: (await stage.send(name, { activityId, version, ...more })).id };
  };

/** An activity on a day that was taken after it was planned. */
async function onDayOff(stage: MutationStage): Promise<{ activityId: string; version: number }> {
  const { activityId, version } = await planned(stage);
  const { activity } = await stage.read<{ activity: { heldOn: string } }>(
    'query ($id: ID!) { activity(id: $id) { heldOn } }',
    { id: activityId },
  );
  await stage.world.write((tx) => tx.query(takenDay, [newId(), stage.world.associationId, activity.heldOn]));
  return { activityId, version };
}

/** And for series of activities. */
export const seriesScenarios: Readonly<Record<string, Scenario>> = {
  planActivitySeries: async (stage) => ({ object: (await planned(stage)).series }),
  changeActivitySeries: ofSeries('changeActivitySeries', { scope: 'ALL', title: '主题党日', time: '15:00' }),
  moveActivitySeries: ofSeries('moveActivitySeries', { scope: 'ALL', on: '2026-10-08' }),
  moveOffDays: async (stage) => {
    await stage.send('moveOffDays', { activities: [await onDayOff(stage)] }, { fields: '' });
    return { object: globalId('Association', stage.world.associationId) };
  },
  keepOnDayOff: async (stage) => ({
    object: (await stage.send('keepOnDayOff', { ...(await onDayOff(stage)), reason: basis })).id,
  }),
  addSeriesDate: async (stage) => {
    const { series } = await planned(stage);
    const { activitySeries } = await stage.read<{ activitySeries: Versioned }>(
      'query ($id: ID!) { activitySeries(id: $id) { id version } }',
      { id: series },
    );
    const date = { seriesId: series, version: activitySeries.version, on: '2026-10-14', reason: basis };
    return { object: (await stage.send('addSeriesDate', date)).id };
  },
  endActivitySeries: ofSeries('endActivitySeries', { reason: basis }),
};
