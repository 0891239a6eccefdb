import { Config } from '@dangwu/platform/config';
import { createWorld, type World } from '@dangwu/testing';
import type { Request, Response } from 'express';
import { CostMeter } from './cost-meter';

const size = 6_000;

describe('what callers may spend', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({
      empty: true,
      environment: { RATE_LIMIT: String(size), RATE_LIMIT_ANONYMOUS: '60', TRUST_PROXY: '1' },
    });
  });
  afterAll(() => world.close());

  const post = (headers: Record<string, string>, query = '{ session { signedInAt } }'): Promise<Response_> =>
    fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
  type Response_ = Awaited<ReturnType<typeof fetch>>;
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('without a session counts by address, whatever is sent', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 80; n += 1)
      statuses.push((await post(from('10.9.0.1'), n % 2 ? '{ nonsense' : undefined)).status);
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
    expect((await post(from('10.9.0.2'))).status).toBe(200);
    // one caller has the whole network of an IPv6 address
    for (let n = 0; n < 80; n += 1) await post(from(`2001:db8:0:1::${n.toString(16)}`));
    expect((await post(from('2001:db8:0:1::ffff'))).status).toBe(429);
  });

  it('is told by headers, and the refusal says when to come again', async () => {
    const actor = await world.account('PARTY_STAFF');
    const headers = { cookie: actor.cookie };
    const first = await post(headers);
    expect(first.headers.get('ratelimit-policy')).toBe(`"cost";q=${size};w=60`);
    expect(first.headers.get('ratelimit')).toMatch(/^"cost";r=\d+;t=\d+$/);
    const dear = '{ rules(first: 99) { nodes { id } } }';
    let last = first;
    for (let n = 0; n < 80 && last.status !== 429; n += 1) last = await post(headers, dear);
    const { errors } = (await last.json()) as {
      errors: [{ extensions: { code: string; params: { retryAfter: number } } }];
    };
    expect([last.status, errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(last.headers.get('retry-after')).toBe(String(errors[0].extensions.params.retryAfter));
    expect(errors[0].extensions.params.retryAfter).toBeLessThanOrEqual(2);
    // it fills again, and others have their own
    await new Promise((resolve) => setTimeout(resolve, errors[0].extensions.params.retryAfter * 1000));
    expect((await post(headers, dear)).status).toBe(200);
    expect((await post({ cookie: world.staff.cookie })).status).toBe(200);
  });

  it('is one bucket for all processes', async () => {
    const granted = { value: 0 };
    const config = new Config({ DATABASE_URL: world.config.databaseUrl, RATE_LIMIT: String(size) });
    const began = performance.now();
    // three processes, and all of them at once
    const meters = Array.from({ length: 3 }, () => new CostMeter(world.database, config));
    const spend = async (meter: CostMeter): Promise<void> => {
      for (;;) {
        try {
          await meter.charge(10, viewer('one'), request, response);
          granted.value += 10;
        } catch (error) {
          expect(error).toMatchObject({ reason: 'TOO_MANY' });
          return;
        }
      }
    };
    await Promise.all(meters.flatMap((meter) => Array.from({ length: 5 }, () => spend(meter))));
    const refilled = ((performance.now() - began) / 60_000) * size;
    expect(granted.value).toBeGreaterThan(size - 300);
    expect(granted.value).toBeLessThanOrEqual(size + refilled + 10);
  });

  it('costs next to nothing', async () => {
    const config = new Config({ DATABASE_URL: world.config.databaseUrl, RATE_LIMIT: '1000000000' });
    const meter = new CostMeter(world.database, config);
    await meter.charge(1, viewer('two'), request, response);
    const count = 20_000;
    const began = process.cpuUsage();
    for (let n = 0; n < count; n += 1) await meter.charge(10, viewer('two'), request, response);
    const { user, system } = process.cpuUsage(began);
    const each = (user + system) / 1000 / count;
    console.info(`charging a request: ${each.toFixed(4)} ms of CPU`);
    expect(each).toBeLessThan(0.1);
  });
});

const request = { ip: '10.0.0.1' } as Request;
const response = { headersSent: false, setHeader: () => undefined } as unknown as Response;
/** All the meter looks at. */
const viewer = (id: string) => ({ account: { id }, byToken: false }) as Parameters<CostMeter['charge']>[1];
