import type { Actor, World } from '@dangwu/testing';

export interface Activity {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly heldOn: string;
  readonly countsOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

const fields = 'id version state heldOn countsOn startsAt endsAt';
export const basis = '〔2026〕1号';

/** Activities of a world, by the API as people use it. */
export class Activities {
  private types: ReadonlyMap<string, string> | null = null;

  constructor(readonly world: World) {}

  async send<T = Activity>(name: string, input: object, actor: Actor = this.world.staff, answer = fields): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`;
    return (await this.world.as(actor).mutate<Record<string, T>>(document, { input }))[name]!;
  }

  async typeId(key: string): Promise<string> {
    if (!this.types) {
      const { activityTypes } = await this.world
        .as(this.world.staff)
        .query<{ activityTypes: { id: string; key: string }[] }>(`{ activityTypes(includeRetired: true) { id key } }`);
      this.types = new Map(activityTypes.map(({ id, key: each }) => [each, id]));
    }
    return this.types.get(key)!;
  }

  async termId(kind: string, key: string): Promise<string> {
    const { catalogueTerms } = await this.world
      .as(this.world.staff)
      .query<{ catalogueTerms: { id: string; key: string }[] }>(
        `query ($kind: TermKind) { catalogueTerms(kind: $kind) { id key } }`,
        { kind },
      );
    return catalogueTerms.find((term) => term.key === key)!.id;
  }

  venue(name: string, organizationId = this.world.root.id): Promise<{ id: string; version: number }> {
    return this.send('registerVenue', { organizationId, name, kind: 'MEETING_ROOM' }, this.world.staff, 'id version');
  }

  /** A theme day of an hour on a morning, Shanghai time. */
  async input(at: { readonly id: string }, on: string, more: object = {}): Promise<object> {
    const activityTypeId = await this.typeId('THEME_DAY');
    const times = { startsAt: `${on}T09:00:00+08:00`, endsAt: `${on}T10:00:00+08:00` };
    return { organizationId: at.id, activityTypeId, title: '主题党日', ...times, ...more };
  }

  async plan(at: { readonly id: string }, on: string, more: object = {}, actor?: Actor): Promise<Activity> {
    return this.send('planActivity', await this.input(at, on, more), actor);
  }

  record(activity: Activity, more: object = {}, actor?: Actor): Promise<Activity> {
    const { id, version, startsAt, endsAt } = activity;
    const counted = { entitledCount: 10, presentCount: 9, remoteCount: 1, leaveCount: 1, summary: '学习并讨论。' };
    return this.send('recordActivity', { id, version, startsAt, endsAt, ...counted, ...more }, actor);
  }

  async read<T>(id: string, answer: string, actor: Actor = this.world.staff): Promise<T> {
    const data = await this.world
      .as(actor)
      .query<{ activity: T }>(`query ($id: ID!) { activity(id: $id) { ${answer} } }`, { id });
    return data.activity;
  }
}
