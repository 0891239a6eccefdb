import { createWorld, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { Cycles, type CycleAnswer } from '../trial/cycles';

let world: World;
let cycles: Cycles;
beforeAll(async () => {
  world = await createWorld();
  cycles = new Cycles(world);
  await world.branch('综合部党支部');
});
afterAll(() => world.close());

const reading = (id: string) => cycles.read<{ reading: boolean }>(id, 'reading');

it('a job that was cancelled while it waited leaves no cycle reading for ever, and may be begun again', async () => {
  const told = await cycles.advance(await cycles.open());
  // nobody has taken the job yet: the worker of a world works when it is asked to
  const asked = await cycles.advance(told);
  expect(await reading(asked.id)).toEqual({ reading: true });
  const [job] = await world.write((tx) =>
    tx.query<{ id: string }[]>(`select reading_job_id as id from assessment_cycle where id = $1`, [
      localId('AssessmentCycle', asked.id),
    ]),
  );
  const input = { id: `Job_${job!.id.replaceAll('-', '')}` };
  await world
    .as(world.staff)
    .mutate(`mutation ($input: CancelJobInput!) { cancelJob(input: $input) { state } }`, { input });
  expect(await reading(asked.id)).toEqual({ reading: false });
  const again: CycleAnswer = await cycles.advance(await cycles.read(asked.id));
  expect(await reading(again.id)).toEqual({ reading: true });
  await world.work();
  for (let tries = 0; tries < 100 && (await reading(again.id)).reading; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await cycles.read(again.id)).stage).toBe('VERIFICATION');
});
