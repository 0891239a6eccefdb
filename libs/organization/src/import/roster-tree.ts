import { comparable, type CheckRow } from '@dangwu/imports';
import { OrganizationStatus } from '../organization.enums';
import type { KnownOrganization, KnownOrganizations } from './known-organizations';
import type { RosterOrganization } from './roster-fields';

export type RosterRow = CheckRow<RosterOrganization>;

/** One organization as it will be: a row of the roster, an organization of the system, or one by the other. */
export interface Node {
  readonly key: string;
  readonly row: RosterRow | null;
  readonly known: KnownOrganization | null;
}

/** Of one name under one parent only the first stays, the later ones are duplicates: whoever names them means the first. */
function sameSiblings(nodes: readonly Node[]): readonly Node[] | null {
  const [first, ...others] = nodes;
  const above = (node: Node): string | null => node.row && comparable(node.row.values.parent ?? '');
  if (!first?.row || others.length === 0) return null;
  return others.every((node) => above(node) === above(first)) ? [first] : null;
}

/**
 * The roster laid over what the system has. Identity is the code; a row without a usable code (blank, malformed, a
 * duplicate) is a node of its own that nothing else can become.
 */
export class RosterTree {
  readonly nodes = new Map<string, Node>();
  private readonly named = new Map<string, Node[]>();
  /** the parent that each row names, as far as it could be found; null: none named */
  readonly parentOf = new Map<Node, Node | null>();

  constructor(
    rows: readonly RosterRow[],
    private readonly known: KnownOrganizations,
  ) {
    const owners = new Map<string, RosterRow>();
    for (const row of rows) {
      const code = row.sound('code') ? row.values.code : undefined;
      if (code !== undefined) owners.set(code, row);
      const key = code ?? `#${row.row}`;
      this.add({ key, row, known: (code !== undefined && known.byCode.get(code)) || null });
    }
    for (const one of known.all)
      if (!one.undone && !owners.has(one.code.toUpperCase()))
        this.add({ key: one.code.toUpperCase(), row: null, known: one });
  }

  private add(node: Node): void {
    this.nodes.set(node.key, node);
    // an organization that the roster renames is still found by its old name
    const names = new Set<string>();
    if (node.row?.values.name) names.add(comparable(node.row.values.name));
    if (node.known && !node.known.undone) names.add(comparable(node.known.name));
    for (const name of names) {
      const list = this.named.get(name);
      if (list) list.push(node);
      else this.named.set(name, [node]);
    }
  }

  /** Whom a parent cell means: by name, else by code. Dissolved ones only when nobody else has the name. */
  find(reference: string): readonly Node[] {
    const byName = this.named.get(comparable(reference)) ?? [];
    const byCode = this.nodes.get(comparable(reference).toUpperCase());
    const found = byName.length ? byName : byCode ? [byCode] : [];
    const alive = found.filter((node) => node.row || node.known?.status !== OrganizationStatus.DISSOLVED);
    const candidates = alive.length ? alive : found;
    const sound = candidates.filter((node) => !node.row?.held);
    return sameSiblings(sound) ?? (sound.length === 1 ? sound : candidates);
  }

  /** What parents can be called: organizations that stand or are in the roster. */
  *names(): Generator<string> {
    for (const { row, known } of this.nodes.values()) {
      if (row?.values.name) yield row.values.name;
      else if (known && known.status !== OrganizationStatus.DISSOLVED) yield known.name;
    }
  }

  /** Whether the organization is there whatever happens to its row. */
  static stands(node: Node): boolean {
    return node.known !== null && !node.known.undone;
  }

  /** Its parent once all rows that are not held back are written. */
  finalParent(node: Node): Node | null {
    if (node.row && !node.row.held && this.parentOf.has(node)) return this.parentOf.get(node) ?? null;
    if (!node.known?.parentId) return null;
    const parent = this.known.byId.get(node.known.parentId);
    return parent ? (this.nodes.get(parent.code.toUpperCase()) ?? null) : null;
  }

  /** A value as it will be: the row's if it is written and says anything, else the system's. */
  final<Key extends 'name' | 'type' | 'relation' | 'foundedOn'>(
    node: Node,
    key: Key,
  ): RosterOrganization[Key] | undefined {
    const stated = node.row && !node.row.held ? node.row.values[key] : undefined;
    return (stated ?? node.known?.[key] ?? undefined) as RosterOrganization[Key] | undefined;
  }
}
