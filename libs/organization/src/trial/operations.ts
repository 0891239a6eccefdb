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

  async merge(into: { id: string }, merged: readonly { id: string }[], rest: object = {}): Promise<Answered> {
    const versions = await Promise.all(
      [into, ...merged].map(async ({ id }) => ({
        id,
        version: (await this.look<{ version: number }>({ id }, 'version')).version,
      })),
    );
    const ids = merged.map(({ id }) => id);
    const input = { intoId: into.id, ids, versions, effectiveOn: '2026-09-18', basis, ...rest };
    return this.send('mergeOrganizations', 'MergeOrganizationsInput', input);
  }

  async split(of: { id: string }, newOrganizations: readonly object[], rest: object = {}): Promise<Answered> {
    const input = { ...(await this.change(of)), newOrganizations, ...rest };
    return this.send('splitOrganization', 'SplitOrganizationInput', input);
  }

  /** Undoes the latest operation of a kind. */
  async undo(of: { id: string }, kind: string): Promise<Answered> {
    return this.send('undoOperation', 'UndoOperationInput', { operationId: await this.latest(of, kind), basis });
  }

  async withdraw(of: { id: string }, kind: string): Promise<Answered> {
    const operationId = await this.latest(of, kind);
    return this.send('withdrawPendingOperation', 'UndoOperationInput', { operationId, basis });
  }

  /** The id of the latest operation of a kind. */
  async latest(of: { id: string }, kind: string): Promise<string> {
    const { operations } = await this.look<{ operations: { nodes: { id: string; kind: string; state: string }[] } }>(
      of,
      'operations(first: 50) { nodes { id kind state } }',
    );
    const found =
      operations.nodes.find((each) => each.kind === kind && ['APPLIED', 'PENDING'].includes(each.state)) ??
      operations.nodes.find((each) => each.kind === kind);
    return found!.id;
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
