import { Operations } from '@dangwu/access';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { nodeModels } from '../read-models';
import { areas } from './expected';
import { missingRows } from './complete';
import { arrange } from './trial/arrange';
import { judge, titleOf, type Verdict } from './trial/cells';
import { Rehearsal } from './trial/rehearsal';
import { Stage } from './trial/stage';

let stage: Stage;
let rehearsal: Rehearsal;
const verdicts: Verdict[] = [];

beforeAll(async () => {
  stage = await Stage.build();
  await arrange(stage);
  rehearsal = new Rehearsal(stage.world.database);
}, 300_000);
afterAll(async () => {
  const leaks = verdicts.filter(({ leak }) => leak).length;
  console.log(`permission matrix: ${verdicts.length} cells, leaks = ${leaks}`);
  await stage.close();
});

it('has a row for every operation, edge, node and address', () => {
  const { schema } = stage.world.app.get(GraphQLSchemaHost);
  expect(missingRows(schema, stage.world.app.get(Operations).all(), Object.keys(nodeModels))).toEqual([]);
});

describe.each(areas)('$title', ({ rows }) => {
  it.each(rows.map((row) => [titleOf(row), row] as const))('%s', async (_, row) => {
    const writes = /^Mutation/.test(row.operation);
    const found = await judge(stage, row, (work) => (writes ? rehearsal.try(work) : work()));
    verdicts.push(...found);
    const wrong = found
      .filter((verdict) => verdict.found !== verdict.expected)
      .map((v) => `${v.leak ? 'LEAK ' : ''}${v.principal} ${v.placement}: ${v.found}, the table says ${v.expected}`);
    expect(wrong).toEqual([]);
  });
});
