import { readWorkbook } from '@dangwu/imports';
import type { Actor, World } from '@dangwu/testing';

interface Job {
  readonly state: string;
  readonly message: { readonly zh: string } | null;
  readonly file: { readonly url: string } | null;
}

/** The cells of a list that somebody exports, the heading first; the world's jobs must be worked on. */
export async function exported(world: World, list: string, input: object, actor: Actor): Promise<string[][]> {
  const document = `mutation ($input: Export${list}Input!) { started: export${list}(input: $input) { id } }`;
  const { started } = await world.as(actor).mutate<{ started: { id: string } }>(document, { input });
  for (let tries = 0; tries < 300; tries++) {
    const { job } = await world
      .as(actor)
      .query<{ job: Job }>('query ($id: ID!) { job(id: $id) { state message { zh } file { url } } }', started);
    if (job.state === 'FAILED') throw new Error(job.message?.zh);
    if (job.state === 'DONE') {
      const file = await fetch(`${world.url}${job.file!.url}`, { headers: { cookie: world.cookieOf(actor) } });
      const [sheet] = await readWorkbook(Buffer.from(await file.arrayBuffer()));
      const rows = sheet!.rows.slice(1);
      const width = rows[0]!.cells.size;
      return rows.map(({ cells }) => Array.from({ length: width }, (_, i) => cells.get(i + 1)?.text ?? ''));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the job did not end');
}
