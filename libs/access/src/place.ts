/** The kind of edge to the parent: under LEADS the parent sees and may require, under GUIDES it offers and invites. */
export type Relation = 'LEADS' | 'GUIDES';

/** Where a node stands in the tree. It satisfies what `Area.subtree` and `Area.led` ask for. */
export interface Position {
  /** `/{association.no}/{root no}/…/{no}/` across all edges */
  readonly path: string;
  /** the same along LEADS edges only: `/{association.no}/{no of the last node behind a GUIDES edge}/…/{no}/` */
  readonly leadsPath: string;
}

/** A node of the tree as the tree keeps it. */
export interface Place extends Position {
  readonly id: string;
  readonly associationId: string;
  readonly no: number;
  readonly parentId: string | null;
  readonly relation: Relation | null;
  /** nodes of its subtree with itself, for choosing plans: counted up to 10,001, up to some minutes old */
  readonly size: number;
}

/** The place above every node of an association; grants for the whole association stand there. */
export const placeOfAssociation = (no: number): Position => ({ path: `/${no}/`, leadsPath: `/${no}/` });

/** Whether the node is `above` or lies below it, over edges of any kind. */
export const isBelow = (node: Pick<Position, 'path'>, above: Pick<Position, 'path'>): boolean =>
  node.path.startsWith(above.path);

/** Association, root and so on down to the node: the root of the tree has depth 1. */
export const depthOf = (path: string): number => path.split('/').length - 3;

/** The paths of a node from those of its parent. This is the only place that knows how they are made. */
export function positionBelow(parent: Position, no: number, relation: Relation | null): Position {
  return {
    path: `${parent.path}${no}/`,
    leadsPath:
      relation === 'GUIDES'
        ? `${parent.path.slice(0, parent.path.indexOf('/', 1) + 1)}${no}/`
        : `${parent.leadsPath}${no}/`,
  };
}
