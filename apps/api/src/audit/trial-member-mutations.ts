import { basis, MutationStage, personal, today } from './trial-stage';

interface Member {
  readonly id: string;
  readonly version: number;
  readonly affiliations: readonly { readonly id: string }[];
  readonly appointments: readonly { readonly id: string }[];
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string }>;

const fields = 'id version affiliations { id } appointments { id }';

const facts = (number: number): object => ({
  name: `${personal.name}${number}`,
  phone: personal.phone,
  status: 'FULL',
  gender: 'FEMALE',
  birthDate: '1949-12-31',
  joinedOn: '2012-06-01',
  fullOn: '2013-06-01',
});

async function member(stage: MutationStage): Promise<Member & { readonly home: string }> {
  const { id: home } = await stage.branch();
  const place = { organizationId: home, kind: 'FORMAL', since: '2020-01-01', basis };
  return { ...(await stage.send<Member>('registerMember', { ...facts(stage.next), ...place }, { fields })), home };
}

const step = async (stage: MutationStage, name: string, of: Member, more: object): Promise<Member> =>
  stage.send<Member>(name, { id: of.id, version: of.version, on: today, basis, ...more }, { fields });

/** The same for the mutations of members and their teams. */
export const memberScenarios: Readonly<Record<string, Scenario>> = {
  registerMember: async (stage) => ({ object: (await member(stage)).id }),
  changeMember: async (stage) => {
    const { id, version } = await member(stage);
    const input = { id, version, ...facts(stage.next), idNumber: personal.idNumber, jobTitle: '会计' };
    return { object: (await stage.send('changeMember', input)).id };
  },
  revealMember: async (stage) => {
    const { id } = await member(stage);
    const input = { id, field: 'PHONE', reason: `核对 ${personal.phone}` };
    await stage.send('revealMember', input, { fields: '' });
    return { object: id };
  },
  transferAffiliation: async (stage) => {
    const { id: organizationId } = await stage.branch();
    const moved = { organizationId, kind: 'FORMAL' };
    return { object: (await step(stage, 'transferAffiliation', await member(stage), moved)).id };
  },
  endAffiliation: async (stage) => {
    const of = await member(stage);
    return { object: (await step(stage, 'endAffiliation', of, { affiliationId: of.affiliations[0]!.id })).id };
  },
  withdrawAffiliation: async (stage) => {
    const [of, { id: organizationId }] = [await member(stage), await stage.branch()];
    const ahead = { organizationId, kind: 'FUNCTIONAL', on: '2027-01-01' };
    const joined = await step(stage, 'transferAffiliation', of, ahead);
    const { id, version } = joined;
    const added = joined.affiliations.find((one) => !of.affiliations.some((old) => old.id === one.id))!;
    await stage.send('withdrawAffiliation', { id, version, affiliationId: added.id });
    return { object: id };
  },
  appoint: async (stage) => ({ object: (await appointed(stage)).id }),
  endAppointment: async (stage) => {
    const of = await appointed(stage);
    return {
      object: (await step(stage, 'endAppointment', of, { appointmentId: of.appointments[0]!.id, on: '2026-09-19' })).id,
    };
  },
  recordElection: async (stage) => {
    const { id: organizationId } = await stage.branch();
    const input = { organizationId, electedOn: today, seats: 5, basis };
    return { object: (await stage.send('recordElection', input)).id };
  },
};

/** What was typed into the search is kept by its shape, a number by nothing. */
const exporting =
  (name: string, input: object = {}): Scenario =>
  async (stage) => ({ object: (await stage.send(name, input)).id });

type OfMany = { readonly object: string; readonly by: string };

/** Of a branch that lets nobody be exported without approval. */
async function askedFor(stage: MutationStage): Promise<OfMany> {
  const { home } = await member(stage);
  const key = 'personal.export.approval';
  const none = { key, organizationId: home, value: '0', strength: 'MUST', basis, effectiveFrom: today };
  await stage.send('overrideRule', none);
  const members = { within: home, filter: { search: personal.name } };
  const { id } = await stage.send('requestExport', { members, reason: `报送统计，电话 ${personal.phone}` });
  return { object: id, by: stage.world.staff.accountId };
}

async function approved(stage: MutationStage): Promise<OfMany> {
  const { object } = await askedFor(stage);
  const by = await stage.world.account('SECURITY_ADMIN');
  await stage.send('decideExportRequest', { id: object, approve: true, reason: `同意 ${personal.phone}` }, { by });
  return { object, by: by.accountId };
}

/** The same for the files of their ledgers. */
export const memberExportScenarios: Readonly<
  Record<string, (stage: MutationStage) => Promise<{ object: string; by?: string }>>
> = {
  exportMembers: exporting('exportMembers', { filter: { search: personal.phone }, columns: ['PHONE', 'ID_NUMBER'] }),
  exportLeadershipTeams: exporting('exportLeadershipTeams', { columns: ['STATE'] }),
  exportElectionAlarms: exporting('exportElectionAlarms'),
  requestExport: askedFor,
  decideExportRequest: approved,
  fetchApprovedExport: async (stage) => {
    const { object } = await approved(stage);
    await stage.send('fetchApprovedExport', { id: object });
    return { object };
  },
};

