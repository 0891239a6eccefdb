import { newId } from '@dangwu/platform/ids';
import { caller, password, Trial, TrialOrganization } from './trial/trial';

let trial: Trial;
let root: TrialOrganization;
let committee: TrialOrganization;
beforeAll(async () => {
  trial = await Trial.create();
  root = await trial.organization(null);
  committee = await trial.organization(root);
});
afterAll(() => trial.close());

const make = (input: { username?: string; password?: string }, ...grants: Parameters<typeof trial.account>) =>
  trial.services.accounts.create({
    associationId: trial.associationId,
    username: input.username ?? `u-${newId().slice(-12)}`,
    name: '李四',
    password: input.password ?? password,
    grants,
  });

describe('an account', () => {
  it.each([
    ['九个字符不够用的啊', [], 10],
    ['elevenchars', [{ role: 'AUDITOR' as const, organizationId: null }], 12],
  ])('with the password %s is refused: too short', async (short, grants, least) => {
    await expect(make({ password: short }, ...grants)).rejects.toMatchObject({
      reason: 'PASSWORD_TOO_SHORT',
      params: { least },
    });
    await expect(make({ password: `${short}1` }, ...grants)).resolves.toBeDefined();
  });

  it('has a name of its own over all associations, whatever the capitals', async () => {
    await make({ username: 'wang.wu' });
    await expect(make({ username: 'Wang.Wu' })).rejects.toMatchObject({ code: 'CONFLICT', reason: 'USERNAME_TAKEN' });
    await expect(make({ username: 'wang wu' })).rejects.toMatchObject({ reason: 'USERNAME_FORM' });
    await expect(make({ username: '王五' })).resolves.toBeDefined();
  });

  it('is not there at all when one of its grants is refused', async () => {
    const grants = [{ role: 'SECRETARY' as const, organizationId: newId() }];
    await expect(make({ username: 'half' }, ...grants)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(make({ username: 'half' })).resolves.toBeDefined();
  });

  it('and its grants stand in the audit log, the password does not', async () => {
    const { id } = await make({}, { role: 'SECRETARY', organizationId: committee.id });
    const events = [...(await trial.events('createAccount')), ...(await trial.events('grantRole'))];
    const mine = events.filter(({ subject_id }) => subject_id === id);
    expect(mine).toMatchObject([
      // who it is, is found by the account; the name itself could not be erased here
      { after: { name: '李**' } },
      { after: { role: 'SECRETARY', organizationId: committee.id } },
    ]);
    expect(JSON.stringify(mine)).not.toContain(password);
  });

  it('keeps its hash where neither the reader nor other associations see it', async () => {
    await make({});
    await expect(trial.database.reader.query('select * from account_secret')).rejects.toThrow(/permission denied/);
    const other = await trial.anotherAssociation();
    const seen = (sql: string) => trial.write((tx) => tx.query<unknown[]>(sql), other);
    expect(await seen('select * from account_secret')).toEqual([]);
    expect(await seen('select * from account')).toEqual([]);
    expect(await seen('select * from access_grant')).toEqual([]);
    expect((await trial.write((tx) => tx.query<unknown[]>('select * from account_secret'))).length).toBeGreaterThan(0);
  });
});

describe('of the three administrators', () => {
  const administrators = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'] as const;

  it.each(administrators.flatMap((a) => administrators.filter((b) => b !== a).map((b) => [a, b] as const)))(
    '%s cannot be %s as well, by the service and by the database itself',
    async (first, second) => {
      const account = await make({}, { role: first, organizationId: null });
      const adding = trial.write((tx) =>
        trial.services.accounts.grant(tx, account, { role: second, organizationId: null }),
      );
      await expect(adding).rejects.toMatchObject({
        code: 'PRECONDITION_FAILED',
        reason: 'ROLES_EXCLUDE',
        messages: { zh: expect.stringContaining('三员分立') as string },
      });
      const past = trial.admin.query(
        `insert into access_grant (id, association_id, account_id, role, since) values ($1, $2, $3, $4, now())`,
        [newId(), trial.associationId, account.id, second],
      );
      await expect(past).rejects.toMatchObject({ constraint: 'access_grant_roles_exclude' });
    },
  );

  it('the next role is taken after the first is revoked, and other roles beside it', async () => {
    const account = await make({}, { role: 'SYSTEM_ADMIN', organizationId: null });
    const { accounts, sessions } = trial.services;
    const { token } = await trial.write((tx) => sessions.create(tx, account, caller, { secondFactor: true }));
    const [first] = (await sessions.verify(token))!.grants;
    trial.clock.advance(1000);
    await trial.write((tx) => accounts.revoke(tx, first!.id));
    await trial.write((tx) => accounts.grant(tx, account, { role: 'AUDITOR', organizationId: null }));
    await trial.write((tx) => accounts.grant(tx, account, { role: 'MEMBER', organizationId: committee.id }));
    const viewer = (await sessions.verify(token))!;
    expect(viewer.grants.map(({ role }) => role)).toEqual(['AUDITOR', 'MEMBER']);
    await expect(trial.write((tx) => accounts.revoke(tx, first!.id))).rejects.toMatchObject({ reason: 'GRANT_ENDED' });
  });

  it('two granted at the same moment end with one', async () => {
    const account = await make({});
    const both = (['SYSTEM_ADMIN', 'AUDITOR'] as const).map((role) =>
      trial.write((tx) => trial.services.accounts.grant(tx, account, { role, organizationId: null })),
    );
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a grant', () => {
  const granting = async (role: 'SECRETARY' | 'AUDITOR' | 'PARTY_STAFF', organizationId: string | null) => {
    const account = await make({});
    return trial.write((tx) => trial.services.accounts.grant(tx, account, { role, organizationId }));
  };

  it('of a content role names an organization, of an administrator none, of staff either', async () => {
    await expect(granting('SECRETARY', null)).rejects.toMatchObject({ reason: 'ROLE_NEEDS_ORGANIZATION' });
    await expect(granting('AUDITOR', root.id)).rejects.toMatchObject({ reason: 'ROLE_FOR_ASSOCIATION' });
    await expect(granting('SECRETARY', root.id)).resolves.toBeDefined();
    await expect(granting('PARTY_STAFF', root.id)).resolves.toBeDefined();
    await expect(granting('PARTY_STAFF', null)).resolves.toBeDefined();
  });

  it('is given once', async () => {
    const account = await make({}, { role: 'SECRETARY', organizationId: committee.id });
    const again = (organizationId: string) =>
      trial.write((tx) => trial.services.accounts.grant(tx, account, { role: 'SECRETARY', organizationId }));
    await expect(again(committee.id)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'ROLE_HELD' });
    await expect(again(root.id)).resolves.toBeDefined();
  });

  it('at an organization of another association is not found', async () => {
    const theirs = await trial.organization(null, 'LEADS', await trial.anotherAssociation());
    await expect(granting('SECRETARY', theirs.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
