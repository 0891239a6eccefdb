import { createWorld, type Actor, type World } from '@dangwu/testing';

let world: World;
let committee: { id: string };
let system: Actor;
let security: Actor;
let auditor: Actor;
let asker: Actor;
beforeAll(async () => {
  world = await createWorld();
  committee = await world.organization('机关党委', { type: 'COMMITTEE' });
  [system, security, auditor] = [
    await world.account('SYSTEM_ADMIN'),
    await world.account('SECURITY_ADMIN'),
    await world.account('AUDITOR'),
  ];
  asker = await world.account('SECRETARY', await world.branch('第一支部', { under: committee }));
});
afterAll(() => world.close());

const ask = async (by: Actor, role = 'PARTY_STAFF') =>
  (
    await world
      .as(by)
      .mutate<{ requestEmergencyAccess: { id: string } }>(
        `mutation ($input: RequestEmergencyAccessInput!) { requestEmergencyAccess(input: $input) { id state mine } }`,
        { input: { role, organizationId: committee.id, reason: '值班党务工作者联系不上，今晚要更正名册' } },
      )
  ).requestEmergencyAccess.id;
const decide = (by: Actor, id: string, confirm = true) =>
  world
    .as(by)
    .mutate(
      `mutation ($input: DecideEmergencyAccessInput!) { decideEmergencyAccess(input: $input) { state endsAt decidedByName } }`,
      { input: { id, confirm } },
    );
const holds = async (actor: Actor): Promise<boolean> => {
  const { session } = await world
    .as(actor)
    .query<{ session: { permissions: string[] } | null }>(`{ session { permissions } }`);
  return session?.permissions.includes('organization.maintain') ?? false;
};
const titles = async (actor: Actor): Promise<string[]> =>
  (
    await world
      .as(actor)
      .query<{ notifications: { nodes: { title: { zh: string } }[] } }>(
        `{ notifications(first: 20) { nodes { title { zh } } } }`,
      )
  ).notifications.nodes.map(({ title }) => title.zh);

it('takes two people, holds for one hour, ends by itself, and the auditor hears of it at once', async () => {
  const id = await ask(asker);
  expect(await titles(security)).toEqual([expect.stringContaining('紧急授权待确认')]);
  await expect(decide(asker, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(decide(auditor, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await holds(asker)).toBe(false);
  await decide(security, id);
  expect(await holds(asker)).toBe(true);
  expect(await titles(auditor)).toEqual([expect.stringContaining('已启用紧急授权')]);
  await expect(decide(system, id)).rejects.toMatchObject({ reason: 'EMERGENCY_LAPSED' });

  world.clock.advance(25 * 60_000);
  expect(await holds(asker)).toBe(true);
  world.clock.advance(25 * 60_000);
  expect(await holds(asker)).toBe(true);
  world.clock.advance(10 * 60_000);
  expect(await holds(asker)).toBe(false);
  const trail = await world.write((tx) =>
    tx.query<{ action: string; account_id: string }[]>(
      `select action, account_id from audit_event where action like '%mergency%' or action = 'grantRole' order by id desc limit 3`,
    ),
  );
  expect(trail).toEqual([
    { action: 'confirmEmergencyAccess', account_id: security.accountId },
    { action: 'grantRole', account_id: security.accountId },
    { action: 'requestEmergencyAccess', account_id: asker.accountId },
  ]);
});

describe('what is not given so', () => {
  let [again, other]: Actor[] = [];
  beforeAll(async () => {
    [again, other] = [await world.account('SYSTEM_ADMIN'), await world.account('SECURITY_ADMIN')];
  });

  it('is one’s own request, whoever one is, by the service and by the database', async () => {
    const id = await ask(again!);
    await expect(decide(again!, id)).rejects.toMatchObject({ reason: 'EMERGENCY_TWO_PEOPLE' });
    await expect(
      world.write((tx) =>
        tx.query(
          `update emergency_request set state = 'REFUSED', decided_by = account_id, decided_at = now() where state = 'WAITING'`,
        ),
      ),
    ).rejects.toThrow('emergency_request_two_people');
  });

  it('is an administrator’s role', async () => {
    await expect(ask(again!, 'AUDITOR')).rejects.toMatchObject({ reason: 'EMERGENCY_ROLE' });
  });

  it('is what was refused, or asked for more than an hour ago', async () => {
    const refused = await ask(again!);
    await decide(other!, refused, false);
    await expect(decide(other!, refused)).rejects.toMatchObject({ reason: 'EMERGENCY_LAPSED' });
    expect(await titles(again!)).toEqual(expect.arrayContaining([expect.stringContaining('未获确认')]));
    const late = await ask(again!);
    world.clock.advance(29 * 60_000);
    await titles(other!);
    world.clock.advance(29 * 60_000);
    await titles(other!);
    world.clock.advance(2 * 60_000);
    await expect(decide(other!, late)).rejects.toMatchObject({ reason: 'EMERGENCY_LAPSED' });
  });
});
