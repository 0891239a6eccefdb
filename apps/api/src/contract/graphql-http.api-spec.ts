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
    const results = await auditServer({ url: `${world.url}/graphql` });
    const failed = results.filter((result) => result.status === 'error');
    expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(60);
  });
});
