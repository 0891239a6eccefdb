import { basis, MutationStage, personal } from './trial-stage';

interface Versioned {
  readonly id: string;
  readonly version: number;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string }>;

const step = ({ id, version }: Versioned) => ({ id, version });
const times = (on: string) => ({ startsAt: `${on}T09:00:00+08:00`, endsAt: `${on}T10:00:00+08:00` });
const record = { ...times('2026-09-11'), entitledCount: 9, presentCount: 8, summary: `联系 ${personal.phone}` };

async function typeId(stage: MutationStage, key: string): Promise<string> {
  const { activityTypes } = await stage.read<{ activityTypes: { id: string; key: string }[] }>(
    '{ activityTypes { id key } }',
  );
  return activityTypes.find((type) => type.key === key)!.id;
}

async function planned(stage: MutationStage, on: string, more: object = {}): Promise<Versioned> {
  const { id: organizationId } = await stage.branch();
  const input = {
    organizationId,
    activityTypeId: await typeId(stage, 'THEME_DAY'),
    title: `主题党日${stage.next}`,
    agenda: [{ title: `交流 ${personal.idNumber}`, owner: personal.name }],
    ...times(on),
    ...more,
  };
  return stage.send<Versioned>('planActivity', input, { fields: 'id version' });
}

const ofActivity =
  (name: string, on: string, more: object, planning: object = {}): Scenario =>
  async (stage) => {
    const activity = await planned(stage, on, planning);
    return { object: (await stage.send(name, { ...step(activity), ...more })).id };
  };

/** The same for the mutations of activities. */
export const activityScenarios: Readonly<Record<string, Scenario>> = {
  planActivity: async (stage) => ({ object: (await planned(stage, '2026-09-25')).id }),
  changeActivity: ofActivity('changeActivity', '2026-09-25', {
    place: `三楼（${personal.phone}）`,
    agenda: [{ title: '学习', owner: personal.name }],
  }),
  scheduleActivity: ofActivity('scheduleActivity', '2026-09-25', {}, { draft: true }),
  deleteDraftActivity: async (stage) => {
    const draft = await planned(stage, '2026-09-25', { draft: true });
    await stage.send('deleteDraftActivity', step(draft), { fields: '' });
    return { object: draft.id };
  },
  recordActivity: ofActivity('recordActivity', '2026-09-11', record),
  recordHeldActivity: async (stage) => {
    const { id: organizationId } = await stage.branch();
    const place = { organizationId, activityTypeId: await typeId(stage, 'THEME_DAY') };
    const input = { ...place, title: `报送的主题党日${stage.next}`, ...record, externalId: `OA-${stage.next}` };
    return { object: (await stage.send('recordHeldActivity', input)).id };
  },
  correctActivityRecord: async (stage) => {
    const activity = await planned(stage, '2026-09-11');
    const recorded = await stage.send<Versioned>(
      'recordActivity',
      { ...step(activity), ...record },
      { fields: 'id version' },
    );
    const right = { ...step(recorded), ...record, presentCount: 9, reason: basis };
    return { object: (await stage.send('correctActivityRecord', right)).id };
  },
  postponeActivity: ofActivity('postponeActivity', '2026-09-25', { ...times('2026-09-28'), reason: basis }),
  cancelActivity: ofActivity('cancelActivity', '2026-09-25', { reason: basis }),
};

const fields = 'id version';

const addType = async (stage: MutationStage): Promise<Versioned> => {
  const names = { key: `CONTEST_${stage.next}`, nameZh: '歌咏比赛', nameEn: 'Song contest' };
  const input = { ...names, kind: 'OTHER', organizationTypes: ['BRANCH'], entitled: 'INVITED' };
  return stage.send<Versioned>('addActivityType', input, { fields });
};

const addTerm = (stage: MutationStage): Promise<Versioned> => {
  const input = { kind: 'TOPIC', key: `TOPIC_${stage.next}`, nameZh: '读书会', nameEn: 'Book club' };
  return stage.send<Versioned>('addCatalogueTerm', input, { fields });
};

const venue = async (stage: MutationStage): Promise<Versioned> => {
  const input = { organizationId: stage.world.root.id, name: `会议室${stage.next}`, kind: 'MEETING_ROOM' };
  return stage.send<Versioned>('registerVenue', { ...input, address: `三层 ${personal.phone}` }, { fields });
};

const then =
  (name: string, make: (stage: MutationStage) => Promise<Versioned>, more: object = {}): Scenario =>
  async (stage) => ({ object: (await stage.send(name, { ...step(await make(stage)), ...more })).id });

/** And for those of the catalogue. */
export const catalogueScenarios: Readonly<Record<string, Scenario>> = {
  addActivityType: async (stage) => ({ object: (await addType(stage)).id }),
  changeActivityType: then('changeActivityType', addType, { nameZh: '歌咏会' }),
  retireActivityType: then('retireActivityType', addType),
  addCatalogueTerm: async (stage) => ({ object: (await addTerm(stage)).id }),
  changeCatalogueTerm: then('changeCatalogueTerm', addTerm, { nameZh: '读书班' }),
  retireCatalogueTerm: then('retireCatalogueTerm', addTerm),
  registerVenue: async (stage) => ({ object: (await venue(stage)).id }),
  changeVenue: then('changeVenue', venue, { capacity: 30 }),
  closeVenue: then('closeVenue', venue),
};

const setCadence = async (stage: MutationStage): Promise<Versioned> => {
  const { id: organizationId } = await stage.branch();
  const input = {
    activityTypeId: await typeId(stage, 'WARNING_EDUCATION'),
    period: 'HALF_YEAR',
    times: 2,
    organizationTypes: ['BRANCH'],
    organizationId,
    basis,
    effectiveFrom: '2026-07-01',
  };
  return stage.send<Versioned>('setCadence', input, { fields });
};
const decided = { basis: `${basis}，联系 ${personal.phone}` };

/** And for house rules on how often. */
export const cadenceScenarios: Readonly<Record<string, Scenario>> = {
  setCadence: async (stage) => ({ object: (await setCadence(stage)).id }),
  changeCadence: then('changeCadence', setCadence, { times: 3, effectiveFrom: '2027-01-01', ...decided }),
  endCadence: then('endCadence', setCadence, { effectiveTo: '2027-01-01', reason: basis }),
};
