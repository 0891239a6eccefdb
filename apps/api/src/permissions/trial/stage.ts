import { createWorld, type Actor, type World } from '@dangwu/testing';
import { principalKeys, principals, type Home, type Kind, type Placement, type Principal } from '../cast';
import type { Scene, Target } from '../table';

/** Something an area's `arrange` put at an organization or on a person's desk. */
export interface Thing {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

/** An organization of the trial world, or the desk of a person. */
export class Spot implements Target {
  readonly things = new Map<string, Thing>();
  version = 1;

  constructor(
    readonly id: string,
    readonly name: string,
    readonly world: World,
  ) {}

  thing(kind: string): Thing {
    const found = this.things.get(kind);
    if (!found) throw new Error(`Nothing was arranged as "${kind}" at ${this.name}: see trial/arrange.ts`);
    return found;
  }
}

/** name, under which, how, as what; R and F are the roots of two associations */
const tree = [
  ['K', 'R', 'LEADS', 'COMMITTEE'],
  ['B', 'K', 'LEADS', 'BRANCH'],
  ['BB', 'K', 'LEADS', 'BRANCH'],
  ['G', 'B', 'LEADS', 'PARTY_GROUP'],
  ['P', 'K', 'GUIDES', 'COMMITTEE'],
  ['PB', 'P', 'LEADS', 'BRANCH'],
  ['Q', 'K', 'GUIDES', 'COMMITTEE'],
  ['QB', 'Q', 'LEADS', 'BRANCH'],
  ['S', 'R', 'LEADS', 'COMMITTEE'],
  ['SB', 'S', 'LEADS', 'BRANCH'],
  ['U', 'R', 'GUIDES', 'COMMITTEE'],
  ['UB', 'U', 'LEADS', 'BRANCH'],
  ['V', 'R', 'GUIDES', 'COMMITTEE'],
  ['VB', 'V', 'LEADS', 'BRANCH'],
] as const;
export type Node = 'R' | (typeof tree)[number][0] | 'F' | 'FB';

const homes: Readonly<Record<Home, Node>> = {
  branch: 'B',
  committee: 'K',
  unit: 'U',
  anotherUnit: 'V',
  association: 'R',
};

/** Where each organization stands, as seen from a home. The first of a list is what single operations are tried on. */
const seenFrom: Readonly<Record<Home, Readonly<Partial<Record<Placement, readonly Node[]>>>>> = {
  committee: {
    OWN: ['K'],
    CHILD: ['B', 'BB', 'G'],
    ANCESTOR: ['R'],
    SIBLING: ['S', 'SB', 'U', 'UB', 'V', 'VB'],
    PUBLISHED: ['P', 'PB'],
    UNPUBLISHED: ['Q', 'QB'],
    FOREIGN: ['F', 'FB'],
  },
  branch: {
    OWN: ['B'],
    CHILD: ['G'],
    ANCESTOR: ['K', 'R'],
    SIBLING: ['BB', 'S', 'SB', 'U', 'UB', 'V', 'VB'],
    PUBLISHED: ['P', 'PB'],
    UNPUBLISHED: ['Q', 'QB'],
    FOREIGN: ['F', 'FB'],
  },
  unit: {
    OWN: ['U'],
    CHILD: ['UB'],
    ANCESTOR: ['R'],
    SIBLING: ['K', 'B', 'BB', 'G', 'S', 'SB', 'V', 'VB'],
    PUBLISHED: ['P', 'PB'],
    UNPUBLISHED: ['Q', 'QB'],
    FOREIGN: ['F', 'FB'],
  },
  anotherUnit: {
    OWN: ['V'],
    CHILD: ['VB'],
    ANCESTOR: ['R'],
    SIBLING: ['K', 'B', 'BB', 'G', 'S', 'SB', 'U', 'UB'],
    PUBLISHED: ['P', 'PB'],
    UNPUBLISHED: ['Q', 'QB'],
    FOREIGN: ['F', 'FB'],
  },
  association: {
    OWN: ['R'],
    CHILD: ['K', 'B', 'BB', 'G', 'S', 'SB'],
    PUBLISHED: ['P', 'PB'],
    UNPUBLISHED: ['Q', 'QB', 'U', 'UB', 'V', 'VB'],
    FOREIGN: ['F', 'FB'],
  },
};

/** The trial world: two associations, one of each principal, everything the rows ask about. */
export class Stage {
  readonly spots = new Map<Node, Spot>();
  readonly desks = new Map<Principal | 'FOREIGNER', Spot>();
  readonly actors = new Map<Principal, Actor>();
  /** of those who bring an access token instead of a cookie */
  private readonly tokens = new Map<Principal, string>();
  readonly values = new Map<string, string>();
  private serials = 0;

  private constructor(
    readonly world: World,
    readonly foreign: World,
  ) {}

