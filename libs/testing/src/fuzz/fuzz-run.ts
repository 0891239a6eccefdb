import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createWorld, type Actor, type World } from '../world';
import { fuzzInputs, type FuzzInput } from './fuzz-inputs';
import { FuzzValues, Ids, type Mode } from './fuzz-values';
import { judge } from './judge';
import { Random } from '../made/random';

export interface FuzzOptions {
  /** the same seed makes the same cases */
  readonly seed: number;
  readonly casesPerInput: number;
  readonly wanted: (input: FuzzInput) => boolean;
  readonly logLevel?: string;
}

export interface FuzzReport {
  readonly cases: number;
  readonly inputs: number;
  /** of all cases, how many an operation's own code had a word in */
  readonly share: number;
  /** each kind once, with an example */
  readonly faults: readonly string[];
  readonly summary: string;
}

interface Case {
  readonly input: FuzzInput;
  readonly mode: Mode;
  readonly variables: Record<string, unknown>;
  readonly who: string;
}

const atOnce = 6;

/** Who asks; the staff most often, since they get furthest. */
const principals: readonly (readonly [string, number])[] = [
  ['PARTY_STAFF', 0.55],
  ['SECRETARY', 0.1],
  ['neighbour', 0.1],
  ['SYSTEM_ADMIN', 0.07],
  ['SECURITY_ADMIN', 0.08],
  ['AUDITOR', 0.05],
  ['nobody', 0.05],
];

/** Sends made-up variables to every input of the schema and looks at the answers. */
export class FuzzRun {
  private neighbour: World | undefined;
  private readonly actors = new Map<string, Actor>();
  private readonly ids = new Ids();
  private readonly faults = new Map<string, string>();
  private readonly reasons = new Map<string, number>();
  private readonly random: Random;
  private readonly values: FuzzValues;
  private cases = 0;
  private past = 0;

  private constructor(
    private readonly world: World,
    private readonly branch: { readonly id: string },
    private readonly options: FuzzOptions,
  ) {
    this.random = new Random(options.seed);
    this.values = new FuzzValues(this.random, this.ids);
  }

  static async of(options: FuzzOptions): Promise<FuzzReport> {
    const world = await createWorld({
      environment: {
        RATE_LIMIT: '1000000000',
        RATE_LIMIT_ANONYMOUS: '1000000000',
        SIGN_IN_FAILURES: '100',
        POOL_SIZE: '10',
        // a busy machine is no fault of an input
        POOL_TIMEOUT: '60s',
        STATEMENT_TIMEOUT: '60s',
        LOG_LEVEL: options.logLevel ?? 'silent',
      },
    });
    try {
      const branch = await world.organization('模糊测试党总支', { type: 'GENERAL_BRANCH' });
      const run = new FuzzRun(world, branch, options);
      await run.prepare();
      return await run.all();
    } finally {
      await world.close();
    }
  }

  /** Things to be asked for, and people to ask. */
  private async prepare(): Promise<void> {
    const { world, branch } = this;
    for (const name of ['甲', '乙', '丙']) await world.branch(`第${name}党支部`, { under: branch });
    for (const [who] of principals) if (who !== 'nobody') this.actors.set(who, await this.actor(who));
    const unit = { kind: 'MEMBER_COMPANY', tier: 'MEMBER_UNIT', coverage: 'UNCOVERED', effectiveOn: '2026-01-01' };
    for (const name of ['示例检测公司', '示例会员公司'])
      await world
        .as(world.staff)
        .mutate('mutation ($input: RegisterUnitInput!) { registerUnit(input: $input) { id } }', {
          input: { ...unit, organizationId: branch.id, name, basis: '测试' },
        });
    const form = new FormData();
    form.append('file', new Blob(['名称,代码\n第一党支部,A1\n'], { type: 'text/csv' }), 'x.csv');
    const headers = { cookie: world.staff.cookie, 'x-dangwu-csrf': '1' };
    const file = await fetch(`${world.url}/files`, { method: 'POST', body: form, headers });
    const found = await world.as(world.staff).query(`{
      organizations(first: 20) { nodes { id } } units(first: 20) { nodes { id } } rules(first: 20) { nodes { id } }
      session { account { id } association { id } } }`);
    this.ids.learn(`${JSON.stringify(found)} ${await file.text()}`);
  }

  /** Somebody of that kind in a session of one's own; anew when another case ended the one before. */
  private async actor(who: string): Promise<Actor> {
    if (who === 'neighbour') {
      this.neighbour ??= await this.world.another();
      return this.neighbour.account('PARTY_STAFF');
    }
    if (who === 'SECRETARY') return this.world.account(who, this.branch);
    return this.world.account(who as 'PARTY_STAFF');
  }

  private async all(): Promise<FuzzReport> {
    const { casesPerInput, seed, wanted } = this.options;
    const inputs = fuzzInputs(this.world.app.get(GraphQLSchemaHost).schema).filter(wanted);
    const began = performance.now();
    const queue = this.queue(inputs);
    const work = async (): Promise<void> => {
      for (const each of queue) await this.try(each);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const share = this.past / this.cases;
    const often = [...this.reasons].sort((a, b) => b[1] - a[1]).slice(0, 12);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    return {
      cases: this.cases,
      inputs: inputs.length,
      share,
      faults: [...this.faults].map(([kind, example]) => `${kind}\n    ${example}`),
      summary:
        `fuzz, seed ${seed}: ${this.cases} cases, ${casesPerInput} on each of ${inputs.length} inputs, in ${seconds} s; ` +
        `${(share * 100).toFixed(0)} % got past validation; ${this.faults.size} kinds of faults\n` +
        often.map(([reason, count]) => `${reason} ${count}`).join(', '),
    };
  }

  /** Round by round, so that what one operation made is there for the others. */
  private *queue(inputs: readonly FuzzInput[]): Generator<Case> {
    for (let round = 0; round < this.options.casesPerInput; round += 1)
      for (const input of inputs) {
        const mode = this.random.of<Mode>(['valid', 'valid', 'wrong', 'hostile', 'hostile']);
        const variables = this.values.variables(input.name, input.args, mode);
        yield { input, mode, variables, who: principalOf(this.random.next()) };
      }
  }

  /** Tried twice: an idle connection may be closed at the very moment it is used again. */
  private async answer(each: Case, actor: Actor | undefined): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(actor ? { cookie: actor.cookie } : {}) },
      body: JSON.stringify({ query: each.input.document, variables: each.variables }),
    });
    return { status: response.status, text: await response.text() };
  }

  private async try(each: Case): Promise<void> {
    const actor = this.actors.get(each.who);
    const { status, text } = await this.answer(each, actor).catch(() => this.answer(each, actor));
    const { fault, past, reason } = judge(status, text);
    this.cases += 1;
    this.past += Number(past);
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    if (status === 200) this.ids.learn(text.slice(0, 20_000));
    // it signed itself out, or another case ended its session
    if (reason === 'SIGN_IN_REQUIRED' && actor) this.actors.set(each.who, await this.actor(each.who));
    if (!fault) return;
    const shown = JSON.stringify(each.variables).slice(0, 400);
    this.faults.set(`${each.input.name}: ${fault}`, `${each.who}, ${each.mode}: ${shown} → ${text.slice(0, 300)}`);
  }
}

function principalOf(draw: number): string {
  let sum = 0;
  for (const [who, part] of principals) if (draw < (sum += part)) return who;
  return 'PARTY_STAFF';
}
