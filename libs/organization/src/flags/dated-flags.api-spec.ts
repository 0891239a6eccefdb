import { freshWorlds, type World } from '@dangwu/testing';
import { OrganizationEffectiveJob } from '../history/organization-effective.job';

interface Seen {
  flags: { code: string; since: string }[];
}
interface Listed {
  partyOrganizations: { nodes: { code: string }[] };
  organizations: { nodes: { code: string }[] };
  organizationFigures: { flagged: number; termsEndingSoon: number; termsOverdue: number };
}

describe('flags as of a day', () => {
  let world: World;
  const fresh = freshWorlds({ now: '2026-03-02T02:00:00Z' });
  beforeEach(async () => {
    world = await fresh();
  });
  afterEach(() => world.close());

  const flags = async (id: string, asOf: string | null = null): Promise<string[]> => {
    const document = `query ($id: ID!, $asOf: Date) { partyOrganization(id: $id, asOf: $asOf) { flags { code since } } }`;
    const found = await world.as(world.staff).query<{ partyOrganization: Seen }>(document, { id, asOf });
    return found.partyOrganization.flags.map(({ code, since }) => `${code} ${since}`);
  };
  const listed = async (asOf: string | null) => {
    const document = `query ($asOf: Date) {
      partyOrganizations(first: 9, asOf: $asOf, filter: { flagged: true }) { nodes { code } }
      organizations(first: 9, asOf: $asOf, filter: { flagged: true }) { nodes { code } }
      organizationFigures(asOf: $asOf) { flagged termsEndingSoon termsOverdue } }`;
    return world.as(world.staff).query<Listed>(document, { asOf });
  };
  const change = (name: string, type: string, input: object) =>
    world
      .as(world.staff)
      .mutate<Record<string, { id: string; version: number }>>(
        `mutation ($input: ${type}!) { ${name}(input: $input) { id version } }`,
        { input: { basis: '批复', ...input } },
      );
  /** Nobody stays signed in for months. */
  const later = async (instant: string): Promise<void> => {
    world.clock.set(instant);
    world.staff = await world.account('PARTY_STAFF');
  };
  const versionOf = async (id: string): Promise<number> => {
    const document = `query ($id: ID!) { partyOrganization(id: $id) { version } }`;
    return (await world.as(world.staff).query<{ partyOrganization: { version: number } }>(document, { id }))
      .partyOrganization.version;
  };

  it('are those that stood on it: on the page, in lists and in figures', async () => {
    const branch = await world.branch('大支部', { reportedMemberCount: 60 });
    expect(await flags(branch.id)).toEqual(['GENERAL_BRANCH_DUE 2026-03-02']);
    await later('2026-06-10T02:00:00Z');
    const version = await versionOf(branch.id);
    await change('changeOrganizationType', 'ChangeOrganizationTypeInput', {
      id: branch.id,
      version,
      type: 'GENERAL_BRANCH',
      effectiveOn: '2026-06-10',
    });
    expect(await flags(branch.id)).toEqual([]);
    expect(await flags(branch.id, '2026-06-09')).toEqual(['GENERAL_BRANCH_DUE 2026-03-02']);
    expect(await flags(branch.id, '2026-06-10')).toEqual([]);
    expect(await flags(branch.id, '2026-03-01')).toEqual([]);
    for (const [asOf, codes] of [
      [null, []],
      ['2026-04-01', [branch.code]],
      ['2026-02-01', []],
    ] as const) {
      const { partyOrganizations, organizations, organizationFigures } = await listed(asOf);
      expect(partyOrganizations.nodes.map(({ code }) => code)).toEqual(codes);
      expect(organizations.nodes.map(({ code }) => code)).toEqual(codes);
      expect(organizationFigures.flagged).toBe(codes.length);
    }
  });

  it('are told anew when the past is: by an operation of an earlier day, and by its undoing', async () => {
    const branch = await world.branch('大支部', { reportedMemberCount: 60 });
    await later('2026-06-10T02:00:00Z');
    await change('changeOrganizationType', 'ChangeOrganizationTypeInput', {
      id: branch.id,
      version: await versionOf(branch.id),
      type: 'GENERAL_BRANCH',
      effectiveOn: '2026-04-01',
    });
    expect(await flags(branch.id, '2026-03-31')).toEqual(['GENERAL_BRANCH_DUE 2026-03-02']);
    expect(await flags(branch.id, '2026-05-01')).toEqual([]);
    const { partyOrganization } = await world
      .as(world.staff)
      .query<{ partyOrganization: { operations: { nodes: { id: string }[] } } }>(
        `query ($id: ID!) { partyOrganization(id: $id) { operations(first: 1) { nodes { id } } } }`,
        { id: branch.id },
      );
    const operationId = partyOrganization.operations.nodes[0]!.id;
    await change('undoOperation', 'UndoOperationInput', { operationId });
    expect(await flags(branch.id, '2026-05-01')).toEqual(['GENERAL_BRANCH_DUE 2026-03-02']);
    expect(await flags(branch.id)).toEqual(['GENERAL_BRANCH_DUE 2026-03-02']);
    const rows = await world.write((tx) =>
      tx.query<object[]>(`select from organization_flag where deleted_at is null`),
    );
    expect(rows).toHaveLength(1);
  });

  it('follow a term, also over days on which no worker was there', async () => {
    const branch = await world.branch('老支部', { foundedOn: '2023-06-15', effectiveOn: '2023-06-15' });
    expect(await flags(branch.id)).toEqual(['TERM_ENDS_SOON 2025-12-15']);
    await later('2026-06-18T16:10:00Z');
    await world.app.get(OrganizationEffectiveJob).run();
    expect(await flags(branch.id)).toEqual(['TERM_OVERDUE 2026-06-15']);
    expect(await flags(branch.id, '2026-06-14')).toEqual(['TERM_ENDS_SOON 2025-12-15']);
    expect(await flags(branch.id, '2026-06-15')).toEqual(['TERM_OVERDUE 2026-06-15']);
    const { organizationFigures: then } = await listed('2026-06-14');
    const { organizationFigures: now } = await listed(null);
    expect([then.termsEndingSoon, then.termsOverdue, now.termsEndingSoon, now.termsOverdue]).toEqual([1, 0, 0, 1]);
  });

  it('are not shown to whoever may not read the organization, on no day', async () => {
    const [mine, other] = [await world.branch('本支部'), await world.branch('别的支部', { reportedMemberCount: 60 })];
    const secretary = await world.account('SECRETARY', mine);
    const document = `query ($asOf: Date) { organizations(first: 9, asOf: $asOf, filter: { flagged: true }) { nodes { code } } }`;
    for (const asOf of [null, '2026-03-02']) {
      const { organizations } = await world.as(secretary).query<Listed>(document, { asOf });
      expect(organizations.nodes).toEqual([]);
      expect((await listed(asOf)).organizations.nodes).toEqual([{ code: other.code }]);
    }
  });
});
