import { createWorld, type World } from '@dangwu/testing';
import { auditServer } from 'graphql-http';

/** The public audit suite of GraphQL over HTTP, against the running server. */
describe('GraphQL over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('passes the audit suite without an error', async () => {
    // the suite asks the schema about itself, which strangers may not
    const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> =>
      fetch(url, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init.headers)), cookie: world.staff.cookie },
      });
    const results = await auditServer({ url: `${world.url}/graphql`, fetchFn });
    const failed = results.filter((result) => result.status === 'error');
    expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(60);
  });
});