/** Somebody to transfer, and where to. */
export async function transferable(stage: MutationStage): Promise<{ id: string; organizationId: string }> {
  const [{ id }, { id: organizationId }] = [await member(stage), await stage.branch()];
  return { id, organizationId };
}

async function appointed(stage: MutationStage): Promise<Member> {
  const of = await member(stage);
  return step(stage, 'appoint', of, { organizationId: of.home, post: 'SECRETARY' });
}

/** What a person may ask for. */
export const personalScenarios: Readonly<Record<string, Scenario>> = {
  exportSubject: async (stage) => {
    const { id } = await member(stage);
    await stage.send('exportSubject', { id, reason: `本人来电 ${personal.phone}` }, { fields: 'name' });
    return { object: id };
  },
  eraseMember: async (stage) => {
    const of = await member(stage);
    const left = await step(stage, 'endAffiliation', of, { affiliationId: of.affiliations[0]!.id });
    const { name } = await stage
      .read<{ member: { name: string } }>(`query ($id: ID!) { member(id: $id) { name } }`, {
        id: of.id,
      })
      .then(({ member: found }) => found);
    await stage.send('eraseMember', { id: of.id, version: left.version, name, basis });
    return { object: of.id };
  },
};

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const staff = (stage: MutationStage, organizationId: string): Promise<Versioned> => {
  const facts = { name: `${personal.name}${stage.next}`, phone: personal.phone, position: '党务专员' };
  const input = { organizationId, ...facts, time: 'FULL_TIME', since: '2026-01-01', basis };
  return stage.send('assignStaff', input, { fields: 'id version' });
};

const oneOfStaff = async (stage: MutationStage): Promise<Versioned> => staff(stage, (await stage.branch()).id);

async function handover(stage: MutationStage): Promise<Versioned> {
  const { id } = await stage.branch();
  const [from, to] = [await staff(stage, id), await staff(stage, id)];
  const items = [{ text: '党员档案 12 册', state: 'HANDED_OVER' }];
  const input = { fromId: from.id, toId: to.id, dueOn: '2026-09-30', items };
  return stage.send('planHandover', input, { fields: 'id version' });
}

const onRow =
  (name: string, make: (stage: MutationStage) => Promise<Versioned>, more: object): Scenario =>
  async (stage) => {
    const { id, version } = await make(stage);
    await stage.send(name, { id, version, ...more });
    return { object: id };
  };

/** The same for party-affairs staff and what they hand over. */
export const staffScenarios: Readonly<Record<string, Scenario>> = {
  assignStaff: async (stage) => ({ object: (await oneOfStaff(stage)).id }),
  changeStaff: onRow('changeStaff', oneOfStaff, { position: '组织干事', phone: personal.phone }),
  endStaff: onRow('endStaff', oneOfStaff, { on: today, basis }),
  revealStaffPhone: async (stage) => {
    const { id } = await oneOfStaff(stage);
    await stage.send('revealStaffPhone', { id, reason: `核对 ${personal.phone}` }, { fields: '' });
    return { object: id };
  },
  planHandover: async (stage) => ({ object: (await handover(stage)).id }),
  changeHandover: onRow('changeHandover', handover, { items: [{ text: '支部印章', state: 'OPEN' }] }),
  confirmHandover: onRow('confirmHandover', handover, { side: 'FROM' }),
  withdrawHandover: onRow('withdrawHandover', handover, {}),
};

const view = (stage: MutationStage): Promise<{ id: string; version: number }> =>
  stage.send(
    'saveView',
    { ledger: 'UNITS', name: `视图${stage.next}`, state: 'tiers=SECRETARIAT' },
    { fields: 'id version' },
  );

const ofView =
  (name: string, more: object): Scenario =>
  async (stage) => {
    const { id, version } = await view(stage);
    await stage.send(name, { id, version, ...more });
    return { object: id };
  };

/** The same for saved views. */
export const viewScenarios: Readonly<Record<string, Scenario>> = {
  saveView: async (stage) => ({ object: (await view(stage)).id }),
  renameView: ofView('renameView', { name: '改过名的视图' }),
  changeViewState: ofView('changeViewState', { state: 'closed=1' }),
  shareView: ofView('shareView', { audience: 'ASSOCIATION' }),
  arrangeViews: async (stage) => {
    const ledger = 'RULES';
    const made = [];
    for (const name of ['甲', '乙']) made.push((await stage.send('saveView', { ledger, name, state: '' })).id);
    await stage.send('arrangeViews', { ledger, ids: made.reverse() });
    return { object: `Account_${stage.world.staff.accountId.replaceAll('-', '')}` };
  },
  chooseDefaultView: async (stage) => {
    const { id } = await view(stage);
    await stage.send('chooseDefaultView', { ledger: 'UNITS', id });
    return { object: id };
  },
  deleteView: async (stage) => {
    const { id } = await view(stage);
    await stage.send('deleteView', { id });
    return { object: id };
  },
};
