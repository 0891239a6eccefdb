import { createWorld, type World } from '@dangwu/testing';
import { People } from './trial/people';

let world: World;
let people: People;
let general: { id: string };
let first: { id: string };
let guided: { id: string };
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => first);
  general = await world.organization('机关党总支', { type: 'GENERAL_BRANCH' });
  first = await world.branch('第一支部', { under: general });
  guided = await world.branch('会员单位支部', { relation: 'GUIDES' });
});
afterAll(() => world.close());

describe('registering', () => {
  it('shows numbers masked to everybody, finds them whole, and takes each once', async () => {
    const facts = people.facts();
    const { idNumber } = facts;
    const member = await people.send('registerMember', facts);
    expect(member).toMatchObject({ idNumber: `**************${idNumber.slice(-4)}`, phone: '*******5678' });
    expect(member.affiliations).toMatchObject([{ kind: 'FORMAL', since: '2020-01-01', until: null }]);
    expect(await people.list({ search: idNumber })).toEqual([member.id]);
    expect(await people.list({ search: idNumber.slice(0, 17) })).toEqual([]);
    expect(await people.list({ search: '139 1234 5678' })).toContain(member.id);
    expect(await people.list({ search: 'linxiaochen' })).toContain(member.id);
    const refused: [object, string][] = [
      [{ idNumber }, 'ID_NUMBER_TAKEN'],
      [{ idNumber: '990102199003070000' }, 'ID_NUMBER_CHECK_DIGIT'],
      [{ idNumber: '9901021990030700' }, 'ID_NUMBER_FORM'],
      [{ birthDate: '1990-03-08' }, 'ID_NUMBER_DISAGREES'],
      [{ phone: '1380013' }, 'PHONE_FORM'],
      [{ joinedOn: '2005-01-01' }, 'ADMITTED_TOO_YOUNG'],
      [{ fullOn: '2012-05-31' }, 'DATES_OUT_OF_ORDER'],
      [{ fullOn: '2026-09-19' }, 'DATES_OUT_OF_ORDER'],
      [{ status: 'CANDIDATE' }, 'STATUS_DISAGREES'],
      [{ since: '2026-09-19' }, 'DAY_AHEAD'],
      [{ organizationId: world.root.id }, 'NO_AFFILIATIONS_HERE'],
    ];
    for (const [over, reason] of refused) await expect(people.register(over)).rejects.toMatchObject({ reason });
  });

  it('names the rule when somebody was admitted too young', async () => {
    const refusal = await people.register({ joinedOn: '2008-03-06' }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'RULE_VIOLATION', params: { age: 18 } });
    expect(JSON.stringify(refusal)).toContain('发展党员工作细则');
    await expect(people.register({ joinedOn: '2008-03-07' })).resolves.toBeTruthy();
  });

  it('of those who register the same number at once one does; the same request again registers nobody', async () => {
    const facts = people.facts();
    const done = await Promise.allSettled([1, 2, 3].map(() => people.send('registerMember', facts)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const again = people.facts({ idempotencyKey: 'k-1' });
    const ids = [await people.send('registerMember', again), await people.send('registerMember', again)];
    expect(ids[0]!.id).toBe(ids[1]!.id);
    await expect(people.register({ idempotencyKey: 'k-1' })).rejects.toMatchObject({
      reason: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('keeps numbers that a change leaves out, and compares with them', async () => {
    const member = await people.register();
    const facts = { name: '更名', status: 'FULL', joinedOn: '2012-06-01', fullOn: '2013-06-01' };
    const step = { id: member.id, version: member.version };
    await expect(people.send('changeMember', { ...facts, ...step, birthDate: '1990-03-08' })).rejects.toMatchObject({
      reason: 'ID_NUMBER_DISAGREES',
    });
    const { idNumber, phone } = member;
    expect(await people.send('changeMember', { ...facts, ...step })).toMatchObject({
      name: '更名',
      idNumber,
      phone,
      version: member.version + 1,
    });
    await expect(people.send('changeMember', { ...facts, ...step })).rejects.toMatchObject({ reason: 'STALE_VERSION' });
  });

  it('answers a member by its id alone, to whoever may read it', async () => {
    const { id, name } = await people.register();
    const node = async (actor = world.staff) => {
      const document = `query ($id: ID!) { node(id: $id) { ... on Member { name } } }`;
      return (await world.as(actor).query<{ node: { name: string } | null }>(document, { id })).node;
    };
    expect(await node()).toEqual({ name });
    expect(await node(await world.account('SECRETARY', guided))).toBeNull();
  });
});

describe('looking at a number', () => {
  it('takes a reason, and stands in the audit log without the number', async () => {
    const facts = people.facts();
    const member = await people.send('registerMember', facts);
    expect(await people.reveal(member)).toBe(facts.idNumber);
    expect(await people.reveal(member, { field: 'PHONE' })).toBe(facts.phone);
    await expect(people.reveal(member, { reason: ' ' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const secretary = await world.account('SECRETARY', first);
    await expect(people.reveal(member, {}, secretary)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = await world.account('PARTY_STAFF', guided);
    await expect(people.reveal(member, {}, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const logged = await people.query<{ after: object; reason: string; kind: string; account_id: string }>(
      `select after, reason, kind, account_id from audit_event where action = 'member.reveal' and subject_id = $1 order by after ->> 'field'`,
      [member.id.replace('Member_', '')],
    );
    const by = { reason: '核对党籍档案', kind: 'PERSONAL_READ', account_id: world.staff.accountId };
    expect(logged).toEqual([
      { after: { field: 'ID_NUMBER' }, ...by },
      { after: { field: 'PHONE' }, ...by },
    ]);
    const [clear] = await people.query<{ n: number }>(
      `select count(*)::int as n from audit_event e where e::text like '%' || $1 || '%'`,
      [facts.idNumber],
    );
    expect(clear!.n).toBe(0);
  });

  it('says so when there is none', async () => {
    const member = await people.register({ phone: null });
    await expect(people.reveal(member, { field: 'PHONE' })).rejects.toMatchObject({ reason: 'NOTHING_TO_REVEAL' });
  });
});

describe('who sees whom', () => {
  it('a secretary reads along LEADS edges, staff and no others write', async () => {
    const here = await people.register();
    const there = await people.register({ organizationId: guided.id });
    const secretary = await world.account('SECRETARY', general);
    const seen = await people.list({}, {}, secretary);
    expect([seen.includes(here.id), seen.includes(there.id)]).toEqual([true, false]);
    expect(await people.list({}, {}, await world.account('SECRETARY', guided))).toEqual([there.id]);
    expect(await people.look(there, undefined, secretary)).toBeNull();
    const twin = await world.account('PARTY_STAFF', general);
    for (const role of ['SECRETARY', 'LEADER', 'COMMITTEE_MEMBER', 'DISCIPLINE_OFFICER'] as const)
      await expect(people.register({}, await world.account(role, general))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    await expect(people.register({}, twin)).resolves.toBeTruthy();
    await expect(people.register({ organizationId: guided.id }, twin)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const there2 = { organizationId: first.id };
    await expect(people.change(there, 'transferAffiliation', there2, twin)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(people.change(here, 'transferAffiliation', there2, secretary)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const leader = await world.account('LEADER', general);
    await expect(people.list({}, {}, leader)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('counts what the viewer may read, and says nothing rather than nought', async () => {
    const branch = await world.branch('计数支部', { under: general });
    await people.register({ organizationId: branch.id });
    await people.register({ organizationId: branch.id, status: 'PROBATIONARY', fullOn: null });
    await people.register({ organizationId: branch.id, status: 'ACTIVIST', joinedOn: null, fullOn: null });
    const look = async (actor = world.staff) => {
      const data = await world
        .as(actor)
        .query<{ partyOrganization: object; memberFigures?: object }>(
          `query ($id: ID!) { partyOrganization(id: $id) { memberCount memberFigures { total members full activists } } }`,
          { id: branch.id },
        );
      return data.partyOrganization;
    };
    const figures = { total: 3, members: 2, full: 1, activists: 1 };
    expect(await look()).toEqual({ memberCount: 2, memberFigures: figures });
    const leader = await world.account('LEADER', general);
    expect(await look(leader)).toMatchObject({ memberCount: null, memberFigures: { total: 0 } });
    const counts = async (actor = world.staff) => {
      const document = `query ($id: ID) { memberFigures(within: $id) { total members full activists } }`;
      return (await world.as(actor).query<{ memberFigures: object }>(document, { id: branch.id })).memberFigures;
    };
    expect(await counts()).toEqual(figures);
    expect(await counts(await world.account('SECRETARY', guided))).toMatchObject({ total: 0 });
  });
});
