import type { Actor, World } from '@dangwu/testing';

/** What specs look at after a change. */
export interface Answered {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly relation: string | null;
  readonly dissolvedOn: string | null;
  readonly termEndsOn: string | null;
  readonly parent: { readonly name: string } | null;
}

const answered = 'id version name type status relation dissolvedOn termEndsOn parent { name }';
const basis = '〔2026〕1号';

/** The mutations of this area as one account would send them; `version` is read first unless it is given. */
export class Operations {
  constructor(
    private readonly world: World,
    private readonly actor: Actor = world.staff,
  ) {}

  found(input: object): Promise<Answered> {
    return this.send('foundOrganization', 'FoundOrganizationInput', {
      relation: 'LEADS',
      type: 'BRANCH',
      effectiveOn: '2020-01-01',
      basis,
      ...input,
    });
  }

  async rename(of: { id: string }, name: string, rest: object = {}): Promise<Answered> {
    return this.send('renameOrganization', 'RenameOrganizationInput', { ...(await this.change(of)), name, ...rest });
  }

  async retype(of: { id: string }, type: string, rest: object = {}): Promise<Answered> {
    const input = { ...(await this.change(of)), type, ...rest };
    return this.send('changeOrganizationType', 'ChangeOrganizationTypeInput', input);
  }

  async move(of: { id: string }, to: { id: string }, rest: object = {}): Promise<Answered> {
    const input = { ...(await this.change(of)), parentId: to.id, relation: 'LEADS', ...rest };
    return this.send('moveOrganization', 'MoveOrganizationInput', input);
  }

  async dissolve(of: { id: string }, rest: object = {}): Promise<Answered> {
    return this.send('dissolveOrganization', 'DissolveOrganizationInput', { ...(await this.change(of)), ...rest });
  }

  /** The organization as staff see it, today or as of a day. */
  async look<T = Answered>(of: { id: string }, fields = answered, asOf?: string): Promise<T> {
    const data = await this.world.as(this.world.staff).query<{
      partyOrganization: T;
    }>(`query ($id: ID!, $asOf: Date) { partyOrganization(id: $id, asOf: $asOf) { ${fields} } }`, {
      id: of.id,
      asOf,
    });
    return data.partyOrganization;
  }

  private async change({ id }: { id: string }) {
    const { version } = await this.look<{ version: number }>({ id }, 'version');
    return { id, version, effectiveOn: '2026-09-18', basis };
  }

  private async send(mutation: string, type: string, input: object): Promise<Answered> {
    const data = await this.world
      .as(this.actor)
      .mutate<Record<string, Answered>>(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answered} } }`, {
        input,
      });
    return data[mutation]!;
  }
}
