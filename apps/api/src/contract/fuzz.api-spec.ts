import {
  createWorld,
  fuzzInputs,
  FuzzValues,
  Ids,
  judge,
  Random,
  type Actor,
  type FuzzInput,
  type Mode,
  type World,
} from '@dangwu/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';

/** FUZZ_SEED repeats a run, FUZZ_CASES makes it longer, FUZZ_ONLY names the input to look at (npm run drill:fuzz). */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_918);
const casesPerInput = Number(process.env['FUZZ_CASES'] ?? 200);
const only = process.env['FUZZ_ONLY'];
const atOnce = 6;

interface Case {
  readonly input: FuzzInput;
  readonly mode: Mode;
  readonly variables: Record<string, unknown>;
  readonly who: string;
}

/** Who asks; the staff most often, since they get furthest. */
const share: readonly (readonly [string, number])[] = [
  ['PARTY_STAFF', 0.45],
  ['SECRETARY', 0.15],
  ['neighbour', 0.1],
  ['SYSTEM_ADMIN', 0.08],
  ['SECURITY_ADMIN', 0.08],
  ['AUDITOR', 0.07],
  ['nobody', 0.07],
];

describe('every input of the schema', () => {
  let world: World;
  let branch: { id: string };
  const actors = new Map<string, Actor>();
  const ids = new Ids();

  beforeAll(async () => {
    world = await createWorld({
      environment: {
        RATE_LIMIT: '1000000000',
        RATE_LIMIT_ANONYMOUS: '1000000000',
        SIGN_IN_FAILURES: '100',
        POOL_SIZE: '10',
        LOG_LEVEL: process.env['FUZZ_LOG'] ?? 'silent',
      },
    });
    branch = await world.organization('模糊测试党总支', { type: 'GENERAL_BRANCH' });
    for (const name of ['甲', '乙', '丙']) await world.branch(`第${name}党支部`, { under: branch });
    for (const [who] of share) if (who !== 'nobody') actors.set(who, await actorOf(who));
    const found = await world.as(world.staff).query(`{
      organizations(first: 20) { nodes { id } } rules(first: 20) { nodes { id } } session { account { id } association { id } } }`);
    ids.learn(JSON.stringify(found));
  });
  afterAll(() => world.close());

  const actorOf = (who: string): Promise<Actor> => {
    if (who === 'neighbour') return world.neighbour();
    if (who === 'SECRETARY') return world.account(who, branch);
    return world.account(who as 'PARTY_STAFF');
  };

  const send = async ({ input, variables, who }: Case): Promise<{ status: number; text: string }> => {
    const actor = actors.get(who);
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(actor ? { cookie: actor.cookie } : {}) },
      body: JSON.stringify({ query: input.document, variables }),
    });
    return { status: response.status, text: await response.text() };
  };

  it(
    `stands ${casesPerInput} cases: no 5xx, nothing of the inside told`,
    async () => {
      const random = new Random(seed);
      const values = new FuzzValues(random, ids);
      const inputs = fuzzInputs(world.app.get(GraphQLSchemaHost).schema).filter(({ name }) => !only || name === only);
      const faults = new Map<string, string>();
      const reasons = new Map<string, number>();
      const began = performance.now();
      let [cases, past] = [0, 0];
      const slow = new Map<string, number>();

      /** Round by round, so that what one operation made is there for the others. */
      const queue = function* (): Generator<Case> {
        for (let round = 0; round < casesPerInput; round += 1)
          for (const input of inputs) {
            const mode = random.pick<Mode>(['valid', 'valid', 'wrong', 'hostile', 'hostile']);
            const variables = values.variables(input.name, input.args, mode);
            yield { input, mode, variables, who: whoOf(random.next()) };
          }
      };
      const run = queue();
      const work = async (): Promise<void> => {
        for (const each of run) {
          const t0 = performance.now();
          const { status, text } = await send(each);
          const dt = performance.now() - t0;
          slow.set(each.input.name, (slow.get(each.input.name) ?? 0) + dt);
          const verdict = judge(status, text);
          cases += 1;
          past += Number(verdict.past);
          reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
          if (status === 200) ids.learn(text.slice(0, 20_000));
          // it signed itself out, or its session was ended by another case
          if (verdict.reason === 'SIGN_IN_REQUIRED' && each.who !== 'nobody')
            actors.set(each.who, await actorOf(each.who));
          if (verdict.fault) {
            const shown = JSON.stringify(each.variables).slice(0, 400);
            faults.set(
              `${each.input.name}: ${verdict.fault}`,
              `${each.who}, ${each.mode}: ${shown} → ${text.slice(0, 300)}`,
            );
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));

      const seconds = (performance.now() - began) / 1000;
      console.info([...slow].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([n, t]) => `${n} ${t.toFixed(0)}`).join('\n'));
      const often = [...reasons]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 12)
        .map(([reason, n]) => `${reason} ${n}`);
      console.info(
        `fuzz, seed ${seed}: ${cases} cases on ${inputs.length} inputs in ${seconds.toFixed(0)} s, ` +
          `${((past / cases) * 100).toFixed(0)} % got past validation, ${faults.size} kinds of faults\n${often.join(', ')}`,
      );
      expect([...faults].map(([kind, example]) => `${kind}\n    ${example}`)).toEqual([]);
      expect(cases).toBe(inputs.length * casesPerInput);
      expect(past / cases).toBeGreaterThan(only ? 0 : 0.25);
    },
    600_000,
  );
});

function whoOf(draw: number): string {
  let sum = 0;
  for (const [who, part] of share) if (draw < (sum += part)) return who;
  return 'PARTY_STAFF';
}
