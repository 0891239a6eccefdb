import { execute, parse, validate } from 'graphql';
import { Area, type ReadViewer } from './index';
import { startWorld, type World } from './test/database';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world?.stop());

const root: ReadViewer = { area: () => Area.everywhere };
async function ask(text: string, viewer: ReadViewer = root, variableValues: Record<string, unknown> = {}) {
  const document = parse(text);
  expect(validate(world.schema, document)).toEqual([]);
  return execute({
    schema: world.schema,
    document,
    variableValues,
    contextValue: { viewer },
    fieldResolver: world.reader.fieldResolver,
  });
}

test('an empty world', async () => {
  const page = 'pageInfo { hasNextPage endCursor } totalCount';
  expect(
    await ask(`{ organizations(first: 5) { nodes { id children { id } ancestors { id } latest { id } } ${page} } }`),
  ).toEqual({
    data: { organizations: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 } },
  });
});
