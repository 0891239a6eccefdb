import { chunks, type WriteContext, type WrittenRow } from '@dangwu/imports';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FoundOrganizations } from '../found-organizations';
import type { Actor, OrganizationFacts } from '../organization-facts';
import { OperationKind } from '../organization.enums';
import type { KnownOrganization } from './known-organizations';
import { changesOf } from './roster-changes';
import type { Node, RosterRow, RosterTree } from './roster-tree';
import { UndoneOrganizations } from './undone-organizations';
import { UpdateOrganizations, type RosterState, type RosterUpdate } from './update-organizations';

/** Writes a checked roster: what an undone import left comes back, then what is new, then what changed. */
@Injectable()
export class WriteRoster {
  constructor(
    private readonly founding: FoundOrganizations,
    private readonly updating: UpdateOrganizations,
    private readonly undone: UndoneOrganizations,
  ) {}

  async *write(
    tx: EntityManager,
    tree: RosterTree,
    rows: readonly RosterRow[],
    { batch, accountId, actorName, today, backdated, progress }: WriteContext,
  ): AsyncGenerator<readonly WrittenRow[]> {
    const actor: Actor = { associationId: batch.associationId, accountId, name: actorName };
    const basis = `导入《${batch.fileName}》`;
    const wanted = new Set(rows);
    const nodes = [...tree.nodes.values()].filter((node) => node.row && wanted.has(node.row));
    const ids = new Ids();
    const revived = nodes.filter((node) => node.known?.undone);
    await this.undone.revive(
      tx,
      actor,
      revived.map((node) => node.known!.id),
      basis,
    );
    const created = nodes.filter((node) => !node.known);
    // what was before the import nobody told; the founding day says since when it exists
    const since = backdated ? new FirstDays(tree, today) : { of: () => today };
    let done = revived.length;
    for (const part of chunksFromTheTop(created, tree)) {
      const facts = part.map((node) => factsOf(node, tree, ids, since.of(node), basis));
      await this.founding.foundAll(tx, actor, facts, OperationKind.IMPORTED);
      await progress((done += part.length));
    }
    const updates = nodes.flatMap((node) => updateOf(node, tree, ids) ?? []);
    await this.updating.updateAll(tx, actor, updates, basis);
    await progress(rows.length);

    const before = new Map(updates.map((update) => [update.id, update.before]));
    for (const part of chunks(nodes)) {
      const versions = await versionsOf(
        tx,
        part.map((node) => ids.of(node)),
      );
      yield part.map((node) => {
        const subjectId = ids.of(node);
        const action = node.row!.action!;
        return {
          row: node.row!.row,
          action,
          subjectId,
          subjectVersion: versions.get(subjectId) ?? 1,
          before: action === 'UPDATE' ? { ...before.get(subjectId) } : null,
        };
      });
    }
  }
}

/** How many organizations are founded at a time: enough for few statements, and no more memory for more rows. */
const foundedAtOnce = 250;

/** What organizations are known by; new ones from when they are first asked for, as what stands above others is. */
class Ids {
  private readonly made = new Map<Node, string>();

  of(node: Node): string {
    if (node.known) return node.known.id;
    const known = this.made.get(node) ?? newId();
    this.made.set(node, known);
    return known;
  }
}

/** Parents before what stands below them, so that those of one part find theirs in the parts before. */
function* chunksFromTheTop(nodes: readonly Node[], tree: RosterTree): Generator<readonly Node[]> {
  const depths = new Map<Node, number>();
  const depthOf = (node: Node): number => {
    const known = depths.get(node);
    if (known !== undefined) return known;
    const parent = tree.finalParent(node);
    const depth = parent ? depthOf(parent) + 1 : 0;
    depths.set(node, depth);
    return depth;
  };
  const ordered = [...nodes].sort((a, b) => depthOf(a) - depthOf(b));
  yield* chunks(ordered, foundedAtOnce);
}

/** Since when new organizations stand in the tree: since their founding, but not before what they stand under. */
class FirstDays {
  private readonly days = new Map<Node, string>();

  constructor(
    private readonly tree: RosterTree,
    private readonly today: string,
  ) {}

  of(node: Node): string {
    const known = this.days.get(node);
    if (known !== undefined) return known;
    const own = node.row?.values.foundedOn ?? this.today;
    const parent = node.row ? this.tree.finalParent(node) : null;
    const above = parent?.known ? own : parent && this.of(parent);
    const day = above && above > own ? above : own;
    this.days.set(node, day);
    return day;
  }
}

function factsOf(node: Node, tree: RosterTree, ids: Ids, effectiveOn: string, basis: string): OrganizationFacts {
  const { values } = node.row!;
  const parent = tree.finalParent(node);
  return {
    id: ids.of(node),
    parentId: parent ? ids.of(parent) : null,
    relation: parent ? (values.relation ?? null) : null,
    type: values.type!,
    name: values.name!,
    code: values.code!,
    tier: values.tier ?? null,
    foundedOn: values.foundedOn ?? null,
    effectiveOn,
    termYears: values.termYears ?? null,
    reportedMemberCount: values.reportedMemberCount ?? null,
    basis,
  };
}

function updateOf(node: Node, tree: RosterTree, ids: Ids): RosterUpdate | null {
  const changes = changesOf(node, node.row!, tree);
  if (!node.known || !changes) return null;
  const before = stateOf(node.known);
  const parent = changes.move ? tree.finalParent(node) : null;
  let depth = 0;
  for (let up = tree.finalParent(node); up; up = tree.finalParent(up)) depth++;
  const after: RosterState = {
    ...before,
    ...changes.values,
    ...(parent && { parentId: ids.of(parent), relation: node.row!.values.relation ?? before.relation }),
  };
  return { id: node.known.id, before, after, depth };
}

const stateOf = (known: KnownOrganization): RosterState => ({
  name: known.name,
  type: known.type,
  tier: known.tier,
  foundedOn: known.foundedOn,
  termYears: known.termYears,
  reportedMemberCount: known.reportedMemberCount,
  parentId: known.parentId,
  relation: known.relation,
});

async function versionsOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; version: number }[]>(
    `select id, version from party_organization where id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
