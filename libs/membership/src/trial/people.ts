import type { Actor, World } from '@dangwu/testing';
import { checkCharacter } from '../id-number';

/** What specs look at after a change. */
export interface Told {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly leftOn: string | null;
  readonly affiliationKind: string;
  readonly organization: { readonly name: string } | null;
  readonly affiliations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly since: string;
    readonly until: string | null;
    readonly organization: { readonly name: string } | null;
  }[];
  readonly appointments: readonly { readonly id: string; readonly post: string; readonly until: string | null }[];
}

const told = `id version name status idNumber phone leftOn affiliationKind organization { name }
  affiliations { id kind since until organization { name } } appointments { id post until }`;

/** Mutations of this area as accounts would send them. Born on 1990-03-07, admitted in 2012, full a year later. */
export class People {
  private count = 0;

  constructor(
    private readonly world: World,
    private readonly home: () => { readonly id: string },
  ) {}

  /** An ID number that nobody has: regions begin with 11 to 82. */
  idNumber(): string {
    const seventeen = `99010219900307${String(++this.count).padStart(3, '0')}`;
    return seventeen + checkCharacter(seventeen);
  }

  facts(over: object = {}) {
    const idNumber = this.idNumber();
    return {
      name: `林晓晨${this.count}`,
      idNumber,
      phone: '13912345678',
      status: 'FULL',
      joinedOn: '2012-06-01',
      fullOn: '2013-06-01',
      organizationId: this.home().id,
      since: '2020-01-01',
      basis: '党员名册',
      ...over,
    };
  }

  register(over: object = {}, actor: Actor = this.world.staff): Promise<Told> {
    return this.send('registerMember', this.facts(over), actor);
  }

  /** Any mutation of one member, as of its version. */
  change(member: Told, name: string, over: object = {}, actor: Actor = this.world.staff): Promise<Told> {
    const { id, version } = member;
    return this.send(name, { id, version, on: '2026-09-01', basis: '批复', ...over }, actor);
  }

  async send(name: string, input: object, actor: Actor = this.world.staff, selection = `{ ${told} }`): Promise<Told> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`;
    return (await this.world.as(actor).mutate<Record<string, Told>>(document, { input }))[name]!;
  }

  /** A number in the clear. */
  async reveal({ id }: Told, over: object = {}, actor: Actor = this.world.staff): Promise<unknown> {
    return this.send('revealMember', { id, field: 'ID_NUMBER', reason: '核对党籍档案', ...over }, actor, '');
  }

  /** Ids of the members listed. */
  async list(filter: object = {}, args: object = {}, actor: Actor = this.world.staff): Promise<string[]> {
    const data = await this.world.as(actor).query<{ members: { nodes: { id: string }[] } }>(
      `query ($filter: MemberFilter, $within: ID, $asOf: Date) {
         members(first: 100, filter: $filter, within: $within, asOf: $asOf) { nodes { id } } }`,
      { filter, ...args },
    );
    return data.members.nodes.map(({ id }) => id);
  }

  async look(member: Told, asOf?: string, actor: Actor = this.world.staff): Promise<Told | null> {
    const document = `query ($id: ID!, $asOf: Date) { member(id: $id, asOf: $asOf) { ${told} } }`;
    return (await this.world.as(actor).query<{ member: Told | null }>(document, { id: member.id, asOf })).member;
  }

  query<T>(statement: string, values: unknown[] = []): Promise<T[]> {
    return this.world.write((tx) => tx.query<T[]>(statement, values));
  }
}
