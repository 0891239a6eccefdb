import { createWorld } from '@dangwu/testing';
import { loadEmpty } from './load';
import { activitiesOfDemo } from './trial/activities-of-demo';
import { assessmentsOfDemo } from './trial/assessments-of-demo';
import { decisionsOfDemo } from './trial/decisions-of-demo';
import { organizationsOfDemo } from './trial/organizations-of-demo';
import { peopleOfDemo } from './trial/people-of-demo';
import { rightsOfDemo } from './trial/rights-of-demo';
import { accountsOf, DemoWorld, signIn, throughBothSteps } from './trial/demo-world';

// whatever day it is loaded on; loaded once for all that is asked of it
describe.each(['2026-09-18', '2028-02-29'])('the demo association, loaded on %s', (today) => {
  let loaded: DemoWorld;
  // a whole association with a year of everything
  beforeAll(async () => {
    loaded = await DemoWorld.load(today);
  }, 240_000);
  afterAll(() => loaded.world.close());

  const demo = (): DemoWorld => loaded;
  organizationsOfDemo(demo);
  peopleOfDemo(demo);
  activitiesOfDemo(demo);
  rightsOfDemo(demo);
  decisionsOfDemo(demo);
  assessmentsOfDemo(demo);
});

describe('an association without data', () => {
  it('has its administrators and the staff who found its root', async () => {
    const world = await createWorld({ empty: true });
    try {
      const loaded = await loadEmpty(world.app);
      expect(loaded).toMatchObject({ organizations: 0, accounts: 4 });
      const lines = await accountsOf(world);
      expect(lines.map(({ role }) => role)).toEqual(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'PARTY_STAFF']);
      const staff = world.as(await signIn(world, lines[3]!));
      const founded = await staff.mutate(
        `mutation { foundOrganization(input: { type: COMMITTEE, name: "新协会党委", code: "1", effectiveOn: "2026-09-01", basis: "批复" }) { name } }`,
      );
      expect(founded).toEqual({ foundOrganization: { name: '新协会党委' } });
      const admin = await throughBothSteps(world, lines[0]!);
      await expect(admin.ask(`{ partyOrganizations(first: 1) { totalCount } }`)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    } finally {
      await world.close();
    }
  });
});
