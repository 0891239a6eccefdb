import type { Viewer } from '@dangwu/access';
import { Area, Reader, type ReadModel, type ReadViewer } from '@dangwu/read-model';
import { jest } from '@jest/globals';
import { areas } from './expected';
import { arrange } from './trial/arrange';
import { judge, titleOf, type Verdict } from './trial/cells';
import { Stage } from './trial/stage';

/**
 * The second line alone: the reader is told that everybody sees everything, and asks as dangwu_app inside a transaction
 * with the viewer's own reach. Whatever is still not shown is hidden by PostgreSQL.
 */
let stage: Stage;
const verdicts: Verdict[] = [];
let reading: { viewer: Viewer; permission: string } | null = null;
/** rows whose root others may see, too, asked with the permission of what they look into */
const lookInto: Readonly<Record<string, string>> = {
  'Edge OrganizationIdentity.details': 'organization.read',
  'Edge PartyOrganization.activities': 'activity.read',
};
let asked: string | undefined;

beforeAll(async () => {
  stage = await Stage.build();
  await arrange(stage);
  const { database, app } = stage.world;
  const reader = app.get(Reader);
  for (const way of ['one', 'list', 'connection'] as const) {
    // the three ways differ in their overloads; what stands in for them passes everything on
    const original = reader[way].bind(reader) as (...args: unknown[]) => Promise<unknown>;
    jest.spyOn(reader, way).mockImplementation(((model: ReadModel, args: object, info: unknown, viewer: Viewer) => {
      reading = { viewer, permission: asked ?? model.declaration.read ?? 'organization.identify' };
      const blind: ReadViewer = { area: () => Area.everywhere, key: viewer.key, associationId: viewer.associationId };
      return original(model, args, info, blind);
    }) as never);
  }
  // of pg's overloads of query the reader uses this one
  jest.spyOn(database.reader, 'query').mockImplementation((async (statement: { text: string; values: unknown[] }) => {
    const { viewer, permission } = reading!;
    return database.transaction(viewer.scope(permission), async (tx) => ({
      rows: await tx.query(statement.text, statement.values),
    }));
  }) as never);
}, 300_000);
afterAll(async () => {
  const foreign = verdicts.filter(({ leak }) => leak).length;
  console.log(`row-level security alone: ${verdicts.length} cells, foreign rows in ${foreign}`);
  await stage.close();
});

const rows = areas.flatMap((area) => area.rows).filter(({ operation }) => /^(Query|Edge|Node)/.test(operation));

it.each(rows.map((row) => [titleOf(row), row] as const))('hides what is foreign: %s', async (_, row) => {
  asked = lookInto[row.operation];
  const found = await judge(stage, row, (work) => work());
  verdicts.push(...found);
  expect(found.filter(({ leak }) => leak).map((v) => `${v.principal} ${v.placement}: ${v.found}`)).toEqual([]);
});
