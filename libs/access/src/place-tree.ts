import { platformErrors } from '@dangwu/platform/errors';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget } from 'typeorm';
import { accessErrors } from './access.errors';
import { everywhere } from './everywhere';
import { PLACE_ENTITY, type PlaceRow } from './place.entity';
import { depthOf, isBelow, placeOfAssociation, positionBelow, type Position, type Relation } from './place';

/** A row about to be inserted as a node: the tree fills in its place. */
export type Placing = Pick<PlaceRow, 'id' | 'associationId' | 'parentId' | 'relation' | 'no' | 'path' | 'leadsPath'>;

/** Levels of the tree with the root: breadcrumbs are bounded by it. */
export const deepest = 20;

/** Any number that no other advisory lock uses as its first half. */
const lockOfTree = 7020;

interface Node extends Position {
  readonly id: string;
  readonly no: number;
  readonly relation: Relation | null;
}

/**
 * Writes the tree: the only writer of parents, relations and paths. Changes of one association's tree wait for each
 * other, since two crossing moves could otherwise make a cycle that neither of them sees.
 */
@Injectable()
export class PlaceTree {
  constructor(@Inject(PLACE_ENTITY) private readonly entity: EntityTarget<PlaceRow>) {}

  /**
   * Fills in number, parent and paths of a row that the caller inserts in the same transaction. `associationId` and
   * `relation` (null for the root) are set already. The transaction must reach the parent.
   *
   * @throws UNKNOWN_ID when the association has no such parent; PLACE_SECOND_ROOT, PLACE_RELATION, PLACE_TOO_DEEP
   */
  async place(tx: EntityManager, row: Placing, parent: { readonly id: string } | null): Promise<void> {
    row.parentId = parent?.id ?? null;
    await this.placeAll(tx, [row]);
  }

  /** The same for many rows of one association at once; parents may be among them, in any order. */
  async placeAll(tx: EntityManager, rows: readonly Placing[]): Promise<void> {
    if (!rows[0]) return;
    const { associationId } = rows[0];
    if (rows.some((row) => row.associationId !== associationId)) throw new Error('One association at a time');
    const association = await this.lock(tx, associationId);
    const ids = new Set(rows.map(({ id }) => id));
    const outside = rows.flatMap(({ parentId }) => (parentId && !ids.has(parentId) ? [parentId] : []));
    const known: Map<string, Position> = await this.nodes(tx, associationId, outside);
    await this.checkRoot(tx, rows);
    const numbers = await this.numbers(tx, rows.length);
    rows.forEach((row, i) => (row.no = numbers[i]!));
    settle(rows, association, known);
  }

  /**
   * Moves a node with all that is below it: a fixed number of statements whatever its size. The version of the row is the caller's
   * business, who checks it anyway.
   *
   * @returns how many nodes changed their place
   * @throws UNKNOWN_ID, PLACE_ROOT_STAYS, PLACE_IN_ITSELF, PLACE_TOO_DEEP
   */
  async move(tx: EntityManager, id: string, newParentId: string, relation: Relation): Promise<number> {
    const [row] = await tx.query<{ association: string }[]>(
      `select association_id as association from ${this.table(tx)} where id = $1`,
      [id],
    );
    if (!row) throw platformErrors.UNKNOWN_ID();
    await this.lock(tx, row.association);
    const nodes = await this.nodes(tx, row.association, [id, newParentId]);
    const [node, parent] = [nodes.get(id), nodes.get(newParentId)];
    if (!node || !parent) throw platformErrors.UNKNOWN_ID();
    if (node.relation === null) throw accessErrors.PLACE_ROOT_STAYS();
    if (isBelow(parent, node)) throw accessErrors.PLACE_IN_ITSELF();

    const position = positionBelow(parent, node.no, relation);
    // The node itself under the scope of the caller: row-level security sees the old place and the new one.
    await tx.query(
      `update ${this.table(tx)} set parent_id = $2, relation = $3, path = $4, leads_path = $5 where id = $1`,
      [id, newParentId, relation, position.path, position.leadsPath],
    );
    return 1 + (await everywhere(tx, () => this.moveBelow(tx, node, position)));
  }

