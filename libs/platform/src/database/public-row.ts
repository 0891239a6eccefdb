import { Column, DeleteDateColumn, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * What every row has that the API shows: optimistic lock, the caller's own id, soft delete, and the change number
 * by which other systems synchronize (set by a trigger, see the migration `platform`).
 */
export abstract class PublicRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') associationId!: string;
  /** the id a member unit's own system gave it; unique within the association and type */
  @Column('text', { nullable: true }) externalId!: string | null;
  @VersionColumn() version!: number;
  @DeleteDateColumn({ type: 'timestamptz', nullable: true }) deletedAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
  /** transaction number of the last change; readers take only numbers below every running transaction */
  @Column({ type: 'bigint', default: 0, insert: false, update: false }) changeNumber!: string;
}
