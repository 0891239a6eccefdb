import { PublicRow } from '@dangwu/platform/database';
import { Column } from 'typeorm';
import type { Relation } from './place';

/**
 * A row that is a node of the tree. The columns of the place are written by `PlaceTree` alone: they are inserted with
 * the row and never updated by TypeORM, so that saving a row loaded before a move cannot undo the move.
 */
export abstract class PlaceRow extends PublicRow {
  /** short number of the node, unique in the table: what paths are made of */
  @Column({ type: 'integer', unique: true, update: false }) no!: number;
  @Column({ type: 'uuid', nullable: true, update: false }) parentId!: string | null;
  /** null at the root */
  @Column({ type: 'text', nullable: true, update: false }) relation!: Relation | null;
  @Column({ type: 'text', collation: 'C', unique: true, update: false }) path!: string;
  @Column({ type: 'text', collation: 'C', update: false }) leadsPath!: string;
}

/** Injection token: the entity class that is the tree (`PartyOrganizationEntity`), given by `AccessModule.forRoot`. */
export const PLACE_ENTITY = Symbol('PLACE_ENTITY');