  static async build(): Promise<Stage> {
    const world = await createWorld({
      // thousands of cells ask within a minute
      environment: { POOL_SIZE: '8', RATE_LIMIT: '1000000000', RATE_LIMIT_ANONYMOUS: '1000000000' },
    });
    const stage = new Stage(world, await world.another());
    await stage.grow();
    for (const principal of principalKeys) await stage.engage(principal);
    stage.desks.set('FOREIGNER', new Spot(stage.foreign.staff.accountId, 'desk of a foreigner', stage.foreign));
    return stage;
  }

  spot(node: Node): Spot {
    return this.spots.get(node)!;
  }

  actor(principal: Principal): Actor | null {
    return this.actors.get(principal) ?? null;
  }

  /** How the principal says who it is. */
  credentials(principal: Principal): Readonly<Record<string, string>> {
    const token = this.tokens.get(principal);
    if (token) return { authorization: `Bearer ${token}` };
    const actor = this.actor(principal);
    return actor ? { cookie: actor.cookie } : {};
  }

  /** Whose desk and which organizations stand there for the principal; empty: there is no such place for them. */
  targets(principal: Principal, kind: Kind, placement: Placement): readonly Spot[] {
    const { home } = principals[principal];
    if (kind === 'whole') return [this.spot(homes[home])];
    if (kind === 'tree') return (seenFrom[home][placement] ?? []).map((node) => this.spot(node));
    return [this.desks.get(owner(principal, placement))!];
  }

  /** The names of everything of this kind that stands in the world. */
  everything(kind: Kind): ReadonlySet<string> {
    return new Set([...(kind === 'person' ? this.desks : this.spots).values()].map(({ name }) => name));
  }

  scene(principal: Principal): Scene {
    const actor = this.actor(principal) ?? this.world.staff;
    return {
      home: this.spot(homes[principals[principal].home]),
      serial: ++this.serials,
      value: (name) => {
        const own: Readonly<Record<string, string | undefined>> = {
          'user name': actor.username,
          password: actor.password,
          // below the homes of all who keep members
          'a branch': this.spot('B').id,
          'a view of one’s own': this.desks.get(principal)?.things.get('view')?.id ?? 'SavedView_x',
        };
        const value = own[name] ?? this.values.get(name);
        if (value === undefined) throw new Error(`Nothing was arranged as "${name}": see trial/arrange.ts`);
        return value;
      },
    };
  }

  close(): Promise<void> {
    return this.world.close();
  }

  private async grow(): Promise<void> {
    this.plant('R', this.world.root.id, '根党委', this.world);
    this.plant('F', this.foreign.root.id, '外协会党委', this.foreign);
    const found = async (world: World, node: Node, under: Node, relation: 'LEADS' | 'GUIDES', type: string) => {
      const name = `试验组织${node}号`;
      const { id } = await world.organization(name, { under: this.spot(under), relation, type, code: `T-${node}` });
      this.plant(node, id, name, world);
    };
    for (const [node, under, relation, type] of tree) await found(this.world, node, under, relation, type);
    await found(this.foreign, 'FB', 'F', 'LEADS', 'BRANCH');
    // roots are named by the world; here every name says which node it is
    for (const root of [this.spot('R'), this.spot('F')])
      await root.world.write((tx) =>
        tx.query(
          `with o as (update party_organization set name = $1 where parent_id is null and association_id = $2 returning id)
           update organization_version v set name = $1 from o where v.id = o.id`,
          [root.name, root.world.associationId],
        ),
      );
  }

  private plant(node: Node, id: string, name: string, world: World): void {
    this.spots.set(node, new Spot(id, name, world));
  }

  private async engage(principal: Principal): Promise<void> {
    const { role, home } = principals[principal];
    if (!role) {
      this.desks.set(principal, new Spot('', `desk of ${principal}`, this.world));
      return;
    }
    const actor = await this.world.account(
      role as Parameters<World['account']>[0],
      home === 'association' ? undefined : this.spot(homes[home]),
    );
    this.actors.set(principal, actor);
    if (principal === 'UNIT_TOKEN') {
      const { createExplorerToken } = await this.world
        .as(actor)
        .mutate<{ createExplorerToken: { token: string } }>('mutation { createExplorerToken { token } }');
      this.tokens.set(principal, createExplorerToken.token);
    }
    this.desks.set(principal, new Spot(actor.accountId, `desk of ${principal}`, this.world));
  }
}

/** Another's desk is never one's own, and of somebody who has one. */
function owner(principal: Principal, placement: Placement): Principal | 'FOREIGNER' {
  if (placement === 'FOREIGN') return 'FOREIGNER';
  if (placement === 'MINE') return principal === 'ANONYMOUS' ? 'MEMBER' : principal;
  return principal === 'BRANCH_STAFF' ? 'COMMITTEE_STAFF' : 'BRANCH_STAFF';
}
