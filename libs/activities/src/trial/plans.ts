import { localId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';
import { Obligations } from '../cadence';

export interface Plan {
  readonly id: string;
  readonly version: number;
  readonly job: { readonly state: string; readonly message: { readonly zh: string } | null } | null;
}

export interface Item {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly heldOn: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly byHand: boolean;
  readonly leftOutReason: string | null;
  readonly fault: { readonly zh: string } | null;
  readonly organization: { readonly id: string; readonly name: string };
  readonly activityType: { readonly key: string };
  readonly activity: { readonly id: string; readonly state: string } | null;
}

const planFields = 'id version job { state message { zh } }';
const itemFields = `id version state heldOn startsAt endsAt periodFrom periodTo byHand leftOutReason fault { zh }
  organization { id name } activityType { key } activity { id state }`;

/** Plans of a world, by the API as people use it; its worker must be at work. */
export class Plans {
  constructor(readonly world: World) {}

  /** What organizations owe, derived as the worker derives it. */
  derive(at: { readonly id: string }): Promise<number> {
    const id = localId('PartyOrganization', at.id);
    return this.world.write((tx) => this.world.app.get(Obligations).derive(tx, this.world.associationId, [id]));
  }

  async send<T = Plan>(name: string, input: object, actor: Actor = this.world.staff, answer = planFields): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) ${answer && `{ ${answer} }`} }`;
    return (await this.world.as(actor).mutate<Record<string, T>>(document, { input }))[name]!;
  }

  /** Sends it and waits for its job. */
  async done(name: string, input: object, actor?: Actor): Promise<Plan> {
    return this.settled((await this.send(name, input, actor)).id, actor);
  }

  draft(at: { readonly id: string }, year: number, more: object = {}, actor?: Actor): Promise<Plan> {
    return this.done('draftYearPlan', { organizationId: at.id, year, ...more }, actor);
  }

  async settled(id: string, actor: Actor = this.world.staff): Promise<Plan> {
    for (const until = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const plan = await this.read(id, actor);
      if (plan.job && !['QUEUED', 'RUNNING'].includes(plan.job.state)) return plan;
      if (Date.now() > until) throw new Error(`The job of the plan is ${plan.job?.state}`);
    }
  }

  async read(id: string, actor: Actor = this.world.staff): Promise<Plan> {
    const { yearPlan } = await this.world
      .as(actor)
      .query<{ yearPlan: Plan }>(`query ($id: ID!) { yearPlan(id: $id) { ${planFields} } }`, { id });
    return yearPlan;
  }

  async items(planId: string, filter: object = {}, actor: Actor = this.world.staff): Promise<Item[]> {
    const { planItems } = await this.world
      .as(actor)
      .query<{ planItems: { nodes: Item[] } }>(
        `query ($filter: PlanItemFilter) { planItems(first: 100, filter: $filter) { nodes { ${itemFields} } } }`,
        { filter: { planId, ...filter } },
      );
    return planItems.nodes;
  }

  /** An item decided about by a person. */
  decide(name: string, { id, version }: Item, more: object = {}, actor?: Actor): Promise<Item> {
    return this.send<Item>(name, { id, version, ...more }, actor, itemFields);
  }
}