  /** What follows the node follows whole: also what the caller does not see, or the tree would be torn. */
  private async moveBelow(tx: EntityManager, from: Node, to: Position): Promise<number> {
    const range = [from.path, `${from.path.slice(0, -1)}0`];
    const [below] = await tx.query<{ deepest: number | null }[]>(
      `select max(length(path) - length(replace(path, '/', '')))::int - 2 as deepest from ${this.table(tx)}
       where path >= $1 and path < $2`,
      range,
    );
    const added = (below?.deepest ?? depthOf(from.path)) - depthOf(from.path);
    if (depthOf(to.path) + added > deepest) throw accessErrors.PLACE_TOO_DEEP({ limit: deepest });
    // A node behind a GUIDES edge inside the subtree starts its own leads_path, which the move leaves alone.
    const [, moved] = await tx.query<[unknown, number]>(
      `update ${this.table(tx)} set
         path = $3 || substr(path, length($1) + 1),
         leads_path = case when starts_with(leads_path, $4)
           then $5 || substr(leads_path, length($4) + 1) else leads_path end
       where path >= $1 and path < $2 and id <> $6`,
      [...range, to.path, from.leadsPath, to.leadsPath, from.id],
    );
    return moved;
  }

  /** One change of the association's tree at a time, until the transaction ends. */
  private async lock(tx: EntityManager, associationId: string): Promise<Position> {
    const [association] = await tx.query<{ no: number }[]>(`select no from association where id = $1`, [associationId]);
    if (!association) throw platformErrors.UNKNOWN_ID();
    await tx.query(`select pg_advisory_xact_lock($1, $2)`, [lockOfTree, association.no]);
    return placeOfAssociation(association.no);
  }

  /** @throws UNKNOWN_ID unless the association has them all */
  private async nodes(tx: EntityManager, associationId: string, ids: readonly string[]): Promise<Map<string, Node>> {
    const wanted = new Set(ids);
    if (wanted.size === 0) return new Map();
    const rows = await tx.query<Node[]>(
      `select id, no, relation, path, leads_path as "leadsPath" from ${this.table(tx)}
       where association_id = $1 and id = any($2)`,
      [associationId, [...wanted]],
    );
    if (rows.length < wanted.size) throw platformErrors.UNKNOWN_ID();
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async checkRoot(tx: EntityManager, rows: readonly Placing[]): Promise<void> {
    const roots = rows.filter(({ parentId }) => parentId === null);
    if (!roots[0]) return;
    const there = await everywhere(tx, () =>
      tx.query<unknown[]>(`select from ${this.table(tx)} where association_id = $1 and parent_id is null`, [
        roots[0]!.associationId,
      ]),
    );
    if (roots.length > 1 || there.length > 0) throw accessErrors.PLACE_SECOND_ROOT();
  }

  private async numbers(tx: EntityManager, count: number): Promise<number[]> {
    const rows = await tx.query<{ no: number }[]>(
      `select nextval(pg_get_serial_sequence($1, 'no'))::int as no from generate_series(1, $2)`,
      [this.table(tx), count],
    );
    return rows.map(({ no }) => no);
  }

  private table(tx: EntityManager): string {
    return tx.connection.getMetadata(this.entity).tableName;
  }
}

/** Gives each row its place, its parent's first. */
function settle(rows: readonly Placing[], association: Position, known: ReadonlyMap<string, Position>): void {
  const within = new Map(rows.map((row) => [row.id, row]));
  const done = new Map(known);
  const onTheWay = new Set<string>();
  const settleOne = (row: Placing): Position => {
    if (onTheWay.has(row.id)) throw accessErrors.PLACE_IN_ITSELF();
    if ((row.parentId === null) !== (row.relation === null)) throw accessErrors.PLACE_RELATION();
    onTheWay.add(row.id);
    const above =
      row.parentId === null ? association : (done.get(row.parentId) ?? settleOne(within.get(row.parentId)!));
    onTheWay.delete(row.id);
    const position = positionBelow(above, row.no, row.relation);
    if (depthOf(position.path) > deepest) throw accessErrors.PLACE_TOO_DEEP({ limit: deepest });
    done.set(row.id, position);
    Object.assign(row, position);
    return position;
  };
  for (const row of rows) if (!done.has(row.id)) settleOne(row);
}
