import { readWorkbook } from '@dangwu/imports';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';

interface Job {
  readonly state: string;
  readonly message: { readonly zh: string } | null;
  readonly file: { readonly url: string } | null;
}

let world: World;
let activities: Activities;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-20T02:00:00Z' });
  activities = new Activities(world);
  await world.work();
});
afterAll(() => world.close());

/** The cells of the file, heading first, below the title. */
async function exported(input: object, actor: Actor = world.staff): Promise<string[][]> {
  const { id } = await activities.send('exportActivities', input, actor, 'id');
  for (let tries = 0; tries < 200; tries++) {
    const { job } = await world
      .as(actor)
      .query<{ job: Job }>(`query ($id: ID!) { job(id: $id) { state message { zh } file { url } } }`, { id });
    if (job.state === 'FAILED') throw new Error(job.message?.zh);
    if (job.state === 'DONE') {
      const response = await fetch(`${world.url}${job.file!.url}`, { headers: { cookie: world.cookieOf(actor) } });
      const [sheet] = await readWorkbook(Buffer.from(await response.arrayBuffer()));
      const rows = sheet!.rows.slice(1);
      const width = rows[0]!.cells.size;
      return rows.map(({ cells }) => Array.from({ length: width }, (_, i) => cells.get(i + 1)?.text ?? ''));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the job did not end');
}

it('writes the rows, order and columns of the list, as far as one may export', async () => {
  const branch = await world.branch('第一支部');
  const held = await activities.plan(branch, '2026-11-19', { title: '=危险', place: '三楼' });
  await activities.record(held);
  await activities.plan(branch, '2026-11-26', { title: '集中学习' });
  await activities.plan(await world.branch('别的支部'), '2026-11-26', { title: '别人的' });
  const secretary = await world.account('SECRETARY', branch);
  expect(await exported({ order: 'LATEST', columns: ['STATE', 'TIME', 'PRESENT'] }, secretary)).toEqual([
    ['活动', '状态', '时间', '实到/应到'],
    ['集中学习', '已安排', '2026-11-26 09:00–10:00', ''],
    ['=危险', '已记录', '2026-11-19 09:00–10:00', '9/10'],
  ]);
  const english = await exported({ filter: { states: ['RECORDED'] }, within: branch.id, locale: 'en' });
  expect(english).toEqual([
    ['Activity', 'Organization', 'Type', 'Time', 'Place', 'Line', 'Present of entitled', 'State'],
    ['=危险', '第一支部', 'Theme day', '2026-11-19 09:00–10:00', '三楼', '', '9/10', 'recorded'],
  ]);
  const member = await world.account('MEMBER', branch);
  await expect(activities.send('exportActivities', {}, member, 'id')).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
