import { readFileSync } from 'node:fs';
import path from 'node:path';
import { auditWords } from '@dangwu/platform/audit';
import { localId, typeOfId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { buildSchema } from 'graphql';
import { scenarios, shownBy } from './trial-mutations';
import { MutationStage, personal } from './trial-stage';

interface Event {
  readonly id: string;
  readonly action: string;
  readonly kind: string;
  readonly operation: string | null;
  readonly client: string | null;
  readonly account_id: string | null;
  readonly session_id: string | null;
  readonly address: string | null;
  readonly request_id: string | null;
  readonly association_id: string | null;
  readonly subject_type: string;
  readonly subject_id: string | null;
  readonly before: object | null;
  readonly after: object | null;
}

const root = path.resolve(import.meta.dirname, '../../../..');
/** As it is printed and committed: a mutation that is not in here is in no contract. */
const schema = buildSchema(readFileSync(path.join(root, 'apps/api/schema.graphql'), 'utf8'));
const mutations = Object.keys(schema.getMutationType()!.getFields());

let world: World;
let stage: MutationStage;
beforeAll(async () => {
  world = await createWorld();
  stage = new MutationStage(world);
});
afterAll(() => world.close());

const events = (after: string): Promise<Event[]> =>
  world.write((tx) => tx.query<Event[]>('select * from audit_event where id > $1 order by id', [after]));
const last = async (): Promise<string> =>
  (
    await world.write((tx) => tx.query<{ id: string }[]>('select coalesce(max(id), 0)::text as id from audit_event'))
  )[0]!.id;

it('every mutation of the printed schema is shown here or by a spec that is named', () => {
  expect(mutations.filter((name) => !(name in scenarios) && !(name in shownBy))).toEqual([]);
  expect([...Object.keys(scenarios), ...Object.keys(shownBy)].filter((name) => !mutations.includes(name))).toEqual([]);
  for (const [name, spec] of Object.entries(shownBy))
    expect(readFileSync(path.join(root, spec), 'utf8')).toContain(name);
});

it.each(Object.keys(scenarios).map((name) => [name, scenarios[name]!] as const))(
  '%s leaves an event that says who, by what, from where, and on which object',
  async (name, scenario) => {
    const before = await last();
    const { object, by = world.staff.accountId } = await scenario(stage);
    const left = (await events(before)).filter(({ operation }) => operation === name);
    const about = left.filter(
      (event) => event.subject_type === typeOfId(object) && event.subject_id === localId(typeOfId(object), object),
    );
    expect(about.length).toBeGreaterThan(0);
    for (const event of left) {
      expect(event).toMatchObject({
        account_id: by,
        association_id: world.associationId,
        client: 'SESSION',
        session_id: expect.any(String),
        address: expect.stringContaining('127.0.0.1'),
        request_id: expect.any(String),
      });
      expect([event.action, auditWords.explains(event.action)]).toEqual([event.action, true]);
      expect(auditWords.subject(event.subject_type).zh).not.toBe(event.subject_type);
    }
  },
);

it('keeps no personal value in the clear, whoever typed it into what', async () => {
  const rows = await world.write((tx) => tx.query<{ text: string }[]>('select e::text as text from audit_event e'));
  expect(rows.length).toBeGreaterThan(100);
  for (const value of Object.values(personal))
    expect(rows.filter(({ text }) => text.includes(value)).map(({ text }) => text)).toEqual([]);
  // what was typed came through as its shape
  for (const shape of ['****5678', '****002X', '欧**', '司**'])
    expect(rows.some(({ text }) => text.includes(shape))).toBe(true);
});

describe('a call that changes nothing', () => {
  it.each([
    ['marking read when nothing is new', () => stage.send('markNotificationsRead', {}, { fields: '' })],
    ['signing out when nobody is signed in', () => world.as(null).mutate('mutation { signOut }')],
    [
      'changing a unit into what it is',
      async () => {
        const id = await stage.unit();
        return stage.send('changeUnit', { ...(await stage.change('unit', id)), kind: 'MEMBER_COMPANY' });
      },
    ],
    [
      'the same request a second time',
      async () => {
        const input = { ...stage.newUnit(), idempotencyKey: 'spec-1' };
        await stage.send('registerUnit', input);
        return stage.send('registerUnit', input);
      },
    ],
  ])('leaves no event and is not taken for a fault: %s', async (_, call) => {
    await expect(call()).resolves.toBeDefined();
  });
});
