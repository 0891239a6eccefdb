import { createWorld, type Actor, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { People } from '../trial/people';

let world: World;
let people: People;
let first: { id: string };
let second: { id: string };
beforeAll(async () => {
  world = await createWorld();
  people = new People(world, () => first);
  first = await world.branch('第一支部');
  second = await world.branch('第二支部');
});
afterAll(() => world.close());

const bind = (memberId: string, username: string, actor: Actor = world.staff) =>
  world.as(actor).mutate(`mutation ($input: BindAccountInput!) { bindAccount(input: $input) { username disabled } }`, {
    input: { memberId, username },
  });
const unbind = (memberId: string, actor: Actor = world.staff) =>
  world.as(actor).mutate(`mutation ($id: ID!) { unbindAccount(input: { memberId: $id }) }`, { id: memberId });
const look = (memberId: string, actor: Actor = world.staff) =>
  world.as(actor).query(`query ($id: ID!) { memberAccount(memberId: $id) { username } }`, { id: memberId });
const own = (actor: Actor) => world.as(actor).query('{ ownAccount { member { name organizationName } } }');

it('says whose account it is, which the person sees, and takes it back', async () => {
  const member = await people.register({ name: '林小满' });
  const account = await world.account('MEMBER', first);
  expect(await own(account)).toEqual({ ownAccount: { member: null } });
  expect(await bind(member.id, ` ${account.username.toUpperCase()} `)).toEqual({
    bindAccount: { username: account.username, disabled: false },
  });
  await expect(bind(member.id, account.username)).resolves.toBeDefined();
  expect(await look(member.id)).toEqual({ memberAccount: { username: account.username } });
  expect(await own(account)).toEqual({ ownAccount: { member: { name: '林小满', organizationName: '第一支部' } } });
  expect(await unbind(member.id)).toEqual({ unbindAccount: true });
  expect(await look(member.id)).toEqual({ memberAccount: null });
  await expect(unbind(member.id)).rejects.toMatchObject({ reason: 'ACCOUNT_NOT_BOUND' });
  const events = await people.query<{ action: string }>(
    `select action from audit_event where action in ('bindAccount', 'unbindAccount') and subject_id = $1`,
    [localId('Member', member.id)],
  );
  expect(events).toHaveLength(2);
});

it('is one to one, also when two say so at once', async () => {
  const [one, other] = [await people.register(), await people.register()];
  const [mine, theirs] = [await world.account('MEMBER', first), await world.account('MEMBER', first)];
  await bind(one.id, mine.username);
  await expect(bind(other.id, mine.username)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'ACCOUNT_BOUND' });
  await expect(bind(one.id, theirs.username)).rejects.toMatchObject({ reason: 'ACCOUNT_BOUND' });
  await expect(bind(other.id, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND', reason: 'ACCOUNT_UNKNOWN' });
  const third = await world.account('MEMBER', first);
  const both = [bind(other.id, theirs.username), bind(other.id, third.username)];
  expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('is the business of those who maintain the member there', async () => {
  const member = await people.register();
  const account = await world.account('MEMBER', first);
  const here = await world.account('PARTY_STAFF', first);
  const elsewhere = await world.account('PARTY_STAFF', second);
  const reading = await world.account('SECRETARY', first);
  for (const attempt of [
    bind(member.id, account.username, reading),
    look(member.id, reading),
    unbind(member.id, reading),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const attempt of [
    bind(member.id, account.username, elsewhere),
    look(member.id, elsewhere),
    unbind(member.id, elsewhere),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const admin = await world.account('SYSTEM_ADMIN');
  await expect(bind(member.id, account.username, admin)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(bind(member.id, account.username, here)).resolves.toBeDefined();
});
