/** A small world that the specs of the reader ask; what happens at random stands in property.api-spec.ts. */
import { execute, parse, validate, type ExecutionResult } from 'graphql';
import { Area, ReadInputError, type ReadViewer } from '../index';
import { startWorld, type World } from './database';
import { ACCOUNTS, ASSOCIATIONS, load, tree, uuid, type ActivityRow, type RandomWorld } from './random-world';

export let world: World;

export const led = (parent: number, name: string, guides = false) => ({ parent, guides, name, alive: true });
// 0 root ── 1 ── 3 ⇢ 5 (guided)
//        └─ 2 ── 4
export const orgs = tree([led(0, 'root'), led(0, 'a'), led(0, 'b'), led(1, 'c'), led(2, 'd'), led(3, 'e', true)]);
// in 2020 c was led by b, and everybody was elsewhere
export const before = tree([led(0, 'root'), led(0, 'a'), led(0, 'b'), led(2, 'c'), led(2, 'd')]);
export const activity = (n: number, org: number, more: Partial<ActivityRow> = {}): ActivityRow => ({
  id: uuid('activity', n),
  organizationId: orgs[org]!.id,
  title: `t${n}`,
  kind: 1 + (n % 3),
  startsAt: `2026-01-${String(1 + (n % 28)).padStart(2, '0')}T23:59:59.123Z`,
  venue: n % 3 ? null : `v${n % 2}`,
  cost: '9007199254740993',
  tags: [],
  deleted: false,
  ...more,
});

/** Opens the world before the tests of a file and closes it after them. */
export function useStage(): void {
  beforeAll(open);
  afterAll(() => world?.stop());
}

async function open(): Promise<void> {
  world = await startWorld();
  const member = (n: number, org: number, deleted = false) => ({
    id: uuid('member', n),
    organizationId: orgs[org]!.id,
    name: `m${n}`,
    phone: '13812345678',
    joinedOn: '2020-02-29',
    rank: n,
    letterCipher: 'terces',
    deleted,
  });
  const data: RandomWorld = {
    orgs,
    members: [member(0, 1), member(1, 3), member(2, 5), member(3, 1, true)],
    past: [
      {
        orgs: before,
        members: [member(0, 4), member(1, 2), member(2, 1), member(3, 1)].map(({ deleted: _, ...m }) => m),
      },
      { orgs: [], members: [] },
      { orgs, members: [] },
    ],
    activities: [...Array.from({ length: 12 }, (_, n) => activity(n, n % 6)), activity(99, 1, { deleted: true })],
    attendance: [0, 1, 2].map((n) => ({
      activityId: uuid('activity', 1),
      memberId: uuid('member', n),
      status: 'PRESENT',
      reason: 'r',
    })),
    notices: [
      { id: uuid('notice', 0), accountId: ACCOUNTS[0], text: 'mine', organizationId: orgs[3]!.id, activityId: null },
    ],
    rules: [0, 1].map((n) => ({ id: uuid('rule', n), associationId: ASSOCIATIONS[n]!, name: `r${n}` })),
    summaries: [],
  };
  await load(world.pool, data);
}

export const root: ReadViewer = { area: () => Area.everywhere };
export const sees = (area: Area, more: Record<string, Area> = {}): ReadViewer => ({ area: (p) => more[p] ?? area });
export const subtree = (n: number, size = 2): Area => Area.subtree({ ...orgs[n]!, size });

export type Answer = Record<string, never> & Record<string, Record<string, never>>;
export async function run(
  text: string,
  viewer: ReadViewer = root,
  variables: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  const document = parse(text);
  expect(validate(world.schema, document)).toEqual([]);
  return execute({
    schema: world.schema,
    document,
    variableValues: variables,
    contextValue: {
      viewer,
      within: ({ node }: { node: number }, asOf?: string) => (asOf ? Area.subtree(before[node]!) : subtree(node)),
    },
    fieldResolver: world.reader.fieldResolver,
  });
}
export async function ask(text: string, viewer?: ReadViewer, variables?: Record<string, unknown>): Promise<Answer> {
  const { data: answer, errors } = await run(text, viewer, variables);
  if (errors) throw errors[0]!.originalError ?? errors[0]!;
  return JSON.parse(JSON.stringify(answer)) as Answer;
}
export const refusal = async (text: string, variables?: Record<string, unknown>): Promise<ReadInputError> => {
  const error = (await run(text, root, variables)).errors?.[0]?.originalError;
  expect(error).toBeInstanceOf(ReadInputError);
  return error as ReadInputError;
};
export const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
